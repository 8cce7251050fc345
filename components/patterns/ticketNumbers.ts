import * as pulumi from "@pulumi/pulumi";
import { ticketNumbersBounds } from "../../limits/bounds";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { functionProblems } from "../function/check";
import { LanguageFunction } from "../function/languageFunction";
import { ownFile } from "../function/nodeFunction";
import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";
import { Table } from "../dynamodb/table";
import { AttributeType } from "../dynamodb/args";
import { Language } from "../packaging/toolchains";

/** Languages of the function. */
export const TicketLanguage = {
  Python: "python",
  Java: "java",
} as const;
export type TicketLanguage = (typeof TicketLanguage)[keyof typeof TicketLanguage];

const sources = {
  [TicketLanguage.Python]: { language: Language.Python, folder: "ticket-numbers/python" },
  [TicketLanguage.Java]: {
    language: Language.Java,
    folder: "ticket-numbers/java",
    handler: "headroom.TicketNumbers",
  },
};

/** Arguments of {@link TicketNumbers}. */
export interface TicketNumbersArgs extends PatternFunctionArgs {
  /** Default: python. */
  language?: TicketLanguage;
  /**
   * Numbers that an environment reserves at once, 1 to 1,000,000; it loses unused ones when it ends. Default: 1,000.
   */
  blockSize?: number;
  /** Protect the counter from deletion. Default: true. */
  deletionProtection?: boolean;
}

/** Defaults of the arguments of ticket numbers. */
export const ticketNumbersDefaults = {
  language: TicketLanguage.Python,
  blockSize: 1_000,
  deletionProtection: true,
  snapStart: true,
};

/** Problems with ticket numbers' arguments. */
export function ticketNumbersProblems(args: TicketNumbersArgs): Problem[] {
  const { blockSize } = withDefaults(ticketNumbersDefaults, args);
  return new Problems()
    .bounds("blockSize", blockSize, ticketNumbersBounds.blockSize, "numbers")
    .all(functionProblems(args)).list;
}

/**
 * A function that issues unique numbers and starts from a snapshot. Its hooks ensure that environments restored from
 * the same snapshot neither issue the same numbers nor share connections.
 */
@component
export class TicketNumbers extends pulumi.ComponentResource {
  readonly function: LanguageFunction;
  /** Holds the next block of numbers. */
  readonly counter: Table;

  constructor(name: string, args: TicketNumbersArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:compute:TicketNumbers", name, {}, opts);
    const { language, blockSize, deletionProtection, ...settings } = withDefaults(ticketNumbersDefaults, args);
    const source = sources[language];
    new Check("TicketNumbers", name).args(args, ticketNumbersProblems).done();
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
        ...source,
        ...settings,
        folder: ownFile(source.folder),
        description: "Unique ticket numbers",
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
