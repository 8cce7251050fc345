import assert from "node:assert/strict";
import { Cloud, type Json, shared } from "./cloud";
import { json, makeApi, type Made, serviceUri } from "./restApi";

describe("mapping templates of a REST API on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let uri: string;
  shared(Cloud, async (started) => {
    cloud = started;
    const arn = await cloud.function("echo", "if (event.fail) throw new Error(event.fail); return event;");
    await cloud.allow("echo", "apigateway.amazonaws.com");
    uri = serviceUri("lambda", `path/2015-03-31/functions/${arn}/invocations`);
  });

  type Integration = Partial<Made["integration"]>;
  const echo = (integration: Integration, more: Partial<Made> = {}) =>
    makeApi(cloud, { integration: { uri, ...integration }, ...more });
  /** What a function gets of a template. */
  const event = async (template: string, body?: unknown, more: Partial<Made> = {}, at?: string) => {
    const call = await echo({ requestTemplates: json(template) }, more);
    const answer = await call(body, at === undefined ? {} : { at });
    assert.equal(answer.status, 200, answer.body);
    return JSON.parse(answer.body) as Json;
  };

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/example-photos.html
  it("choose members of a list, as in AWS's example of photos", async () => {
    const photo = [
      { id: "1", owner: "a", first: "Saanvi", last: "Sarkar", title: "one", ispublic: true, isfriend: false },
      { id: "2", owner: "b", first: "Richard", last: "Roe", title: "two", ispublic: false, isfriend: true },
    ];
    const template = `#set($root = $input.path('$'))
      { "photos": [
        #foreach($elem in $root.photos.photo)
        { "id": "$elem.id", "photographedBy": "$elem.first $elem.last", "title": "$elem.title", "ispublic": $elem.ispublic }#if($foreach.hasNext),#end
        #end
      ] }`;
    assert.deepEqual(await event(template, { photos: { page: 1, photo } }), {
      photos: [
        { id: "1", photographedBy: "Saanvi Sarkar", title: "one", ispublic: true },
        { id: "2", photographedBy: "Richard Roe", title: "two", ispublic: false },
      ],
    });
  });

  // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
  it("pass all parameters on, as in AWS's reference", async () => {
    const template = `#set($allParams = $input.params())
      { "params": {
        #foreach($type in $allParams.keySet())
        #set($params = $allParams.get($type))
        "$type": {
          #foreach($name in $params.keySet())
          "$name": "$util.escapeJavaScript($params.get($name))"#if($foreach.hasNext),#end
          #end
        }#if($foreach.hasNext),#end
        #end
      } }`;
    const { params } = await event(template, {}, { path: "/things/{id}" }, "/things/abc?a=1%202");
    const { path, querystring, header } = params as { [place: string]: Json };
    assert.deepEqual([path, querystring], [{ id: "abc" }, { a: "1 2" }]);
    assert.equal(header?.["content-type"], "application/json");
  });

  it("read the body by paths, as in AWS's reference", async () => {
    const template = `{ "id": "$input.params('id')", "count": "$input.path('$.things').size()", "things": $input.json('$.things') }`;
    const things = { "1": {}, "2": {}, "3": {} };
    assert.deepEqual(await event(template, { things }, { path: "/things/{id}" }, "/things/abc"), {
      id: "abc",
      count: "3",
      things,
    });
    const nested = { errorMessage: JSON.stringify({ key1: "var1", key2: { arr: [1, 2, 3] } }) };
    const parsed = "#set($message = $util.parseJson($input.path('$.errorMessage'))){ \"first\": $message.key2.arr[0] }";
    assert.deepEqual(await event(parsed, nested), { first: 1 });
  });

  it("have what AWS puts into them, and an empty text for what is not there", async () => {
    const template = String.raw`{
      "escaped": "$util.escapeJavaScript($input.path('$.text')).replaceAll("\\'", "'")",
      "base64": "$util.base64Encode('hé') $util.base64Decode('aMOp')",
      "url": "$util.urlEncode('a b&c/é') $util.urlDecode('a+b%26')",
      "context": "$context.stage $context.httpMethod $context.resourcePath $context.identity.sourceIp",
      "variable": "$stageVariables.color \${stageVariables['color']}",
      "none": "$input.params('none')$none$input.path('$.none')$context.authorizer.claims.email"
    }`.replaceAll("\\$", "$");
    const found = await event(template, { text: 'it\'s "é"\n' }, { variables: { color: "blue" } });
    assert.deepEqual(found, {
      escaped: 'it\'s "é"\n',
      base64: "aMOp hé",
      url: "a+b%26c%2F%C3%A9 a b&",
      context: "live POST / 127.0.0.1",
      variable: "blue blue",
      none: "",
    });
  });

  it("without one a function gets the body itself, and nothing of the request", async () => {
    const call = await echo({});
    assert.deepEqual(JSON.parse((await call({ a: 1 })).body), { a: 1 });
    assert.deepEqual(JSON.parse((await call(undefined, { method: "GET" })).body), {});
  });

  it("make the answer: a response by the error's message, headers, and what the template overrides", async () => {
    const call = await echo(
      {},
      {
        responses: [
          {
            responseParameters: {
              "method.response.header.X-Fixed": "'fixed'",
              "method.response.header.X-Member": "integration.response.body.list[1].id",
            },
            responseTemplates: json(
              "#set($context.responseOverride.header.X-Over = 'over')#set($context.responseOverride.status = 202){ \"got\": $input.json('$.list') }",
            ),
          },
          {
            statusCode: "404",
            selectionPattern: "\\[NotFound\\].*",
            responseTemplates: json('{ "message": "$input.path(\'$.errorMessage\')" }'),
          },
        ],
      },
    );
    const list = [{ id: "a" }, { id: "b" }];
    const { status, headers, body } = await call({ list });
    assert.deepEqual([status, body], [202, '{ "got": [{"id":"a"},{"id":"b"}] }']);
    assert.deepEqual(
      ["X-Fixed", "X-Member", "X-Over"].map((name) => headers.get(name)),
      ["fixed", "b", "over"],
    );
    const missing = await call({ fail: "[NotFound] no such thing" });
    assert.deepEqual([missing.status, missing.body], [404, '{ "message": "[NotFound] no such thing" }']);
    const other = await call({ fail: "something else" });
    assert.equal(other.status, 202); // the response without a pattern
  });

  it("an answer that no response fits is status 500", async () => {
    const call = await echo({}, { responses: [{ selectionPattern: "only this" }] });
    const { status, body } = await call({});
    assert.deepEqual([status, body], [500, '{"message": "Internal server error"}']);
  });

  it("refuse other media types where the integration does not pass them through", async () => {
    const text = { headers: { "content-type": "text/plain" } };
    const statusOf = async (integration: Integration, headers = text) =>
      (await (await echo(integration))("{}", headers)).status;
    const templates = { requestTemplates: json("{}") };
    const body = '{"message":"Unsupported Media Type"}';
    const never = await (await echo({ ...templates, passthroughBehavior: "NEVER" }))("{}", text);
    assert.deepEqual([never.status, never.body.replace(": ", ":")], [415, body]);
    assert.equal(await statusOf({ passthroughBehavior: "NEVER" }), 415);
    assert.equal(await statusOf({ ...templates, passthroughBehavior: "WHEN_NO_TEMPLATES" }), 415);
    assert.equal(await statusOf({ passthroughBehavior: "WHEN_NO_TEMPLATES" }), 200);
    assert.equal(await statusOf({ ...templates, passthroughBehavior: "WHEN_NO_MATCH" }), 200);
    const parameters = { headers: { "content-type": "application/json; charset=utf-8" } };
    assert.equal(await statusOf({ ...templates, passthroughBehavior: "NEVER" }, parameters), 200);
  });

  it("that cannot be read is status 500, with the reason in the log", async () => {
    const call = await echo({ requestTemplates: json("$util.parseJson('no JSON')") });
    assert.equal((await call({})).status, 500);
    await cloud.logged(/a mapping template cannot be rendered: /);
  });
});
