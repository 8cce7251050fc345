import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { Bucket } from "../storage/bucket";
import { Check } from "../core/check";
import { withDefaults } from "../core/defaults";
import { EventRule } from "../events/rule";
import { EventStream } from "../events/stream";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { type Link, readObjects, sendMessages } from "../core/permissions";
import { Queue } from "../events/queue";
import { Table } from "../dynamodb/table";
import { AttributeType, StreamView } from "../dynamodb/args";
import { ChangeEvent } from "../dynamodb/consumer";
import { Topic } from "../events/topic";
import { PaymentSource, type PaymentLedgerArgs, paymentLedgerDefaults } from "./paymentLedgerArgs";
import { paymentLedgerProblems } from "./paymentLedgerCheck";

const FILES = "payments/";

/** The event source that the rule matches. */
const EVENT_SOURCE = "headroom.payments";

/**
 * Retries of a stream record. An interrupted attempt blocks its payment until the function's timeout, so retries must
 * last longer.
 */
const STREAM_RETRIES = 100;

/**
 * Payments from every event source of Lambda, each connected to one function in one line. Every payment is booked once,
 * even if it arrives twice, fails half way or arrives from two sources at the same time.
 */
@component
export class PaymentLedger extends pulumi.ComponentResource {
  readonly function: NodeFunction;
  /** All payments, and the balances of all accounts. */
  readonly ledger: Table;
  /** Powertools' idempotency records, kept for a day. */
  readonly idempotency: Table;
  readonly queue?: Queue;
  readonly fifoQueue?: Queue;
  readonly topic?: Topic;
  readonly stream?: EventStream;
  readonly requests?: Table;
  readonly rule?: EventRule;
  readonly files?: Bucket;

  constructor(name: string, args: PaymentLedgerArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:events:PaymentLedger", name, {}, opts);
    const { sources, shards, deletionProtection, forceDestroy, ...settings } = withDefaults(
      paymentLedgerDefaults,
      args,
    );
    new Check("PaymentLedger", name).args(args, paymentLedgerProblems).done();
    const child = { parent: this };
    const { alarms, tags } = settings;
    const common = { alarms, tags };
    const visibilityTimeoutSeconds =
      typeof settings.timeoutSeconds === "number" ? 6 * settings.timeoutSeconds : undefined;

    this.ledger = new Table(
      `${name}-entries`,
      { attributes: { id: AttributeType.String }, hashKey: "id", deletionProtection, ...common },
      child,
    );
    this.idempotency = new Table(
      `${name}-idempotency`,
      {
        attributes: { id: AttributeType.String },
        hashKey: "id",
        timeToLiveAttribute: "expiration",
        recoveryDays: 1,
        deletionProtection: false,
        ...common,
      },
      child,
    );
    if (sources.includes(PaymentSource.Bucket)) {
      this.files = new Bucket(
        `${name}-files`,
        { expirations: [{ prefix: FILES, days: 30 }], forceDestroy, tags },
        child,
      );
    }
    if (sources.includes(PaymentSource.Queue)) {
      this.queue = new Queue(`${name}-queue`, { visibilityTimeoutSeconds, ...common }, child);
    }
    if (sources.includes(PaymentSource.FifoQueue)) {
      this.fifoQueue = new Queue(`${name}-ordered`, { fifo: true, visibilityTimeoutSeconds, ...common }, child);
    }
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Books payments, each once",
        entry: ownHandler("book-payments"),
        links: [
          {
            statements: [{ Action: ["dynamodb:PutItem", "dynamodb:UpdateItem"], Resource: this.ledger.arn }],
            environment: { LEDGER_TABLE: this.ledger.tableName },
          },
          {
            statements: [
              {
                Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
                Resource: this.idempotency.arn,
              },
            ],
            environment: { IDEMPOTENCY_TABLE: this.idempotency.tableName },
          },
          ...(this.files ? [readObjects(this.files, { keys: [`${FILES}*`] })] : []),
          ...deadLetterLinks([this.queue, this.fifoQueue].filter((queue) => queue !== undefined)),
        ],
      },
      child,
    );

    const reader = { function: this.function, ...common };
    this.files?.onObject(`${name}-file`, { function: this.function, prefix: FILES, suffixes: [".json"] });
    this.queue?.onMessage(`${name}-message`, { function: this.function, maximumConcurrency: 10, tags });
    this.fifoQueue?.onMessage(`${name}-ordered-message`, { function: this.function, tags });
    if (sources.includes(PaymentSource.Topic)) {
      this.topic = new Topic(`${name}-topic`, { tags }, child);
      this.topic.onMessage(`${name}-news`, { ...reader, filter: { type: ["payment"] } });
    }
    if (sources.includes(PaymentSource.Stream)) {
      this.stream = new EventStream(`${name}-stream`, { shards, ...common }, child);
      this.stream.onRecord(`${name}-record`, { ...reader, maximumRetryAttempts: STREAM_RETRIES });
    }
    if (sources.includes(PaymentSource.Table)) {
      this.requests = new Table(
        `${name}-requests`,
        {
          attributes: { id: AttributeType.String },
          hashKey: "id",
          streamView: StreamView.NewImage,
          deletionProtection,
          ...common,
        },
        child,
      );
      const events = [ChangeEvent.Insert];
      this.requests.onChange(`${name}-row`, { ...reader, events, maximumRetryAttempts: STREAM_RETRIES });
    }
    if (sources.includes(PaymentSource.Rule)) {
      const pattern = { source: [EVENT_SOURCE], "detail-type": ["payment"] };
      this.rule = new EventRule(`${name}-rule`, { pattern, functions: [this.function], ...common }, child);
    }
    this.registerOutputs({ functionName: this.function.functionName, ledger: this.ledger.tableName });
  }
}

/** Lets the function move payments that can never be booked to the dead letters at once. */
function deadLetterLinks(queues: Queue[]): Link[] {
  if (queues.length === 0) return [];
  const addresses = pulumi.all(queues.map(({ arn, deadLetterQueue }) => pulumi.all([arn, deadLetterQueue.url])));
  const DEAD_LETTER_QUEUES = pulumi.jsonStringify(addresses.apply((pairs) => Object.fromEntries(pairs)));
  const statements = queues.flatMap(({ deadLetterQueue }) => sendMessages(deadLetterQueue).statements);
  return [{ statements, environment: { DEAD_LETTER_QUEUES } }];
}
