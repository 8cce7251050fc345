import type * as sdk from "@aws-sdk/client-cloudfront";
import assert from "node:assert/strict";
import { shared } from "./cloud";
import { Edge } from "./edge";

describe("a distribution on the emulator", function () {
  this.timeout(60_000);
  let edge: Edge;
  shared(Edge, (started) => (edge = started));
  beforeEach(() => edge.reset());

  it("takes the first behaviour whose path fits, refuses methods that it does not have, and asks for TLS", async () => {
    const made = (name: string) => edge.lambda(name, `return { status: '200', body: '${name}' };`);
    const behaviors = [
      edge.toBehavior({ PathPattern: "/api/v?/*", lambdas: { "viewer-request": await made("narrow") } }),
      edge.toBehavior({
        PathPattern: "/api/*",
        ViewerProtocolPolicy: "https-only",
        AllowedMethods: { Quantity: 2, Items: ["GET", "HEAD"] },
        lambdas: { "viewer-request": await made("wide") },
      }),
    ];
    const { host } = await edge.create(
      { ViewerProtocolPolicy: "redirect-to-https", lambdas: { "viewer-request": await made("rest") } },
      { CacheBehaviors: { Quantity: 2, Items: behaviors } },
    );
    const bodies = await Promise.all(
      ["/api/v1/a", "/api/a", "/a"].map(async (path) => (await edge.visit(host, path)).body),
    );
    assert.deepEqual(bodies, ["narrow", "wide", "rest"]);
    assert.equal((await edge.visit(host, "/api/a", { method: "POST" })).status, 403);
    const plain = { headers: { "x-forwarded-proto": "http" } };
    assert.equal((await edge.visit(host, "/api/a", plain)).status, 403);
    const moved = await edge.visit(host, "/a", plain);
    assert.deepEqual([moved.status, moved.headers.location], [301, `https://${host}/a`]);
    assert.deepEqual(
      await Promise.all(["wide", "rest"].map(async (name) => (await edge.eventsOf(name)).length)),
      [1, 1],
    );
  });

  it("goes to a bucket, an API, a function URL, or to where a function sends it", async () => {
    const Bucket = "edge-content";
    await edge.aws.s3.createBucket({ Bucket });
    await edge.aws.s3.putObject({ Bucket, Key: "index.html", Body: "home", ContentType: "text/html" });
    const { OriginAccessControl } = await edge.aws.cloudfront.createOriginAccessControl({
      OriginAccessControlConfig: {
        Name: "bucket",
        OriginAccessControlOriginType: "s3",
        SigningBehavior: "always",
        SigningProtocol: "sigv4",
      },
    });
    const bucketOrigin: sdk.Origin = {
      Id: "bucket",
      DomainName: `${Bucket}.s3.us-east-1.amazonaws.com`,
      OriginAccessControlId: OriginAccessControl?.Id,
      S3OriginConfig: { OriginAccessIdentity: "" },
    };
    const arn = await edge.cloud.function("behind", 'return { statusCode: 200, body: "behind " + event.rawPath };');
    const { apigatewayv2 } = edge.cloud.aws;
    const { ApiId = "" } = await apigatewayv2.createApi({ Name: "behind", ProtocolType: "HTTP" });
    const { IntegrationId } = await apigatewayv2.createIntegration({
      ApiId,
      IntegrationType: "AWS_PROXY",
      IntegrationUri: arn,
      PayloadFormatVersion: "2.0",
    });
    await apigatewayv2.createRoute({ ApiId, RouteKey: "$default", Target: `integrations/${IntegrationId}` });
    await apigatewayv2.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
    await edge.cloud.allow("behind", "apigateway.amazonaws.com");
    await edge.cloud.allow("behind", "*");
    const { FunctionUrl = "" } = await edge.cloud.aws.lambda.createFunctionUrlConfig({
      FunctionName: "behind",
      AuthType: "NONE",
    });
    await edge.cloud.aws.lambda.addPermission({
      FunctionName: "behind",
      StatementId: "url",
      Action: "lambda:InvokeFunctionUrl",
      Principal: "*",
      FunctionUrlAuthType: "NONE",
    });
    const origins = [
      bucketOrigin,
      edge.httpOrigin("api", `${ApiId}.execute-api.eu-central-1.amazonaws.com`, "https-only"),
      edge.httpOrigin("url", new URL(FunctionUrl).host, "https-only"),
      edge.httpOrigin("origin", "localhost"),
    ];
    const choose = await edge.lambda(
      "chooses",
      `request.origin = { s3: { domainName: "${Bucket}.s3.amazonaws.com", path: "", region: "us-east-1", authMethod: "none", customHeaders: {} } };
       request.uri = "/index.html"; return request;`,
    );
    const { host, arn: SourceArn } = await edge.create(
      { TargetOriginId: "bucket" },
      {
        DefaultRootObject: "index.html",
        Origins: { Quantity: origins.length, Items: origins },
        CacheBehaviors: {
          Quantity: 3,
          Items: [
            edge.toBehavior({ PathPattern: "/api/*", TargetOriginId: "api" }),
            edge.toBehavior({ PathPattern: "/url/*", TargetOriginId: "url" }),
            edge.toBehavior({ PathPattern: "/chosen", lambdas: { "origin-request": choose } }),
          ],
        },
      },
    );
    assert.equal((await edge.visit(host, "/")).status, 403);
    const Policy = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: `arn:aws:s3:::${Bucket}/*`,
          Condition: { StringEquals: { "aws:SourceArn": SourceArn } },
        },
      ],
    });
    await edge.aws.s3.putBucketPolicy({ Bucket, Policy });
    const bodies = await Promise.all(
      ["/", "/api/a", "/url/a"].map(async (path) => (await edge.visit(host, path)).body),
    );
    assert.deepEqual(bodies, ["home", "behind /api/a", "behind /url/a"]);
    assert.equal((await edge.visit(host, "/chosen")).status, 403); // without the access control of the bucket's origin
  });

  it("tells the origin the visitor's country and device where a policy asks for them", async () => {
    const { host } = await edge.create({
      CachePolicyId: "2e54312d-136d-493c-8eb9-b001f22f67d2",
      lambdas: {
        "origin-request": await edge.lambda(
          "country",
          "return { status: '200', body: JSON.stringify(request.headers['cloudfront-viewer-country'][0].value) };",
        ),
      },
    });
    assert.equal((await edge.visit(host, "/")).body, '"US"');
    assert.equal((await edge.visit(host, "/", { headers: { "cloudfront-viewer-country": "DE" } })).body, '"DE"');
  });
});
