import assert from "node:assert/strict";
import { shared } from "./cloud";
import { Edge, type Point } from "./edge";

describe("a distribution on the emulator", function () {
  this.timeout(60_000);
  let edge: Edge;
  shared(Edge, (started) => (edge = started));
  beforeEach(() => edge.reset());

  describe("answers with CloudFront's error", () => {
    const invalid: [string, Point, string, RegExp][] = [
      ["nothing is returned", "viewer-request", "", /The json output must be an object type/],
      [
        "a header is not a list",
        "viewer-request",
        "request.headers['x-a'] = 'a'; return request;",
        /Each header entry in the headers object must be an array/,
      ],
      [
        "a read-only header is changed",
        "viewer-request",
        "request.headers.host[0].value = 'other'; return request;",
        /add, delete, or change a read-only header/,
      ],
      [
        "a read-only header is removed",
        "origin-request",
        "delete request.headers.via; return request;",
        /add, delete, or change a read-only header/,
      ],
      [
        "a disallowed header is added",
        "origin-response",
        "response.headers['x-cache'] = [{ key: 'X-Cache', value: 'a' }]; return response;",
        /disallowed header: x-cache/,
      ],
      [
        "the visitor's country is added",
        "viewer-request",
        "request.headers['cloudfront-viewer-country'] = [{ value: 'DE' }]; return request;",
        /disallowed header/,
      ],
      ["the method is changed", "viewer-request", "request.method = 'POST'; return request;", /read-only field method/],
      ["a URI has no slash", "origin-request", "request.uri = 'page'; return request;", /must begin with a slash/],
      [
        "a query has a space",
        "viewer-request",
        "request.querystring = 'a=b c'; return request;",
        /query string has spaces/,
      ],
      [
        "a URI has 8,192 characters",
        "viewer-request",
        "request.uri = '/' + 'x'.repeat(8190); return request;",
        /8192 characters/,
      ],
      [
        "the status is none",
        "origin-response",
        "response.status = '99'; return response;",
        /not a number from 200 to 599/,
      ],
      [
        "the status is changed at the viewer",
        "viewer-response",
        "response.status = '201'; return response;",
        /cannot change the status/,
      ],
      ["a 204 has a body", "viewer-request", "return { status: '204', body: 'x' };", /204 has no body/],
      [
        "an origin has no domain",
        "origin-request",
        "request.origin.custom.domainName = ''; return request;",
        /domainName/,
      ],
    ];
    for (const [when, point, body, reason] of invalid)
      it(`502 when ${when} (${point})`, async () => {
        const name = when.replaceAll(/\W+/g, "-");
        const { host } = await edge.create({ lambdas: { [point]: await edge.lambda(name, body) } });
        const [status, cache, page] = await edge.said(host, "/");
        assert.deepEqual([status, cache], [502, "LambdaValidationError from cloudfront"]);
        assert.match(String(page), reason);
        await edge.cloud.logged(
          new RegExp(`refused: \\S*${name}:1 at ${point} answers 502 \\(LambdaValidationError\\)`),
        );
      });

    it("503 when a function throws, and the reason is in the log only", async () => {
      const { host } = await edge.create({
        lambdas: { "viewer-request": await edge.lambda("throws", "throw new Error('secret');") },
      });
      const [status, cache, page] = await edge.said(host, "/");
      assert.deepEqual([status, cache], [503, "LambdaExecutionError from cloudfront"]);
      assert.doesNotMatch(String(page), /secret/);
      await edge.cloud.logged(
        /refused: \S*throws:1 at viewer-request answers 503 \(LambdaExecutionError\): Error: secret/,
      );
    });

    it("503 when a function takes too long", async () => {
      const slow = await edge.lambda("slow", "await new Promise(() => setInterval(() => {}, 1_000));", { Timeout: 1 });
      const { host } = await edge.create({ lambdas: { "origin-request": slow } });
      assert.deepEqual((await edge.said(host, "/")).slice(0, 2), [503, "LambdaLimitExceeded from cloudfront"]);
    });
  });

  describe("is refused with a function", () => {
    const refused = (what: string, FunctionName: string, settings: object, message: RegExp) =>
      it(what, async () => {
        const arn = await edge.lambda(FunctionName, "return request;", settings);
        await assert.rejects(edge.create({ lambdas: { "viewer-request": arn } }), {
          name: "InvalidLambdaFunctionAssociation",
          message,
        });
      });
    refused(
      "that has environment variables",
      "with-environment",
      { Environment: { Variables: { A: "b" } } },
      /cannot have environment variables/,
    );
    refused("that may run longer than 30 seconds", "too-long", { Timeout: 31 }, /timeout of more than 30 seconds/);
    refused("for another processor", "arm", { Architectures: ["arm64"] }, /arm64/);

    it("without a number, of another Region, or whose role the edge may not have", async () => {
      const arn = await edge.lambda("numbered", "return request;");
      const reject = (each: string, message: RegExp) =>
        assert.rejects(edge.create({ lambdas: { "viewer-request": each } }), {
          name: "InvalidLambdaFunctionAssociation",
          message,
        });
      await reject(arn.replace(/:\d+$/, ""), /must reference a specific function version/);
      await reject(arn.replace(/:\d+$/, ":$LATEST"), /must reference a specific function version/);
      await reject(arn.replace("us-east-1", "eu-central-1"), /must be in region 'us-east-1'/);
      await reject(arn.replace(/:\d+$/, ":7"), /does not exist/);
      const other = await edge.lambda("untrusted", "return request;", { Role: await edge.cloud.role("untrusting") });
      await reject(other, /must be assumable with edgelambda\.amazonaws\.com and lambda\.amazonaws\.com/);
    });
  });
});
