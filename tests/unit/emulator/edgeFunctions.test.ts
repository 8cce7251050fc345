import assert from "node:assert/strict";
import { type Json, shared } from "./cloud";
import { cachingDisabled, Edge, kilobyte, type Point } from "./edge";

describe("a distribution on the emulator", function () {
  this.timeout(60_000);
  let edge: Edge;
  shared(Edge, (started) => (edge = started));
  beforeEach(() => edge.reset());

  it("calls its functions at the four points, with CloudFront's events, and each change reaches what follows", async () => {
    const { host, id } = await edge.create({
      CachePolicyId: cachingDisabled,
      lambdas: {
        "viewer-request": await edge.lambda(
          "one",
          "request.uri = '/first'; request.headers['x-one'] = [{ key: 'X-One', value: '1' }]; return request;",
        ),
        "origin-request": await edge.lambda(
          "two",
          "request.uri = '/second'; request.querystring = 'a=b'; request.headers['x-two'] = [{ key: 'X-Two', value: '2' }]; return request;",
        ),
        "origin-response": await edge.lambda(
          "three",
          "response.headers['x-three'] = [{ key: 'X-Three', value: '3' }]; delete response.headers['x-secret']; return response;",
        ),
        "viewer-response": await edge.lambda(
          "four",
          "response.headers['x-four'] = [{ key: 'X-Four', value: '4' }]; return response;",
        ),
      },
    });
    edge.answers = () => ({ headers: { "x-secret": "s", "set-cookie": ["a=1", "b=2"] } });
    const { status, headers, body } = await edge.visit(host, "/page?q=1", {
      headers: { "user-agent": "test", connection: "close" },
    });
    assert.deepEqual([status, body], [200, "/second?a=b"]);
    assert.deepEqual([headers["x-three"], headers["x-four"], headers["x-secret"]], ["3", "4", undefined]);
    assert.deepEqual([headers["set-cookie"], headers["x-cache"]], [["a=1", "b=2"], "Miss from cloudfront"]);
    assert.equal(edge.asked[0]?.headers["x-two"], "2");
    assert.equal(edge.asked[0]?.headers["x-one"], undefined); // no policy sends it on
    const events = await Promise.all(["one", "two", "three", "four"].map((name) => edge.eventsOf(name)));
    const [first, second, third, fourth] = events.map(([event]) => event);
    const config = (eventType: Point) => ({ distributionDomainName: host, distributionId: id, eventType });
    const { requestId, ...rest } = first?.config as Json;
    assert.ok(requestId);
    assert.deepEqual(rest, config("viewer-request"));
    assert.deepEqual(first?.request, {
      clientIp: "127.0.0.1",
      headers: { host: [{ key: "Host", value: host }], "user-agent": [{ key: "User-Agent", value: "test" }] },
      method: "GET",
      querystring: "q=1",
      uri: "/page",
    });
    const { headers: sent, ...asOrigin } = second?.request as { headers: Json };
    assert.deepEqual(asOrigin, {
      clientIp: "127.0.0.1",
      method: "GET",
      querystring: "",
      uri: "/first",
      origin: {
        custom: {
          customHeaders: {},
          domainName: "localhost",
          keepaliveTimeout: 5,
          path: "",
          port: edge.port,
          protocol: "http",
          readTimeout: 30,
          sslProtocols: ["TLSv1.2"],
        },
      },
    });
    assert.deepEqual(Object.keys(sent).sort(), ["host", "user-agent", "via", "x-forwarded-for"]);
    assert.deepEqual(sent.host, [{ key: "Host", value: "localhost" }]);
    const response = third?.response as { status: string; statusDescription: string; headers: Json };
    assert.deepEqual([response.status, response.statusDescription], ["200", "OK"]);
    assert.deepEqual(response.headers["x-secret"], [{ key: "X-Secret", value: "s" }]);
    assert.equal((third?.request as Json).uri, "/second");
    assert.equal((fourth?.request as Json).uri, "/first");
    assert.ok(!("x-cache" in (fourth?.response as { headers: Json }).headers));
  });

  describe("takes a function's own answer", () => {
    it("at the viewer request, which is not kept, and no function runs after it", async () => {
      const after = await edge.lambda(
        "after-own",
        "response.headers['x-late'] = [{ key: 'X-Late', value: '1' }]; return response;",
      );
      const own = await edge.lambda(
        "own",
        "return { status: '401', statusDescription: 'No', headers: { 'x-own': [{ key: 'X-Own', value: 'v' }] }, body: 'c2F5', bodyEncoding: 'base64' };",
      );
      const { host } = await edge.create({ lambdas: { "viewer-request": own, "viewer-response": after } });
      for (let count = 0; count < 2; count++) {
        const { status, headers, body } = await edge.visit(host, "/");
        assert.deepEqual([status, headers["x-cache"], body], [401, "LambdaGeneratedResponse from cloudfront", "say"]);
        assert.deepEqual([headers["x-own"], headers["x-late"]], ["v", undefined]);
      }
      assert.equal(edge.asked.length, 0);
    });

    it("at the origin request, which is kept, and the origin's response has no function then", async () => {
      const late = await edge.lambda(
        "late",
        "response.headers['x-late'] = [{ key: 'X-Late', value: '1' }]; return response;",
      );
      const made = await edge.lambda("made", "return { status: '200', body: request.uri + Math.random() };");
      const { host } = await edge.create({ lambdas: { "origin-request": made, "origin-response": late } });
      const first = await edge.visit(host, "/a");
      const second = await edge.visit(host, "/a");
      assert.deepEqual(
        [first.headers["x-cache"], first.headers["x-late"]],
        ["LambdaGeneratedResponse from cloudfront", undefined],
      );
      assert.deepEqual([second.headers["x-cache"], second.body], ["Hit from cloudfront", first.body]);
    });

    it("of 40 KB at the viewer and 1 MB at the origin, and no larger one", async () => {
      const sized = await edge.lambda(
        "sized",
        "return { status: '200', body: 'x'.repeat(Number(request.querystring)) };",
      );
      const all = { CachePolicyId: "4cc15a8a-d715-48a4-82b8-cc0b614638fe" };
      for (const [point, bytes] of [
        ["viewer-request", 40 * kilobyte],
        ["origin-request", kilobyte ** 2],
      ] as const) {
        const { host } = await edge.create({ ...all, lambdas: { [point]: sized } });
        assert.equal((await edge.visit(host, `/?${bytes}`)).body.length, bytes);
        const larger = await edge.said(host, `/?${bytes + 1}`);
        assert.deepEqual(larger.slice(0, 2), [502, "LambdaValidationError from cloudfront"]);
        assert.match(String(larger[2]), /The body is not a string, is not an object, or exceeds the maximum size/);
      }
    });
  });

  describe("shows a body to a function that asks for it", () => {
    it("cut at 40 KB for the viewer, while the origin gets all of it", async () => {
      const echo = await edge.lambda(
        "reads-body",
        "const { data, ...rest } = request.body; console.log(JSON.stringify({ length: data.length, ...rest })); return request;",
      );
      const { host } = await edge.create({ includeBody: true, lambdas: { "viewer-request": echo } });
      await edge.visit(host, "/", { method: "POST", body: "x".repeat(41 * kilobyte) });
      assert.equal(edge.asked[0]?.body.length, 41 * kilobyte);
      const [event] = await edge.eventsOf("reads-body");
      const { data, ...rest } = (event?.request as { body: { data: string } }).body;
      assert.equal(Buffer.from(data, "base64").length, 40 * kilobyte);
      assert.deepEqual(rest, { action: "read-only", encoding: "base64", inputTruncated: true });
    });

    it("which may replace it, and to no other", async () => {
      const replace =
        "request.body = { ...request.body, action: 'replace', encoding: 'text', data: 'new' }; return request;";
      const replaces = await edge.lambda("replaces-body", replace);
      const { host } = await edge.create({ includeBody: true, lambdas: { "origin-request": replaces } });
      await edge.visit(host, "/", { method: "POST", body: "old" });
      assert.equal(edge.asked[0]?.body.toString(), "new");
      const without = await edge.create({
        lambdas: {
          "origin-request": await edge.lambda("no-body", "if (request.body) throw new Error(); return request;"),
        },
      });
      assert.equal((await edge.visit(without.host, "/", { method: "POST", body: "old" })).status, 200);
    });
  });

  it("calls no function at the viewer's response when the origin failed, and one at the origin's may mend that", async () => {
    edge.answers = () => ({ status: 404 });
    const mark = "response.headers['x-seen'] = [{ key: 'X-Seen', value: '1' }]; return response;";
    const { host } = await edge.create({ lambdas: { "viewer-response": await edge.lambda("seen", mark) } });
    assert.equal((await edge.visit(host, "/")).headers["x-seen"], undefined);
    const mend = await edge.lambda("mends", "response.status = '200'; response.body = 'mended'; return response;");
    const mended = await edge.create({ lambdas: { "origin-response": mend } });
    assert.deepEqual(await edge.said(mended.host, "/"), [200, "Miss from cloudfront", "mended"]);
  });

  it("runs CloudFront Functions at the viewer next to functions at the origin", async () => {
    const code =
      "function handler(event) { var request = event.request; request.uri = '/by-function'; return request; }";
    const { ETag } = await edge.aws.cloudfront.createFunction({
      Name: "rewrite",
      FunctionConfig: { Comment: "", Runtime: "cloudfront-js-2.0" },
      FunctionCode: Buffer.from(code),
    });
    const { FunctionSummary } = await edge.aws.cloudfront.publishFunction({ Name: "rewrite", IfMatch: ETag });
    const FunctionARN = FunctionSummary?.FunctionMetadata?.FunctionARN;
    const FunctionAssociations = { Quantity: 1, Items: [{ EventType: "viewer-request" as const, FunctionARN }] };
    const made = await edge.lambda("beside", "return { status: '200', body: request.uri };");
    const { host } = await edge.create({ FunctionAssociations, lambdas: { "origin-request": made } });
    assert.equal((await edge.visit(host, "/x")).body, "/by-function");
    assert.equal(await edge.visit(host, "/y").then(({ headers }) => headers["x-cache"]), "Hit from cloudfront");
    await assert.rejects(edge.create({ FunctionAssociations, lambdas: { "viewer-response": made } }), {
      name: "InvalidFunctionAssociation",
    });
  });
});
