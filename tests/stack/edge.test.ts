import assert from "node:assert/strict";
import { request, type IncomingHttpHeaders } from "node:http";
import { CloudFront } from "@aws-sdk/client-cloudfront";
import { Checkout } from "./checkout";

interface Outputs {
  distributionDomain: string;
  siteBucket: string;
}

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

describe("a site at the edge, deployed by the engine under the policy pack", function () {
  this.timeout(180_000);
  let checkout: Checkout;
  let outputs: Outputs;

  async function up(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await checkout.run("up", "--stack", "local", ...args);
    assert.equal(code, 0, stdout + stderr);
    outputs = JSON.parse(checkout.read(".local", "outputs.json")) as Outputs;
    return stdout;
  }

  const client = () => ({
    region: "us-east-1",
    endpoint: `http://127.0.0.1:${checkout.port}`,
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });

  /** What a visitor gets: the emulator finds the distribution by the name of the host. */
  const get = (
    path: string,
    headers: Record<string, string> = {},
    host = outputs.distributionDomain,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request(
        {
          port: checkout.port,
          path,
          headers: { host, "x-forwarded-proto": "https", ...headers },
        },
        (response) => {
          let body = "";
          response.on("data", (data: Buffer) => (body += data.toString()));
          response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
        },
      )
        .on("error", reject)
        .end();
    });

  before(async () => {
    checkout = await Checkout.copy(["edge", "userPool"]);
    assert.doesNotMatch(await up("--verbose"), /lambdaFunctionAssociations/);
  });
  after(() => checkout.close());

  it("answers with the page of the private bucket, and the headers that guard its reader", async () => {
    const { status, headers, body } = await get("/");
    assert.equal(status, 200, body);
    assert.match(body, /<h1>Headroom<\/h1>/);
    assert.equal(headers["content-type"], "text/html; charset=utf-8");
    assert.equal(headers["strict-transport-security"], "max-age=63072000; includeSubDomains");
    assert.match(String(headers["content-security-policy"]), /^default-src 'self'; /);
    assert.equal(headers["x-content-type-options"], "nosniff");
    assert.equal(headers["x-frame-options"], "DENY");
    assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin");
    assert.equal(headers["permissions-policy"], "camera=(), geolocation=(), microphone=()");
  });

  it("keeps what its function at the viewer response says, by the kind of file", async () => {
    assert.equal((await get("/")).headers["cache-control"], "public, max-age=60");
    const { status, headers } = await get("/styles.css");
    assert.deepEqual(
      [status, headers["content-type"], headers["cache-control"]],
      [200, "text/css; charset=utf-8", "public, max-age=86400"],
    );
  });

  it("finds the page of a folder, with and without a slash", async () => {
    for (const path of ["/guide/", "/guide"]) {
      const { status, body } = await get(path);
      assert.equal(status, 200, path);
      assert.match(body, /<h1>Guide<\/h1>/);
    }
  });

  it("sends moved addresses on, with their query", async () => {
    const { status, headers } = await get("/docs/start?from=mail&a=1");
    assert.deepEqual([status, headers.location], [301, "/guide/?from=mail&a=1"]);
  });

  it("has a page for what is not there, and TLS for who comes without", async () => {
    const missing = await get("/nothing/here");
    assert.equal(missing.status, 404);
    assert.match(missing.body, /<h1>Not found<\/h1>/);
    const plain = await get("/guide/", { "x-forwarded-proto": "http" });
    assert.deepEqual([plain.status, plain.headers.location], [301, `https://${outputs.distributionDomain}/guide/`]);
  });

  it("is the only way to its bucket", async () => {
    const direct = await get(`/${outputs.siteBucket}/index.html`, {}, `127.0.0.1:${checkout.port}`);
    assert.equal(direct.status, 403);
    assert.match(direct.body, /AccessDenied/);
  });

  it("has a page that its function makes by country, and keeps it for the next visitor of that country", async () => {
    const from = (country: string) =>
      get("/welcome", { "cloudfront-viewer-country": country, cookie: "variant=plain" });
    const first = await from("DE");
    assert.equal(first.status, 200);
    assert.match(first.body, /Guten Tag/);
    assert.equal(first.headers["x-cache"], "LambdaGeneratedResponse from cloudfront");
    assert.match((await from("FR")).body, /Bonjour/);
    const again = await from("DE");
    assert.deepEqual([again.headers["x-cache"], again.body], ["Hit from cloudfront", first.body]);
  });

  it("lets nobody see its members' pages unknown, whichever way an address is written", async () => {
    for (const uri of [
      "/members",
      "/members/",
      "/members/index.html",
      "/members%2Findex.html",
      "/members%2findex.html",
    ]) {
      const { status, headers } = await get(uri);
      assert.deepEqual([status, headers["x-cache"]], [401, "LambdaGeneratedResponse from cloudfront"], uri);
    }
    assert.equal((await get("/")).status, 200);
  });

  it("changes nothing the second time; then its function when a redirect does, and its bucket when it gets a key", async () => {
    assert.match(await up(), /local: no changes/);
    const redirects = [{ from: "/docs/*", to: "/guide/*", status: 308 }];
    await up("--config", `edge.redirects=${JSON.stringify(redirects)}`, "--config", "edge.customerManagedKey=true");
    assert.equal((await get("/")).status, 200);
    const { status, headers } = await get("/docs//evil.example/");
    assert.deepEqual([status, headers.location], [308, "/guide/evil.example/"]);
  });

  it("is gone when it is switched off, with all that was in its bucket", async () => {
    const domain = outputs.distributionDomain;
    await up("--config", "edge.enabled=false");
    assert.doesNotMatch((await get("/", {}, domain)).body, /Headroom/);
    const cloudfront = new CloudFront(client());
    const { DistributionList } = await cloudfront.listDistributions({});
    const { FunctionList } = await cloudfront.listFunctions({});
    assert.deepEqual([DistributionList?.Quantity, FunctionList?.Quantity], [0, 0]);
    cloudfront.destroy();
  });
});
