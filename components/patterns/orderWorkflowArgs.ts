import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Arguments of an {@link OrderWorkflow}. */
export interface OrderWorkflowArgs extends Omit<PatternFunctionArgs, "logRetentionDays"> {
  /** Days that the logs are kept. Default: 30. */
  logRetentionDays?: number;
  /** Cents that a customer has to spend before the first order, 0 to 1,000,000,000. Default: 100,000. */
  openingBalance?: number;
  /** Pieces of an article that are there before the first order, 0 to 1,000,000,000. Default: 100. */
  openingStock?: number;
  /** Addresses that get a message for each accepted order; each must confirm. Default: none. */
  emails?: string[];
  /** Delete the ledger with the stack. Default: false. */
  deletionProtection?: boolean;
}

/** What an order workflow has when its arguments do not say. */
export const orderWorkflowDefaults = { openingBalance: 100_000, openingStock: 100, timeoutSeconds: 15 };

/** What the settings may be; the handler takes all of it. */
export const orderWorkflowBounds = { opening: { min: 0, max: 1_000_000_000 } };
