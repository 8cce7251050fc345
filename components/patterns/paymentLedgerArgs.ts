import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Where payments come from. */
export const PaymentSource = {
  Queue: "queue",
  FifoQueue: "fifoQueue",
  Topic: "topic",
  /** A Kinesis stream: about 29 USD a month on demand, or 11 USD with one shard. */
  Stream: "stream",
  /** Rows put in a table. */
  Table: "table",
  /** Events of the default bus: `payment` from `headroom.payments`. */
  Rule: "rule",
  /** Files with a JSON list of payments, under `payments/`. */
  Bucket: "bucket",
} as const;
export type PaymentSource = (typeof PaymentSource)[keyof typeof PaymentSource];

/** Arguments of a {@link PaymentLedger}. */
export interface PaymentLedgerArgs extends PatternFunctionArgs {
  /** Default: all but the stream, which costs money while nothing comes. */
  sources?: PaymentSource[];
  /** Shards of the stream; 0 for as many as it takes. Default: 0. */
  shards?: number;
  /** Keep the ledger when the stack is destroyed: the destroy fails. Default: true. */
  deletionProtection?: boolean;
  /** Delete what is in the bucket when it is destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** What a ledger has when its arguments do not say. */
export const paymentLedgerDefaults = {
  sources: [
    PaymentSource.Queue,
    PaymentSource.FifoQueue,
    PaymentSource.Topic,
    PaymentSource.Table,
    PaymentSource.Rule,
    PaymentSource.Bucket,
  ],
  shards: 0,
  deletionProtection: true,
  forceDestroy: false,
  timeoutSeconds: 15,
  memoryMb: 512,
};
