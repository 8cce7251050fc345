/** What tests of the emulator itself make in it: roles, functions that write down their events, queues. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import http from "node:http";
import { text } from "node:stream/consumers";
import { strToU8, zipSync } from "fflate";
import { Aws } from "../../../local/provider/frame/aws";
import { REGION, startEmulator, type TestEmulator } from "../../handlers/emulator";

export const account = "000000000000";
const longestMilliseconds = 20_000;

interface Statement {
  Effect: "Allow" | "Deny";
  Action: string | string[];
  Resource?: string;
  Principal?: unknown;
  Condition?: unknown;
}

export const document = (...Statement: Statement[]): string => JSON.stringify({ Version: "2012-10-17", Statement });

/** Asks until the answer is one, and fails with the last problem when that takes too long. */
export async function until<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const end = Date.now() + longestMilliseconds;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return assert.fail(`${what} did not come`);
}

export type Json = { [name: string]: unknown };

/**
 * What the tests of a suite share, such as an emulator, which may have to be installed first: begun before the first of
 * them, handed to `take`, and stopped after the last.
 */
export function shared<T extends { stop(): Promise<void> }>(
  what: { start(): Promise<T> },
  take: (started: T) => unknown,
): void {
  let started: T | undefined;
  before(async function () {
    this.timeout(300_000);
    started = await what.start();
    await take(started);
  });
  after(() => started?.stop());
}

export class Cloud {
  private constructor(
    readonly emulator: TestEmulator,
    readonly aws: Aws,
  ) {}

  static async start(): Promise<Cloud> {
    const emulator = await startEmulator();
    return new Cloud(emulator, new Aws(emulator.endpoint, REGION));
  }

  async stop(): Promise<void> {
    await this.emulator.stop();
  }

  /** What the emulator has written by now. */
  log(): string {
    return readFileSync(this.emulator.log, "utf8");
  }

  /** Waits for a line of the emulator's log. */
  logged(line: RegExp): Promise<string> {
    return until(() => Promise.resolve(line.exec(this.log())?.[0]), String(line));
  }

  /** Has a service call a function, on behalf of what it says. */
  allow(FunctionName: string, Principal: string, SourceArn?: string, SourceAccount?: string) {
    return this.aws.lambda.addPermission({
      FunctionName,
      StatementId: `s${Math.random()}`.replace(".", ""),
      Action: "lambda:InvokeFunction",
      Principal,
      SourceArn,
      SourceAccount,
    });
  }

  /** The status and the text of an answer, to a request for the host of an API. */
  async get(path: string, host: string): Promise<[number, string]> {
    const request = http.get(`${this.emulator.endpoint}${path}`, { headers: { host } });
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    return [response.statusCode ?? 0, await text(response)];
  }

  arn(service: string, resource: string): string {
    return `arn:aws:${service}:${REGION}:${account}:${resource}`;
  }

  /** A role that services may have, with these rights. */
  async role(RoleName: string, ...Action: string[]): Promise<string> {
    const AssumeRolePolicyDocument = document({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: ["lambda.amazonaws.com", "scheduler.amazonaws.com", "apigateway.amazonaws.com"] },
    });
    const { Role } = await this.aws.iam.createRole({ RoleName, AssumeRolePolicyDocument });
    const PolicyDocument = document({ Effect: "Allow", Action: Action.length ? Action : "iam:NoSuch", Resource: "*" });
    await this.aws.iam.putRolePolicy({ RoleName, PolicyName: "rights", PolicyDocument });
    return Role?.Arn ?? "";
  }

  /** A function of Node that logs each event, then does what the body says with `event` and `context`. */
  async function(
    FunctionName: string,
    body = "",
    settings: { Timeout?: number; MemorySize?: number; EphemeralStorage?: { Size: number } } = {},
  ): Promise<string> {
    const code = `exports.handler = async (event, context) => { console.log("EVENT " + JSON.stringify(event)); ${body} };`;
    const { FunctionArn } = await this.aws.lambda.createFunction({
      FunctionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: await this.role(`${FunctionName}-role`, "dynamodb:*", "kinesis:*", "sqs:*", "sns:*"),
      Code: { ZipFile: zipSync({ "index.js": strToU8(code) }) },
      ...settings,
    });
    return FunctionArn ?? "";
  }

  /** The events that a function has been called with. */
  async events(name: string): Promise<Json[]> {
    return (await this.logLines(`/aws/lambda/${name}`)).flatMap((line) => {
      const [, event] = /EVENT (\{.*\})/.exec(line) ?? [];
      return event === undefined ? [] : [JSON.parse(event) as Json];
    });
  }

  async logLines(logGroupName: string): Promise<string[]> {
    try {
      const { events = [] } = await this.aws.logs.filterLogEvents({ logGroupName });
      return events.map(({ message = "" }) => message);
    } catch {
      return []; // it makes its group when it runs first
    }
  }

  /** A queue that anybody in the account may send to. */
  async queue(QueueName: string, Attributes: { [name: string]: string } = {}) {
    const arn = this.arn("sqs", QueueName);
    const Policy = document({ Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: arn });
    const { QueueUrl = "" } = await this.aws.sqs.createQueue({ QueueName, Attributes: { Policy, ...Attributes } });
    return { arn, url: QueueUrl };
  }

  /** Takes what a queue has by now. */
  async take(QueueUrl: string): Promise<Json[]> {
    const bodies: Json[] = [];
    for (;;) {
      const { Messages = [] } = await this.aws.sqs.receiveMessage({ QueueUrl, MaxNumberOfMessages: 10 });
      if (!Messages.length) return bodies;
      for (const { Body = "{}", ReceiptHandle } of Messages) {
        bodies.push(JSON.parse(Body) as Json);
        await this.aws.sqs.deleteMessage({ QueueUrl, ReceiptHandle });
      }
    }
  }
}
