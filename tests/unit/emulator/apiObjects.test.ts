import assert from "node:assert/strict";
import { REGION } from "../../handlers/emulator";
import { Cloud, shared } from "./cloud";

const Bucket = "site-files";
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);

describe("objects of S3 behind a REST API on the emulator", function () {
  this.timeout(60_000);
  let cloud: Cloud;
  let aws: Cloud["aws"];
  shared(Cloud, async (started) => {
    cloud = started;
    ({ aws } = cloud);
    await aws.s3.createBucket({ Bucket, CreateBucketConfiguration: { LocationConstraint: REGION } });
    for (const [Key, Body, ContentType] of [
      ["files/index.html", "<h1>hello</h1>", "text/html"],
      ["files/css/main.css", "body {}", "text/css"],
      ["files/logo.png", picture, "image/png"],
    ] as const)
      await aws.s3.putObject({ Bucket, Key, Body, ContentType });
  });

  const type = "integration.response.header.Content-Type";

  /** A REST API whose root is an object and whose paths below are those of a folder, by a role with these rights. */
  async function site(name: string, ...rights: string[]) {
    const { id: restApiId = "", rootResourceId = "" } = await aws.apigateway.createRestApi({ name });
    const { id: below = "" } = await aws.apigateway.createResource({
      restApiId,
      parentId: rootResourceId,
      pathPart: "{proxy+}",
    });
    const credentials = await cloud.role(`${name}-reader`, ...rights);
    for (const [resourceId, httpMethod, key] of [
      [rootResourceId, "GET", "files/index.html"],
      [below, "ANY", "files/{proxy}"],
    ] as const) {
      const method = { restApiId, resourceId, httpMethod };
      await aws.apigateway.putMethod({ ...method, authorizationType: "NONE" });
      await aws.apigateway.putIntegration({
        ...method,
        type: "AWS",
        integrationHttpMethod: "GET",
        uri: `arn:aws:apigateway:${REGION}:s3:path/${Bucket}/${key}`,
        credentials,
        requestParameters: key.includes("{")
          ? { "integration.request.path.proxy": "method.request.path.proxy" }
          : undefined,
      });
      for (const [statusCode, selectionPattern] of [
        ["200", ""],
        ["404", "404"],
        ["403", "403"],
      ] as const)
        await aws.apigateway.putIntegrationResponse({
          ...method,
          statusCode,
          selectionPattern,
          responseParameters: { "method.response.header.Content-Type": type },
        });
    }
    await aws.apigateway.createDeployment({ restApiId, stageName: "live" });
    return (path: string) => fetch(`${cloud.emulator.endpoint}/restapis/${restApiId}/live/_user_request_${path}`);
  }

  it("are answered with their types, bytes as they are", async () => {
    const get = await site("open", "s3:GetObject", "s3:ListBucket");
    for (const [path, contentType, text] of [
      ["/", "text/html", "<h1>hello</h1>"],
      ["/index.html", "text/html", "<h1>hello</h1>"],
      ["/css/main.css", "text/css", "body {}"],
    ] as const) {
      const answer = await get(path);
      assert.deepEqual([answer.status, answer.headers.get("content-type")], [200, contentType]);
      assert.equal(await answer.text(), text);
    }
    assert.deepEqual(Buffer.from(await (await get("/logo.png")).arrayBuffer()), picture);
    assert.equal((await get("/none.txt")).status, 404);
  });

  it("are refused without a right of the integration's role, and the log names it", async () => {
    const get = await site("closed", "s3:PutObject");
    assert.equal((await get("/css/main.css")).status, 403);
    await cloud.logged(
      /refused: GET \/site-files\/files\/css\/main\.css of s3 to the role \S*closed-reader: .* s3:GetObject .* Fix: /,
    );
  });
});
