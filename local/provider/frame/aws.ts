import type { Backup } from "@aws-sdk/client-backup";
import type { APIGateway } from "@aws-sdk/client-api-gateway";
import type { ApiGatewayV2 } from "@aws-sdk/client-apigatewayv2";
import type { CloudFront } from "@aws-sdk/client-cloudfront";
import type { CloudWatch } from "@aws-sdk/client-cloudwatch";
import type { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
import type { ApplicationAutoScaling } from "@aws-sdk/client-application-auto-scaling";
import type { DAX } from "@aws-sdk/client-dax";
import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import type { CognitoIdentity } from "@aws-sdk/client-cognito-identity";
import type { CognitoIdentityProvider } from "@aws-sdk/client-cognito-identity-provider";
import type { EC2 } from "@aws-sdk/client-ec2";
import type { EventBridge } from "@aws-sdk/client-eventbridge";
import type { IAM } from "@aws-sdk/client-iam";
import type { Kinesis } from "@aws-sdk/client-kinesis";
import type { KMS } from "@aws-sdk/client-kms";
import type { Lambda } from "@aws-sdk/client-lambda";
import type { RDS } from "@aws-sdk/client-rds";
import type { S3 } from "@aws-sdk/client-s3";
import type { Scheduler } from "@aws-sdk/client-scheduler";
import type { SFN } from "@aws-sdk/client-sfn";
import type { SNS } from "@aws-sdk/client-sns";
import type { SQS } from "@aws-sdk/client-sqs";
import type { STS } from "@aws-sdk/client-sts";
import type { WAFV2 } from "@aws-sdk/client-wafv2";
import { partition } from "@aws-sdk/core/client";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { Agent } from "node:https";
import { createRequire } from "node:module";
import { AwsCallError } from "./errors";

/** Each client's package and class. */
const clients = {
  backup: ["backup", "Backup"],
  apigateway: ["api-gateway", "APIGateway"],
  apigatewayv2: ["apigatewayv2", "ApiGatewayV2"],
  cloudfront: ["cloudfront", "CloudFront"],
  cloudwatch: ["cloudwatch", "CloudWatch"],
  autoscaling: ["application-auto-scaling", "ApplicationAutoScaling"],
  dax: ["dax", "DAX"],
  dynamodb: ["dynamodb", "DynamoDB"],
  cognitoIdentity: ["cognito-identity", "CognitoIdentity"],
  cognitoIdp: ["cognito-identity-provider", "CognitoIdentityProvider"],
  ec2: ["ec2", "EC2"],
  events: ["eventbridge", "EventBridge"],
  iam: ["iam", "IAM"],
  kinesis: ["kinesis", "Kinesis"],
  kms: ["kms", "KMS"],
  lambda: ["lambda", "Lambda"],
  logs: ["cloudwatch-logs", "CloudWatchLogs"],
  rds: ["rds", "RDS"],
  s3: ["s3", "S3"],
  scheduler: ["scheduler", "Scheduler"],
  sfn: ["sfn", "SFN"],
  sns: ["sns", "SNS"],
  sqs: ["sqs", "SQS"],
  sts: ["sts", "STS"],
  wafv2: ["wafv2", "WAFV2"],
} as const;

type ClientName = keyof typeof clients;

const load = createRequire(__filename);

/**
 * The AWS services in one Region of the emulator. Clients are loaded on first use, so that a run pays only for the
 * services that it uses. A failing call throws an {@link AwsCallError}.
 */
export class Aws {
  declare readonly backup: Backup;
  declare readonly apigateway: APIGateway;
  declare readonly apigatewayv2: ApiGatewayV2;
  declare readonly cloudfront: CloudFront;
  declare readonly cloudwatch: CloudWatch;
  declare readonly autoscaling: ApplicationAutoScaling;
  declare readonly dax: DAX;
  declare readonly dynamodb: DynamoDB;
  declare readonly cognitoIdentity: CognitoIdentity;
  declare readonly cognitoIdp: CognitoIdentityProvider;
  declare readonly ec2: EC2;
  declare readonly events: EventBridge;
  declare readonly iam: IAM;
  declare readonly kinesis: Kinesis;
  declare readonly kms: KMS;
  declare readonly lambda: Lambda;
  declare readonly logs: CloudWatchLogs;
  declare readonly rds: RDS;
  declare readonly s3: S3;
  declare readonly scheduler: Scheduler;
  declare readonly sfn: SFN;
  declare readonly sns: SNS;
  declare readonly sqs: SQS;
  declare readonly sts: STS;
  declare readonly wafv2: WAFV2;

  /** The name and the DNS suffix of the Region's partition, for example `aws` and `amazonaws.com`. */
  readonly partition: { name: string; dnsSuffix: string };

  private identity?: Promise<CallerIdentity>;
  private secureEndpoint?: Promise<SecureEndpoint>;
  private agent?: Promise<Agent>;

  constructor(
    readonly endpoint: string,
    readonly region: string,
  ) {
    this.partition = partition(region);
    for (const name of Object.keys(clients) as ClientName[]) {
      let client: unknown;
      Object.defineProperty(this, name, { get: () => (client ??= this.connect(name)) });
    }
  }

  /** The emulator's account, asked for once. */
  callerIdentity(): Promise<CallerIdentity> {
    this.identity ??= this.sts
      .getCallerIdentity({})
      .then(({ Account = "", Arn = "", UserId = "" }) => ({ accountId: Account, arn: Arn, userId: UserId }));
    return this.identity;
  }

  /** The ARN of a resource in this Region and account, for services that do not return it. */
  async arn(service: string, resource: string): Promise<string> {
    const { accountId } = await this.callerIdentity();
    return `arn:${this.partition.name}:${service}:${this.region}:${accountId}:${resource}`;
  }

  /** The emulator's TLS listener: our queues refuse plain HTTP, as on AWS. */
  private secure(): Promise<SecureEndpoint> {
    this.secureEndpoint ??= fetch(`${this.endpoint}/_headroom/tls`).then(
      async (response) => (await response.json()) as SecureEndpoint,
    );
    return this.secureEndpoint;
  }

  /** Those of all clients, since each new one costs a handshake. */
  private connections(): Promise<Agent> {
    this.agent ??= this.secure().then(({ certificate }) => new Agent({ ca: certificate, keepAlive: true }));
    return this.agent;
  }

  private connect(name: ClientName): unknown {
    const [service, exported] = clients[name];
    const Service = (load(`@aws-sdk/client-${service}`) as Record<string, ClientClass>)[exported]!;
    const client = new Service({
      region: this.region,
      customUserAgent: "headroom-provider", // by which the emulator knows what is a resource
      endpoint: async () => ({ url: new URL((await this.secure()).endpoint) }),
      // A complete handler, because Kinesis' default one speaks HTTP/2 and ignores the agent.
      requestHandler: new NodeHttpHandler(async () => ({ httpsAgent: await this.connections() })),
      credentials: { accessKeyId: "test", secretAccessKey: "test" },
      forcePathStyle: true,
      maxAttempts: 3,
    });
    client.middlewareStack.add(
      (next, { commandName = "Call" }) =>
        async (call) => {
          try {
            return await next(call);
          } catch (error) {
            throw new AwsCallError(commandName.replace(/Command$/, ""), this.endpoint, error as Error);
          }
        },
      { step: "initialize", priority: "high", name: "headroomErrors" },
    );
    return client;
  }
}

interface SecureEndpoint {
  endpoint: string;
  /** PEM of the authority that signed its certificate. */
  certificate: string;
}

interface CallerIdentity {
  accountId: string;
  arn: string;
  userId: string;
}

/** The common part of the SDK's clients. */
type ClientClass = new (configuration: {
  region: string;
  customUserAgent: string;
  endpoint: () => Promise<{ url: URL }>;
  requestHandler: NodeHttpHandler;
  credentials: { accessKeyId: string; secretAccessKey: string };
  forcePathStyle: boolean;
  maxAttempts: number;
}) => { middlewareStack: { add(middleware: Middleware, options: object): void } };

type Call = (call: object) => Promise<object>;
type Middleware = (next: Call, context: { commandName?: string }) => Call;
