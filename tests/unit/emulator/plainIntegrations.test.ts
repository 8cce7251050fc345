import assert from "node:assert/strict";
import http from "node:http";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { REGION } from "../../handlers/emulator";
import { Cloud, shared } from "./cloud";
import { json, makeApi, serviceUri } from "./restApi";

describe("a REST API on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  shared(Cloud, (started) => (cloud = started));

  describe("answers by itself, as a mock", () => {
    const mock = (requestTemplates: { [type: string]: string } | undefined, ...responses: object[]) =>
      makeApi(cloud, { integration: { type: "MOCK", uri: "", requestTemplates }, responses });

    it("with the status that its request template makes of the request, and the response of that status", async () => {
      const template = `#if($input.params('scope') == 'internal') {"statusCode": 200} #else {"statusCode": 500} #end`;
      const body = `{"for": "$input.params('scope')", "at": "$context.stage"}`;
      const call = await mock(
        json(template),
        {
          statusCode: "200",
          responseTemplates: json(body),
          responseParameters: { "method.response.header.x-kind": "'mock'" },
        },
        { statusCode: "503", selectionPattern: "5\\d{2}", responseTemplates: json('{"message": "not yours"}') },
      );
      const good = await call(undefined, { at: "/?scope=internal" });
      assert.deepEqual([good.status, good.headers.get("x-kind")], [200, "mock"]);
      assert.deepEqual(JSON.parse(good.body), { for: "internal", at: "live" });
      const other = await call(undefined, { at: "/?scope=public" });
      assert.deepEqual([other.status, other.body], [503, '{"message": "not yours"}']);
    });

    it("and with status 500 where its template makes no status, or cannot be rendered", async () => {
      assert.equal((await (await mock(json("{}"), {}))()).status, 500);
      await cloud.logged(/a mock integration has no status/);
      assert.equal((await (await mock(json('#set($x = $input.path("$.a").b.c()) {'), {}))()).status, 500);
      assert.equal((await (await mock({ "text/plain": "{}" }, {}))({ statusCode: 200 })).status, 200);
    });
  });

  describe("asks a server by mapping templates", () => {
    const asked: { method?: string; url?: string; headers: http.IncomingHttpHeaders; body: string }[] = [];
    let answer = { status: 200, body: "{}" };
    let uri: string;
    const server = http.createServer((request, response) => {
      void text(request).then((body) => {
        const { method, url, headers } = request;
        asked.push({ method, url, headers, body });
        response.writeHead(answer.status, { "content-type": "application/json", "x-count": "2" }).end(answer.body);
      });
    });
    before(async () => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      uri = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    after(() => server.close());

    it("with mapped path, query and headers only, and its answer mapped back by its status", async () => {
      const call = await makeApi(cloud, {
        path: "/orders/{id}",
        integration: {
          type: "HTTP",
          uri: `${uri}/things/{thing}`,
          integrationHttpMethod: "PUT",
          requestParameters: {
            "integration.request.path.thing": "method.request.path.id",
            "integration.request.querystring.kind": "method.request.querystring.type",
            "integration.request.header.x-from": "'api'",
          },
          requestTemplates: json(`{"wanted": $input.json('$.count')}`),
        },
        responses: [
          {
            responseTemplates: json(`{"found": $input.json('$.count')}`),
            responseParameters: { "method.response.header.x-total": "integration.response.header.x-count" },
          },
          { statusCode: "404", selectionPattern: "404", responseTemplates: json('{"message": "no such order"}') },
        ],
      });
      answer = { status: 200, body: '{"count": 2}' };
      const good = await call({ count: 3 }, { at: "/orders/a%20b?type=new&secret=1", headers: { "x-mine": "1" } });
      assert.deepEqual([good.status, good.headers.get("x-total"), good.body], [200, "2", '{"found": 2}']);
      const last = asked.at(-1);
      assert.deepEqual([last?.method, last?.url, last?.body], ["PUT", "/things/a%20b?kind=new", '{"wanted": 3}']);
      assert.deepEqual([last?.headers["x-from"], last?.headers["x-mine"]], ["api", undefined]);
      answer = { status: 404, body: "{}" };
      const missing = await call({ count: 3 }, { at: "/orders/b" });
      assert.deepEqual([missing.status, missing.body], [404, '{"message": "no such order"}']);
    });

    it("and answers with status 500 where nobody is there", async () => {
      const call = await makeApi(cloud, { integration: { type: "HTTP", uri: "http://127.0.0.1:1/" } });
      assert.equal((await call({})).status, 500);
      await cloud.logged(/http:\/\/127\.0\.0\.1:1\/ could not be asked/);
    });
  });

  it("calls S3 by the name of an action, with its parameters", async () => {
    const { s3 } = cloud.aws;
    const credentials = await cloud.role("objects", "s3:*");
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await s3.createBucket({ Bucket: "by-action", CreateBucketConfiguration });
    await s3.putObject({ Bucket: "by-action", Key: "a/note.txt", Body: "hello" });
    const action = (rest: string) =>
      makeApi(cloud, {
        path: "/{key}",
        integration: {
          uri: serviceUri("s3", `action/${rest}`),
          integrationHttpMethod: "GET",
          credentials,
          requestParameters: { "integration.request.path.key": "method.request.path.key" },
        },
      });
    const get = await action("GetObject&Bucket=by-action&Key=a/{key}");
    const found = await get(undefined, { at: "/note.txt" });
    assert.deepEqual([found.status, found.body], [200, "hello"]);
    const list = await action("ListObjectsV2&Bucket=by-action&Prefix={key}");
    assert.match((await list(undefined, { at: "/a" })).body, /<Key>a\/note\.txt<\/Key>/);
    const remove = await action("DeleteObject&Bucket=by-action&Key=a/{key}");
    await remove(undefined, { at: "/note.txt" });
    assert.equal((await s3.listObjectsV2({ Bucket: "by-action" })).KeyCount, 0);
  });
});
