import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Arguments of an {@link OrderWorkflow}. */
export interface OrderWorkflowArgs extends Omit<PatternFunctionArgs, "logRetentionDays"> {
  /** Days that the logs are kept. Default: 30. */
  logRetentionDays?: number;
  /** Opening balance of a customer in cents, 0 to 1,000,000,000. Default: 100,000. */
  openingBalance?: number;
  /** Opening stock of an article in pieces, 0 to 1,000,000,000. Default: 100. */
  openingStock?: number;
  /** Addresses that get a message for each accepted order, once they have confirmed. Default: none. */
  emails?: string[];
  /** Delete the ledger with the stack. Default: false. */
  deletionProtection?: boolean;
}

/** Defaults of an order workflow's arguments. */
export const orderWorkflowDefaults = { openingBalance: 100_000, openingStock: 100, timeoutSeconds: 15 };
