import type { Backup } from "@aws-sdk/client-backup";
import type { APIGateway } from "@aws-sdk/client-api-gateway";
import type { ApiGatewayV2 } from "@aws-sdk/client-apigatewayv2";
import type { CloudFront } from "@aws-sdk/client-cloudfront";
import type { CloudWatch } from "@aws-sdk/client-cloudwatch";
import type { CloudWatchLogs } from "@aws-sdk/client-cloudwatch-logs";
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
import { AwsCallError } from "./errors";

/**
 * The AWS services in one Region of the emulator. A client is loaded and made at its first call, so that a run pays only
 * for the services that it uses. Every call that fails throws an {@link AwsCallError}.
 */
export class Aws {
  readonly backup = this.service<Backup>(async () => (await import("@aws-sdk/client-backup")).Backup);
  readonly apigateway = this.service<APIGateway>(async () => (await import("@aws-sdk/client-api-gateway")).APIGateway);
  readonly apigatewayv2 = this.service<ApiGatewayV2>(
    async () => (await import("@aws-sdk/client-apigatewayv2")).ApiGatewayV2,
  );
  readonly cloudfront = this.service<CloudFront>(async () => (await import("@aws-sdk/client-cloudfront")).CloudFront);
  readonly cloudwatch = this.service<CloudWatch>(async () => (await import("@aws-sdk/client-cloudwatch")).CloudWatch);
  readonly dynamodb = this.service<DynamoDB>(async () => (await import("@aws-sdk/client-dynamodb")).DynamoDB);
  readonly cognitoIdentity = this.service<CognitoIdentity>(
    async () => (await import("@aws-sdk/client-cognito-identity")).CognitoIdentity,
  );
  readonly cognitoIdp = this.service<CognitoIdentityProvider>(
    async () => (await import("@aws-sdk/client-cognito-identity-provider")).CognitoIdentityProvider,
  );
  readonly ec2 = this.service<EC2>(async () => (await import("@aws-sdk/client-ec2")).EC2);
  readonly events = this.service<EventBridge>(async () => (await import("@aws-sdk/client-eventbridge")).EventBridge);
  readonly iam = this.service<IAM>(async () => (await import("@aws-sdk/client-iam")).IAM);
  readonly kinesis = this.service<Kinesis>(async () => (await import("@aws-sdk/client-kinesis")).Kinesis);
  readonly kms = this.service<KMS>(async () => (await import("@aws-sdk/client-kms")).KMS);
  readonly lambda = this.service<Lambda>(async () => (await import("@aws-sdk/client-lambda")).Lambda);
  readonly logs = this.service<CloudWatchLogs>(
    async () => (await import("@aws-sdk/client-cloudwatch-logs")).CloudWatchLogs,
  );
  readonly rds = this.service<RDS>(async () => (await import("@aws-sdk/client-rds")).RDS);
  readonly s3 = this.service<S3>(async () => (await import("@aws-sdk/client-s3")).S3);
  readonly scheduler = this.service<Scheduler>(async () => (await import("@aws-sdk/client-scheduler")).Scheduler);
  readonly sfn = this.service<SFN>(async () => (await import("@aws-sdk/client-sfn")).SFN);
  readonly sns = this.service<SNS>(async () => (await import("@aws-sdk/client-sns")).SNS);
  readonly sqs = this.service<SQS>(async () => (await import("@aws-sdk/client-sqs")).SQS);
  readonly sts = this.service<STS>(async () => (await import("@aws-sdk/client-sts")).STS);
  readonly wafv2 = this.service<WAFV2>(async () => (await import("@aws-sdk/client-wafv2")).WAFV2);

  /** The name and the DNS suffix of the Region's partition, for example `aws` and `amazonaws.com`. */
  readonly partition: { name: string; dnsSuffix: string };

  private identity?: Promise<CallerIdentity>;
  private secureEndpoint?: Promise<SecureEndpoint>;

  constructor(
    readonly endpoint: string,
    readonly region: string,
  ) {
    this.partition = partition(region);
  }

  /** Whose account the emulator is, asked once. */
  callerIdentity(): Promise<CallerIdentity> {
    this.identity ??= this.sts
      .getCallerIdentity({})
      .then(({ Account = "", Arn = "", UserId = "" }) => ({ accountId: Account, arn: Arn, userId: UserId }));
    return this.identity;
  }

  /** The name of something in this Region and account, for a service that does not tell it. */
  async arn(service: string, resource: string): Promise<string> {
    const { accountId } = await this.callerIdentity();
    return `arn:${this.partition.name}:${service}:${this.region}:${accountId}:${resource}`;
  }

  /** The emulator's TLS listener: its queues refuse plain http, as they do on AWS. */
  private secure(): Promise<SecureEndpoint> {
    this.secureEndpoint ??= fetch(`${this.endpoint}/_headroom/tls`).then(
      async (response) => (await response.json()) as SecureEndpoint,
    );
    return this.secureEndpoint;
  }

  private service<Client extends object>(load: () => Promise<ClientClass>): Client {
    let client: Promise<Record<string, (input: unknown) => Promise<unknown>>> | undefined;
    const connect = async () => {
      const Service = await load();
      const { endpoint, certificate } = await this.secure();
      return new Service({
        region: this.region,
        endpoint,
        // Given whole: Kinesis' own speaks HTTP/2 and takes no agent.
        requestHandler: new NodeHttpHandler({ httpsAgent: new Agent({ ca: certificate, keepAlive: true }) }),
        credentials: { accessKeyId: "test", secretAccessKey: "test" },
        forcePathStyle: true,
        maxAttempts: 3,
      }) as Record<string, (input: unknown) => Promise<unknown>>;
    };
    return new Proxy({} as Client, {
      get: (_target, method: string) => async (input: unknown) => {
        client ??= connect();
        try {
          return await (
            await client
          )[method]!(input);
        } catch (error) {
          throw new AwsCallError(method, this.endpoint, error as Error);
        }
      },
    });
  }
}

interface SecureEndpoint {
  endpoint: string;
  /** PEM of the authority that vouches for it. */
  certificate: string;
}

interface CallerIdentity {
  accountId: string;
  arn: string;
  userId: string;
}

type ClientClass = new (configuration: {
  region: string;
  endpoint: string;
  requestHandler: NodeHttpHandler;
  credentials: { accessKeyId: string; secretAccessKey: string };
  forcePathStyle: boolean;
  maxAttempts: number;
}) => unknown;
