import assert from "node:assert/strict";
import fc from "fast-check";
import { ownHandler } from "../../components";
import { cloudFrontCode, type EdgeSettings, settingsLine } from "../../components/edge/edgeBundle";
import { limits } from "../../limits";
import { EdgeScript, newerSyntax } from "./edgeRuntime";

interface Values {
  [name: string]: { value: string; multiValue?: { value: string }[] };
}
interface Result {
  statusCode?: number;
  uri?: string;
  headers: Values;
}

const renderCode = (name: string, settings: EdgeSettings): string =>
  settingsLine(settings) + cloudFrontCode(ownHandler(name));
const viewer = (uri: string, querystring: Values = {}) => ({
  version: "1.0",
  context: {
    distributionDomainName: "d1.cloudfront.net",
    distributionId: "E1",
    eventType: "viewer-request",
    requestId: "r",
  },
  viewer: { ip: "198.51.100.1" },
  request: { method: "GET", uri, querystring, headers: { host: { value: "www.example.com" } }, cookies: {} },
});

describe("CloudFront Functions, in an engine with no more than theirs", () => {
  const redirects = [
    { from: "/old", to: "/new/" },
    { from: "/docs/*", to: "/guide/*", status: 308 },
    { from: "/shop/*", to: "https://shop.example.com/", status: 302 },
    { from: "/away*", to: "https://example.com*" },
    { from: "/any*", to: "*" },
  ];
  const rules = [
    { match: "", headers: { "cache-control": "max-age=60" } },
    { match: ".css", headers: { "cache-control": "max-age=86400" } },
    { match: "/assets/", headers: { "cache-control": "immutable", "x-kind": "asset" } },
  ];
  const code = { request: renderCode("edge-request", { redirects }), headers: renderCode("edge-headers", { rules }) };
  let request: EdgeScript;
  let headers: EdgeScript;
  before(async () => {
    request = await EdgeScript.load(code.request);
    headers = await EdgeScript.load(code.headers);
  });
  after(() => {
    request.close();
    headers.close();
  });

  for (const [name, text] of Object.entries(code)) {
    it(`${name}: is small, and has no syntax that the runtime does not know`, () => {
      assert.ok(Buffer.byteLength(text) < limits.cloudfront.functionBytes.max / 4, `${Buffer.byteLength(text)} bytes`);
      assert.deepEqual(newerSyntax(text), []);
    });
  }

  it("sends nobody to a site that no rule names, whatever a visitor writes", () => {
    const locations = [
      "/away.evil.example",
      "/away@evil.example",
      "/anyhttps://evil.example",
      "/any//evil.example",
    ].map((uri) => request.handle<Result>(viewer(uri)).headers?.location?.value);
    assert.deepEqual(locations, [
      "https://example.com/.evil.example",
      "https://example.com/@evil.example",
      "/https://evil.example",
      "/evil.example",
    ]);
  });

  it("the engine has no network, no timers, no modules, no eval, and none of the methods that the runtime has not", () => {
    for (const name of ["fetch", "setTimeout", "require", "process", "eval", "Function", "BigInt", "Proxy", "Map"]) {
      assert.equal(request.run(`typeof ${name}`), "undefined", name);
    }
    assert.throws(() => request.run("[[1]].flat()"), /not a function/);
    assert.throws(() => request.run("(function () {}).constructor('return 1')()"), /not a function/);
    assert.throws(() => request.run("for (;;) {}"), /interrupted/);
    assert.equal(request.run("['a'].map((x) => x + `b`).join()"), "ab");
  });

  it("the check of the syntax sees what is too new", () => {
    for (const text of [
      "for (const a of b) c",
      "f(...a)",
      "a?.b",
      "class A {}",
      "const { a } = b",
      "({ a })",
      "/a/s",
      "1n",
    ]) {
      assert.notDeepEqual(newerSyntax(text), [], text);
    }
    assert.deepEqual(newerSyntax("const f = async (...a) => `${(await a[0]) ** 2}`"), []);
  });

  it("finds the page of a folder, and leaves files as they are", () => {
    const pages = {
      "/": "/index.html",
      "/guide/": "/guide/index.html",
      "/guide": "/guide/index.html",
      "/a.b/c": "/a.b/c/index.html",
      "/styles.css": "/styles.css",
    };
    for (const [uri, object] of Object.entries(pages)) {
      assert.equal(request.handle<Result>(viewer(uri)).uri, object, uri);
    }
  });

  it("sends moved addresses on with their query, the first rule first", () => {
    const findLocation = (uri: string, query?: Values) => {
      const { statusCode, headers: given } = request.handle<Result>(viewer(uri, query));
      return [statusCode, given.location?.value];
    };
    assert.deepEqual(findLocation("/old"), [301, "/new/"]);
    assert.deepEqual(findLocation("/docs/a/b"), [308, "/guide/a/b"]);
    assert.deepEqual(findLocation("/shop/x"), [302, "https://shop.example.com/"]);
    const query = { a: { value: "1", multiValue: [{ value: "1" }, { value: "2%203" }] }, flag: { value: "" } };
    assert.deepEqual(findLocation("/old", query), [301, "/new/?a=1&a=2%203&flag"]);
    assert.equal(request.handle<Result>(viewer("/older")).uri, "/older/index.html");
  });

  it("never leads to another site than the rules name, whatever a visitor asks for", () => {
    const part = fc.constantFrom("/", "\\", "//", ".", "..", "evil.example", "@", ":", "%2f", "docs", "old", "?", "#");
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const { statusCode, headers: given, uri } = request.handle<Result>(viewer(`/docs/${parts.join("")}`));
        if (statusCode === undefined) return uri?.startsWith("/");
        return new URL(given.location?.value ?? "", "https://www.example.com/").host === "www.example.com";
      }),
      { numRuns: 300 },
    );
  });

  it("adds headers by path, later rules over earlier ones, and keeps those that were there", () => {
    const response = (uri: string) => ({
      ...viewer(uri),
      response: { statusCode: 200, headers: { etag: { value: '"a"' } }, cookies: {} },
    });
    const of = (uri: string) =>
      Object.fromEntries(
        Object.entries(headers.handle<Result>(response(uri)).headers).map(([name, { value }]) => [name, value]),
      );
    assert.deepEqual(of("/"), { etag: '"a"', "cache-control": "max-age=60" });
    assert.deepEqual(of("/a.css"), { etag: '"a"', "cache-control": "max-age=86400" });
    assert.deepEqual(of("/assets/a.css"), { etag: '"a"', "cache-control": "immutable", "x-kind": "asset" });
  });
});
