import { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { Lambda } from "@aws-sdk/client-lambda";
import { S3 } from "@aws-sdk/client-s3";
import { SNS } from "@aws-sdk/client-sns";
import { SQS } from "@aws-sdk/client-sqs";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { Agent as HttpAgent } from "node:http";
import { Agent } from "node:https";
import { type Checkout } from "../../tests/stack/checkout";
import { Users } from "../../tests/stack/users";
import { ownCheckout } from "../ownCheckout";

/** The jobs run when they are asked, and the API's own limits are out of the way: what gives way is the pattern. */
const settings = [
  'usageReport.schedule="rate(1 day)"',
  'cleanLogs.schedule="rate(1 day)"',
  "usersApi.authorizer=jwt",
  "usersApi.rateLimit=10000",
  "usersApi.burstLimit=5000",
  "httpApi.rateLimit=10000",
  "httpApi.burstLimit=5000",
];

type Outputs = Record<string, string> & { checksumFunctions: Record<string, string> };

/** The stack `local` of a copy of this checkout, deployed to an emulator of its own, and clients for it. */
export class LoadedStack {
  readonly client;
  readonly clients;
  readonly users: Users;
  private readonly judgements = new Map<string, boolean>();

  private constructor(
    private readonly checkout: Checkout,
    readonly outputs: Outputs,
    readonly secure: { endpoint: string; certificate: string },
  ) {
    const endpoint = `http://127.0.0.1:${checkout.port}`;
    const requestHandler = new NodeHttpHandler({
      httpAgent: new HttpAgent({ keepAlive: true, maxSockets: 200 }),
      httpsAgent: new Agent({ keepAlive: true, maxSockets: 200, ca: secure.certificate }),
    });
    this.client = {
      region: "us-east-1",
      endpoint,
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      requestHandler,
      maxAttempts: 1, // a refusal is a result here
    };
    this.clients = {
      s3: new S3({ ...this.client, forcePathStyle: true }),
      dynamodb: new DynamoDB(this.client),
      lambda: new Lambda(this.client),
      cognito: new CognitoIdentityProvider(this.client),
      sqs: new SQS({ ...this.client, endpoint: secure.endpoint }),
      sns: new SNS({ ...this.client, endpoint: secure.endpoint }),
    };
    this.users = new Users(this.clients.cognito, {
      userPoolId: outputs.userPoolId ?? "",
      userPoolClientId: outputs.userPoolClientId ?? "",
    });
  }

  static async deploy(patterns: string[]): Promise<LoadedStack> {
    const checkout = await ownCheckout(patterns);
    try {
      const given = settings.filter((each) => patterns.includes(each.slice(0, each.indexOf("."))));
      const { code, stdout, stderr } = await checkout.run(
        ...["up", "--stack", "local", ...given.flatMap((each) => ["--config", each])],
      );
      if (code !== 0) throw new Error(`the stack was not deployed:\n${stdout}${stderr}`);
      const outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
      const response = await fetch(`http://127.0.0.1:${checkout.port}/_headroom/tls`);
      return new LoadedStack(checkout, outputs, (await response.json()) as LoadedStack["secure"]);
    } catch (error) {
      await checkout.close();
      throw error;
    }
  }

  /** Where the emulator, and what it starts, have their files. */
  get emulatorFolder(): string {
    return this.checkout.path(".local", "emulator");
  }

  /** The answer of a function. @throws Error with what it threw */
  async invoke(FunctionName: string | undefined, event: object): Promise<Record<string, unknown>> {
    const { Payload, FunctionError } = await this.clients.lambda.invoke({
      FunctionName,
      Payload: JSON.stringify(event),
    });
    const answer = JSON.parse(Buffer.from(Payload ?? []).toString()) as Record<string, unknown>;
    if (FunctionError) throw Object.assign(new Error(JSON.stringify(answer)), { name: String(answer.errorType) });
    return answer;
  }

  /** The items of a table whose key begins so. */
  async countItems(TableName: string | undefined, key: string, prefix: string): Promise<number> {
    let count = 0;
    let start: Record<string, { S: string }> | undefined;
    do {
      const page = await this.clients.dynamodb.scan({
        TableName,
        Select: "COUNT",
        FilterExpression: "begins_with(#key, :prefix)",
        ExpressionAttributeNames: { "#key": key },
        ExpressionAttributeValues: { ":prefix": { S: prefix } },
        ExclusiveStartKey: start,
      });
      count += page.Count ?? 0;
      start = page.LastEvaluatedKey as typeof start;
    } while (start);
    return count;
  }

  /** @param isCounted Asked once for the text of each object. Default: all are. */
  async countObjects(
    Bucket: string | undefined,
    Prefix: string,
    ending: string,
    isCounted?: (text: string) => boolean,
  ): Promise<number> {
    let count = 0;
    let ContinuationToken: string | undefined;
    do {
      const page = await this.clients.s3.listObjectsV2({ Bucket, Prefix, ContinuationToken });
      const keys = (page.Contents ?? []).flatMap(({ Key }) => (Key?.endsWith(ending) ? Key : []));
      const counted = isCounted
        ? await Promise.all(keys.map((Key) => this.judged(`${Bucket}/${Key}`, () => this.read(Bucket, Key), isCounted)))
        : keys;
      count += counted.filter(Boolean).length;
      ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken);
    return count;
  }

  private async judged(
    name: string,
    read: () => Promise<string>,
    isCounted: (text: string) => boolean,
  ): Promise<boolean> {
    const known = this.judgements.get(name) ?? isCounted(await read());
    this.judgements.set(name, known);
    return known;
  }

  private async read(Bucket: string | undefined, Key: string): Promise<string> {
    const { Body } = await this.clients.s3.getObject({ Bucket, Key });
    return (await Body?.transformToString()) ?? "";
  }

  /** Messages of all queues, by the name of the queue: those that wait, and those that are being worked on. */
  async messages(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    const { QueueUrls = [] } = await this.clients.sqs.listQueues({});
    for (const QueueUrl of QueueUrls) {
      const { Attributes = {} } = await this.clients.sqs.getQueueAttributes({ QueueUrl, AttributeNames: ["All"] });
      const waiting = Number(Attributes.ApproximateNumberOfMessages);
      const hidden = Number(Attributes.ApproximateNumberOfMessagesNotVisible);
      counts.set(QueueUrl.slice(QueueUrl.lastIndexOf("/") + 1), waiting + hidden);
    }
    return counts;
  }

  async close(): Promise<void> {
    for (const each of Object.values(this.clients)) each.destroy();
    await this.checkout.close();
  }
}
