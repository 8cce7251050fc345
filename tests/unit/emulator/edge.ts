/** What tests of distributions make: functions of us-east-1, distributions, and an origin that writes down what it is asked. */
import type * as sdk from "@aws-sdk/client-cloudfront";
import { once } from "node:events";
import http from "node:http";
import { type AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { strToU8, zipSync } from "fflate";
import { Aws } from "../../../local/provider/frame/aws";
import { Cloud, document, type Json } from "./cloud";

export const cachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
export const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
export const kilobyte = 1024;

export type Point = "viewer-request" | "origin-request" | "origin-response" | "viewer-response";
type Behavior = Partial<sdk.CacheBehavior> & { lambdas?: { [point in Point]?: string }; includeBody?: boolean };

interface Ask {
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string;
}

export class Edge {
  /** What has reached the origin. */
  asked: { method?: string; url?: string; headers: http.IncomingHttpHeaders; body: Buffer }[] = [];
  /** How the origin answers; without a body, with the address. */
  answers: (url: string) => { status?: number; headers?: http.OutgoingHttpHeaders; body?: string } = () => ({});
  readonly aws: Aws;
  private readonly origin: http.Server;

  private constructor(
    readonly cloud: Cloud,
    private readonly role: string,
  ) {
    this.aws = new Aws(cloud.emulator.endpoint, "us-east-1");
    this.origin = http.createServer((request, response) => {
      void buffer(request).then((body) => {
        this.asked.push({ method: request.method, url: request.url, headers: request.headers, body });
        const { status = 200, headers = {}, body: answer = request.url } = this.answers(request.url ?? "");
        response.writeHead(status, headers).end(answer);
      });
    });
  }

  static async start(): Promise<Edge> {
    const cloud = await Cloud.start();
    const AssumeRolePolicyDocument = document({
      Effect: "Allow",
      Action: "sts:AssumeRole",
      Principal: { Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"] },
    });
    const { Role } = await cloud.aws.iam.createRole({ RoleName: "edge", AssumeRolePolicyDocument });
    const edge = new Edge(cloud, Role?.Arn ?? "");
    await new Promise<void>((resolve) => edge.origin.listen(0, "127.0.0.1", resolve));
    return edge;
  }

  reset(): void {
    this.asked = [];
    this.answers = () => ({});
  }

  async stop(): Promise<void> {
    this.origin.close();
    await this.cloud.stop();
  }

  get port(): number {
    return (this.origin.address() as AddressInfo).port;
  }

  /** A version of a function of Node that logs each event, then does what the body says with `request` and `response`. */
  async lambda(FunctionName: string, body: string, settings: object = {}): Promise<string> {
    const code = `exports.handler = async (event) => {
      console.log("EVENT " + JSON.stringify(event));
      const { request, response } = event.Records[0].cf;
      ${body}
    };`;
    const { FunctionArn = "", Version } = await this.aws.lambda.createFunction({
      FunctionName,
      Runtime: "nodejs22.x",
      Handler: "index.handler",
      Role: this.role,
      Code: { ZipFile: zipSync({ "index.js": strToU8(code) }) },
      Publish: true,
      ...settings,
    });
    return /:\d+$/.test(FunctionArn) ? FunctionArn : `${FunctionArn}:${Version}`;
  }

  toBehavior({ lambdas = {}, includeBody = false, ...more }: Behavior): sdk.CacheBehavior {
    const points = Object.entries(lambdas);
    return {
      PathPattern: undefined,
      TargetOriginId: "origin",
      ViewerProtocolPolicy: "allow-all",
      CachePolicyId: cachingOptimized,
      AllowedMethods: {
        Quantity: 7,
        Items: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        CachedMethods: { Quantity: 2, Items: ["GET", "HEAD"] },
      },
      LambdaFunctionAssociations: {
        Quantity: points.length,
        Items: points.map(([EventType, LambdaFunctionARN]) => ({
          EventType: EventType as sdk.EventType,
          LambdaFunctionARN,
          IncludeBody: includeBody && EventType.endsWith("-request"),
        })),
      },
      ...more,
    };
  }

  httpOrigin(Id: string, DomainName: string, OriginProtocolPolicy: sdk.OriginProtocolPolicy = "http-only"): sdk.Origin {
    const OriginSslProtocols = { Quantity: 1, Items: ["TLSv1.2" as const] };
    const CustomOriginConfig = { HTTPPort: this.port, HTTPSPort: 443, OriginProtocolPolicy, OriginSslProtocols };
    return { Id, DomainName, CustomOriginConfig };
  }

  /** A distribution of the origin, with this default behaviour. */
  async create(behavior: Behavior, more: Partial<sdk.DistributionConfig> = {}) {
    const { PathPattern: _, ...DefaultCacheBehavior } = this.toBehavior(behavior);
    const { Distribution } = await this.aws.cloudfront.createDistribution({
      DistributionConfig: {
        CallerReference: `${Math.random()}`,
        Comment: "",
        Enabled: true,
        Origins: { Quantity: 1, Items: [this.httpOrigin("origin", "localhost")] },
        DefaultCacheBehavior,
        ...more,
      },
    });
    return { id: Distribution?.Id ?? "", host: Distribution?.DomainName ?? "", arn: Distribution?.ARN ?? "" };
  }

  async visit(host: string, path: string, { method = "GET", headers = {}, body = "" }: Ask = {}) {
    const request = http.request(`${this.cloud.emulator.endpoint}${path}`, {
      method,
      headers: { host, "x-forwarded-proto": "https", ...headers },
    });
    request.end(body);
    const [response] = (await once(request, "response")) as [http.IncomingMessage];
    const bytes = await buffer(response);
    return { status: response.statusCode ?? 0, headers: response.headers, bytes, body: bytes.toString() };
  }

  /** Status, X-Cache and text of an answer. */
  async said(host: string, path: string, ask?: Ask): Promise<[number, unknown, string]> {
    const { status, headers, body } = await this.visit(host, path, ask);
    return [status, headers["x-cache"], body];
  }

  /** The events that a function of us-east-1 has been called with. */
  async eventsOf(name: string): Promise<Json[]> {
    const { events = [] } = await this.aws.logs.filterLogEvents({ logGroupName: `/aws/lambda/${name}` });
    return events.flatMap(({ message = "" }) => {
      const [, event] = /EVENT (\{.*\})/.exec(message) ?? [];
      return event === undefined ? [] : [(JSON.parse(event) as { Records: [{ cf: Json }] }).Records[0].cf];
    });
  }
}
