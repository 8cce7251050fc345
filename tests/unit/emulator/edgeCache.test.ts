import type * as sdk from "@aws-sdk/client-cloudfront";
import assert from "node:assert/strict";
import type http from "node:http";
import { until, shared } from "./cloud";
import { cachingDisabled, Edge } from "./edge";

describe("a distribution on the emulator", function () {
  this.timeout(60_000);
  let edge: Edge;
  shared(Edge, (started) => (edge = started));
  beforeEach(() => edge.reset());

  describe("keeps an answer", () => {
    const policy = async (
      Name: string,
      more: Partial<sdk.CachePolicyConfig>,
      key: Partial<sdk.ParametersInCacheKeyAndForwardedToOrigin> = {},
    ) => {
      const { CachePolicy } = await edge.aws.cloudfront.createCachePolicy({
        CachePolicyConfig: {
          Name,
          MinTTL: 0,
          ...more,
          ParametersInCacheKeyAndForwardedToOrigin: {
            EnableAcceptEncodingGzip: false,
            HeadersConfig: { HeaderBehavior: "none" },
            CookiesConfig: { CookieBehavior: "none" },
            QueryStringsConfig: { QueryStringBehavior: "none" },
            ...key,
          },
        },
      });
      return CachePolicy?.Id;
    };
    const move = async (seconds: number) => {
      await fetch(`${edge.cloud.emulator.endpoint}/_headroom/clock?seconds=${seconds}`, { method: "POST" });
      await until(async () => {
        const state = (await (await fetch(`${edge.cloud.emulator.endpoint}/_headroom/clock`)).json()) as {
          moving: boolean;
        };
        return state.moving ? undefined : true;
      }, "the clock");
    };
    const cached = async (host: string, path: string, headers: http.OutgoingHttpHeaders = {}) =>
      (await edge.visit(host, path, { headers })).headers["x-cache"];

    it("by the headers, cookies and query parameters of its policy, and by nothing else", async () => {
      const CachePolicyId = await policy(
        "key",
        {},
        {
          HeadersConfig: { HeaderBehavior: "whitelist", Headers: { Quantity: 1, Items: ["X-Kind"] } },
          CookiesConfig: { CookieBehavior: "whitelist", Cookies: { Quantity: 1, Items: ["variant"] } },
          QueryStringsConfig: { QueryStringBehavior: "whitelist", QueryStrings: { Quantity: 1, Items: ["size"] } },
        },
      );
      const { host } = await edge.create({ CachePolicyId });
      const first = ["/a?size=1", { "x-kind": "k", cookie: "variant=1" }] as const;
      assert.equal(await cached(host, ...first), "Miss from cloudfront");
      assert.equal(await cached(host, ...first), "Hit from cloudfront");
      assert.equal(
        await cached(host, "/a?size=1&other=2", { "x-kind": "k", cookie: "variant=1; b=2", "x-b": "3" }),
        "Hit from cloudfront",
      );
      assert.equal(await cached(host, "/a?size=2", first[1]), "Miss from cloudfront");
      assert.equal(await cached(host, "/a?size=1", { "x-kind": "k" }), "Miss from cloudfront");
      assert.equal(await cached(host, "/a?size=1", { cookie: "variant=1" }), "Miss from cloudfront");
      assert.equal(edge.asked.length, 4);
      assert.equal(
        await edge.visit(host, "/a", { method: "POST" }).then(({ headers }) => headers["x-cache"]),
        "Miss from cloudfront",
      );
      assert.equal(
        await edge.visit(host, "/a", { method: "POST" }).then(({ headers }) => headers["x-cache"]),
        "Miss from cloudfront",
      );
    });

    it("for as long as it says, within the policy's times, and compares it then", async () => {
      const { host } = await edge.create({
        CachePolicyId: await policy("times", { MinTTL: 10, DefaultTTL: 100, MaxTTL: 1_000 }),
      });
      const say = (control: string) => (edge.answers = () => ({ headers: { "cache-control": control } }));
      const keptFor = async (path: string, control: string, seconds: number) => {
        say(control);
        assert.equal(await cached(host, path), "Miss from cloudfront", control);
        await move(seconds - 5);
        assert.equal(await cached(host, path), "Hit from cloudfront", control);
        await move(6);
        assert.equal(await cached(host, path), "Miss from cloudfront", control);
      };
      await keptFor("/default", "public", 100);
      await keptFor("/least", "no-store", 10);
      await keptFor("/said", "max-age=50, s-maxage=60", 60);
      await keptFor("/most", "max-age=5000", 1_000);
      edge.answers = () => ({ headers: { etag: '"1"', "cache-control": "max-age=50" } });
      const { headers } = await edge.visit(host, "/compared");
      assert.equal(headers.age, undefined);
      await move(20);
      assert.equal((await edge.visit(host, "/compared")).headers.age, "20");
      await move(40);
      edge.answers = () => ({ status: 304, headers: { etag: '"1"' } });
      const { status, headers: refreshed, body } = await edge.visit(host, "/compared");
      assert.equal(edge.asked.at(-1)?.headers["if-none-match"], '"1"');
      assert.deepEqual([status, refreshed["x-cache"], body], [200, "RefreshHit from cloudfront", "/compared"]);
      await move(60);
      edge.answers = () => ({ status: 500 });
      assert.deepEqual((await edge.said(host, "/compared")).slice(1), ["Hit from cloudfront", "/compared"]);
    });

    it("not when it says so, and not one that no policy lets be kept", async () => {
      edge.answers = () => ({ headers: { "cache-control": "no-store" } });
      const { host } = await edge.create({ CachePolicyId: await policy("nothing", {}) });
      assert.deepEqual(
        [await cached(host, "/"), await cached(host, "/")],
        ["Miss from cloudfront", "Miss from cloudfront"],
      );
      const off = await edge.create({ CachePolicyId: cachingDisabled });
      assert.deepEqual(
        [await cached(off.host, "/"), await cached(off.host, "/")],
        ["Miss from cloudfront", "Miss from cloudfront"],
      );
    });

    it("until it is invalidated, by its path or by what paths begin with", async () => {
      const { host, id } = await edge.create({});
      const invalidate = (...Items: string[]) =>
        edge.aws.cloudfront.createInvalidation({
          DistributionId: id,
          InvalidationBatch: { CallerReference: `${Math.random()}`, Paths: { Quantity: Items.length, Items } },
        });
      for (const path of ["/a/1", "/a/2", "/b"]) await edge.visit(host, path);
      await invalidate("/b");
      assert.deepEqual(
        [await cached(host, "/a/1"), await cached(host, "/b")],
        ["Hit from cloudfront", "Miss from cloudfront"],
      );
      await invalidate("/a/*");
      assert.deepEqual(
        [await cached(host, "/a/1"), await cached(host, "/a/2"), await cached(host, "/b")],
        ["Miss from cloudfront", "Miss from cloudfront", "Hit from cloudfront"],
      );
    });

    it("that is an error for ten seconds, or for as long as the distribution says, with its page", async () => {
      edge.answers = (url) => (url === "/sorry" ? { body: "sorry" } : { status: 404 });
      const { host } = await edge.create(
        {},
        {
          CustomErrorResponses: {
            Quantity: 1,
            Items: [{ ErrorCode: 404, ResponseCode: "200", ResponsePagePath: "/sorry", ErrorCachingMinTTL: 60 }],
          },
        },
      );
      assert.deepEqual(await edge.said(host, "/gone"), [200, "Error from cloudfront", "sorry"]);
      await move(50);
      assert.deepEqual(await edge.said(host, "/gone"), [200, "Error from cloudfront", "sorry"]);
      assert.deepEqual(
        edge.asked.map(({ url }) => url),
        ["/gone", "/sorry"],
      );
      await move(20);
      await edge.said(host, "/gone");
      assert.equal(edge.asked.filter(({ url }) => url === "/gone").length, 2);
    });
  });
});
