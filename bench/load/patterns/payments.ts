import { EventBridge } from "@aws-sdk/client-eventbridge";
import { Kinesis } from "@aws-sdk/client-kinesis";
import { type Pattern } from "../pattern";
import { type LoadedStack } from "../stack";
import { until } from "../until";

/** So many accounts share the payments: transactions on the same one conflict. */
const ACCOUNTS = 50;

type Send = (payment: { id: string; account: string; amount: number }) => Promise<unknown>;

/** Payments that come from one source, until each is booked. */
function from(source: string, connect: (stack: LoadedStack) => Promise<Send> | Send): Pattern {
  const id = (n: number) => `${source}-${n}`;
  return {
    name: `payments from a ${source}`,
    needs: ["payments"],
    async open(stack) {
      const send = await connect(stack);
      const { paymentsLedger: TableName } = stack.outputs;
      const isBooked = async (n: number): Promise<boolean> => {
        const Key = { id: { S: `payment#${id(n)}` } };
        return (await stack.clients.dynamodb.getItem({ TableName, Key })).Item !== undefined;
      };
      return {
        send: async (n) => void (await send({ id: id(n), account: `${source} ${n % ACCOUNTS}`, amount: 1 })),
        done: (n) => until(`payment ${id(n)}`, () => isBooked(n)),
        outcomes: () => stack.countItems(TableName, "id", `payment#${source}-`),
      };
    },
  };
}

const find = (names: string[] | undefined, part: RegExp): string | undefined => names?.find((name) => part.test(name));

export const payments: Pattern[] = [
  from(
    "queue",
    ({ clients: { sqs }, outputs: { paymentsQueueUrl: QueueUrl } }) =>
      (payment) =>
        sqs.sendMessage({ QueueUrl, MessageBody: JSON.stringify(payment) }),
  ),
  from("FIFO queue", async ({ clients: { sqs } }) => {
    const QueueUrl = find((await sqs.listQueues({})).QueueUrls, /payments-ordered-(?!dead)/);
    return (payment) =>
      sqs.sendMessage({
        QueueUrl,
        MessageBody: JSON.stringify(payment),
        MessageGroupId: payment.account,
        MessageDeduplicationId: payment.id,
      });
  }),
  from("topic", async ({ clients: { sns } }) => {
    const { Topics } = await sns.listTopics({});
    const TopicArn = find(
      Topics?.flatMap(({ TopicArn = "" }) => TopicArn),
      /:payments-topic-/,
    );
    const MessageAttributes = { type: { DataType: "String", StringValue: "payment" } }; // which the subscription wants
    return (payment) => sns.publish({ TopicArn, Message: JSON.stringify(payment), MessageAttributes });
  }),
  from("stream", ({ client, outputs: { paymentsStream: StreamName } }) => {
    const kinesis = new Kinesis(client);
    return (payment) =>
      kinesis.putRecord({ StreamName, PartitionKey: payment.account, Data: Buffer.from(JSON.stringify(payment)) });
  }),
  from("rule", ({ client }) => {
    const events = new EventBridge(client);
    return (payment) =>
      events.putEvents({
        Entries: [{ Source: "headroom.payments", DetailType: "payment", Detail: JSON.stringify(payment) }],
      });
  }),
  from("table", async ({ clients: { dynamodb } }) => {
    const TableName = find((await dynamodb.listTables({})).TableNames, /^payments-requests-/);
    return ({ id, account, amount }) =>
      dynamodb.putItem({ TableName, Item: { id: { S: id }, account: { S: account }, amount: { N: `${amount}` } } });
  }),
  from("bucket", async ({ clients: { s3 } }) => {
    const { Buckets } = await s3.listBuckets({});
    const Bucket = find(
      Buckets?.flatMap(({ Name = "" }) => Name),
      /^payments-files-/,
    );
    return (payment) => s3.putObject({ Bucket, Key: `payments/${payment.id}.json`, Body: JSON.stringify([payment]) });
  }),
];
