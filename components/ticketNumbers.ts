import * as pulumi from "@pulumi/pulumi";
import { Check } from "./check";
import { withDefaults } from "./defaults";
import { LanguageFunction } from "./languageFunction";
import { ownFile, type PatternFunctionArgs } from "./nodeFunction";
import { Table } from "./table";
import { AttributeType } from "./tableArgs";
import { Language } from "./toolchains";

/** Arguments of {@link TicketNumbers}. */
export interface TicketNumbersArgs extends PatternFunctionArgs {
  /** Numbers that an environment draws at once, 1 to 1,000,000; what is left of them is lost when it ends. Default: 1,000. */
  blockSize?: number;
  /** Keep the counter when the stack is destroyed by mistake. Default: true. */
  deletionProtection?: boolean;
}

/** What ticket numbers have when their arguments do not say. */
export const ticketNumbersDefaults = { blockSize: 1_000, deletionProtection: true, snapStart: true };

/** What the settings may be; the handler takes all of it. */
export const ticketNumbersBounds = { blockSize: { min: 1, max: 1_000_000 } };

/**
 * A function in Python that gives out unique numbers, and starts from a snapshot: its hooks see to it that environments
 * restored from the same snapshot neither give the same numbers nor use each other's connections.
 */
export class TicketNumbers extends pulumi.ComponentResource {
  readonly function: LanguageFunction;
  /** Tells which block of numbers is next. */
  readonly counter: Table;

  constructor(name: string, args: TicketNumbersArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:compute:TicketNumbers", name, {}, opts);
    const { blockSize, deletionProtection, ...settings } = withDefaults(ticketNumbersDefaults, args);
    new Check("TicketNumbers", name).within("blockSize", blockSize, ticketNumbersBounds.blockSize, "numbers").done();
    const child = { parent: this };
    const { alarms, tags } = settings;

    this.counter = new Table(
      `${name}-counter`,
      { attributes: { id: AttributeType.String }, hashKey: "id", deletionProtection, alarms, tags },
      child,
    );
    this.function = new LanguageFunction(
      name,
      {
        ...settings,
        description: "Unique ticket numbers",
        language: Language.Python,
        folder: ownFile("ticket-numbers/python"),
        environment: { BLOCK_SIZE: String(blockSize) },
        links: [
          {
            statements: [{ Action: "dynamodb:UpdateItem", Resource: this.counter.arn }],
            environment: { COUNTER_TABLE: this.counter.tableName },
          },
        ],
      },
      child,
    );
    this.registerOutputs({ functionName: this.function.functionName, counter: this.counter.tableName });
  }
}
