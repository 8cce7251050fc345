import { type PatternFunctionArgs } from "../function/nodeFunctionArgs";

/** Where payments come from. */
export const PaymentSource = {
  Queue: "queue",
  FifoQueue: "fifoQueue",
  Topic: "topic",
  /** A Kinesis stream: about 29 USD a month on demand, or 11 USD with one shard. */
  Stream: "stream",
  /** Items put into a table. */
  Table: "table",
  /** Events of the default bus: `payment` from `headroom.payments`. */
  Rule: "rule",
  /** Files with a JSON list of payments, under `payments/`. */
  Bucket: "bucket",
} as const;
export type PaymentSource = (typeof PaymentSource)[keyof typeof PaymentSource];

/** Arguments of a {@link PaymentLedger}. */
export interface PaymentLedgerArgs extends PatternFunctionArgs {
  /** Default: all but the stream, which costs money even when idle. */
  sources?: PaymentSource[];
  /** Shards of the stream; 0 for on-demand capacity. Default: 0. */
  shards?: number;
  /** Protect the ledger: destroying the stack fails. Default: true. */
  deletionProtection?: boolean;
  /** Delete the bucket's contents when it is destroyed. Default: false. */
  forceDestroy?: boolean;
}

/** Defaults of a ledger's arguments. */
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
