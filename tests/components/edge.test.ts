import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import {
  Architecture,
  ArgumentError,
  CloudFrontFunction,
  Distribution,
  type DistributionArgs,
  EdgeEvent,
  EdgeFunction,
  ownHandler,
  PriceClass,
  ViewerTls,
  WebAcl,
  WebAclScope,
} from "../../components";
import { limits } from "../../limits";
import { type Declared, declare, one, statements } from "./deploy";

const distributionType = "aws:cloudfront/distribution:Distribution";
const functionType = "aws:lambda/function:Function";
const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/a";
const versionArn = "arn:aws:lambda:us-east-1:123456789012:function:other:3";
const DISTRIBUTION_ARN = "arn:aws:cloudfront:eu-west-1:123456789012:site";

const request = () =>
  new CloudFrontFunction("requests", { entry: ownHandler("edge-request"), settings: { redirects: [] } });
const content = (more: object = {}) =>
  new EdgeFunction("welcome", { entry: ownHandler("edge-content"), settings: { greetings: {} }, ...more });

describe("a distribution of a private bucket", () => {
  let declared: Declared[];
  before(async () => {
    declared = await declare(() => new Distribution("site", { content: "stack/edge/site" }));
  });

  it("is the only reader of its bucket: objects, by its own ARN, and signed whatever a visitor sends", () => {
    const policy = statements(one(declared, "aws:s3/bucketPolicy:BucketPolicy", "site-content-tls").policy);
    assert.deepEqual(
      policy.map(({ Sid, Effect, Principal, Action, Condition }) => ({ Sid, Effect, Principal, Action, Condition })),
      [
        {
          Sid: "TlsOnly",
          Effect: "Deny",
          Principal: "*",
          Action: "s3:*",
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
        {
          Sid: "Distribution",
          Effect: "Allow",
          Principal: { Service: "cloudfront.amazonaws.com" },
          Action: "s3:GetObject",
          Condition: { StringEquals: { "aws:SourceArn": DISTRIBUTION_ARN } },
        },
      ],
    );
    const access = one(declared, "aws:cloudfront/originAccessControl:OriginAccessControl");
    assert.deepEqual(
      [access.signingBehavior, access.signingProtocol, access.originAccessControlOriginType],
      ["always", "sigv4", "s3"],
    );
    const { origins } = one(declared, distributionType);
    assert.deepEqual(origins, [
      {
        originId: "content",
        domainName: "site-content.s3.eu-west-1.amazonaws.com",
        originAccessControlId: "site-id",
      },
    ]);
  });

  it("speaks TLS, HTTP/2 and HTTP/3, compresses, and answers what is not there with the page for it", () => {
    const site = one(declared, distributionType);
    assert.deepEqual(
      [site.httpVersion, site.isIpv6Enabled, site.priceClass, site.defaultRootObject, site.aliases, site.webAclId],
      ["http2and3", true, PriceClass.Least, "index.html", undefined, undefined],
    );
    assert.deepEqual(site.viewerCertificate, { cloudfrontDefaultCertificate: true });
    const behavior = site.defaultCacheBehavior as Record<string, unknown>;
    assert.deepEqual(
      [behavior.viewerProtocolPolicy, behavior.compress, behavior.allowedMethods, behavior.cachePolicyId],
      ["redirect-to-https", true, ["GET", "HEAD"], "site-default-id"],
    );
    const pages = site.customErrorResponses as { errorCode: number; responseCode: number; responsePagePath: string }[];
    assert.deepEqual(
      pages.map(({ errorCode, responseCode, responsePagePath }) => [errorCode, responseCode, responsePagePath]),
      [
        [403, 404, "/404.html"],
        [404, 404, "/404.html"],
      ],
    );
  });

  it("guards readers by headers, and keeps nothing of a visitor in its cache key", () => {
    const { securityHeadersConfig: headers } = one(
      declared,
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
    ) as { securityHeadersConfig: Record<string, Record<string, unknown>> };
    assert.deepEqual(Object.keys(headers).sort(), [
      "contentSecurityPolicy",
      "contentTypeOptions",
      "frameOptions",
      "referrerPolicy",
      "strictTransportSecurity",
    ]);
    assert.match(String(headers.contentSecurityPolicy?.contentSecurityPolicy), /default-src 'self'/);
    assert.equal(headers.strictTransportSecurity?.accessControlMaxAgeSec, 63_072_000);
    const policy = one(declared, "aws:cloudfront/cachePolicy:CachePolicy");
    assert.deepEqual([policy.minTtl, policy.defaultTtl, policy.maxTtl], [0, 300, 31_536_000]);
    assert.deepEqual(policy.parametersInCacheKeyAndForwardedToOrigin, {
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
      headersConfig: { headerBehavior: "none" },
      cookiesConfig: { cookieBehavior: "none" },
      queryStringsConfig: { queryStringBehavior: "none" },
    });
  });

  it("logs every request, as JSON, to a bucket that only its own delivery writes to", () => {
    const source = one(declared, "aws:cloudwatch/logDeliverySource:LogDeliverySource");
    assert.deepEqual(
      [source.region, source.logType, source.resourceArn],
      ["us-east-1", "ACCESS_LOGS", DISTRIBUTION_ARN],
    );
    const destination = one(declared, "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination");
    assert.deepEqual(
      [destination.region, destination.outputFormat, destination.deliveryDestinationConfiguration],
      ["us-east-1", "json", { destinationResourceArn: "arn:aws:s3:::site-logs" }],
    );
    const [, write] = statements(one(declared, "aws:s3/bucketPolicy:BucketPolicy", "site-logs-tls").policy);
    assert.deepEqual(
      [write?.Principal, write?.Action, write?.Condition],
      [
        { Service: "delivery.logs.amazonaws.com" },
        "s3:PutObject",
        {
          StringEquals: { "aws:SourceAccount": "123456789012", "s3:x-amz-acl": "bucket-owner-full-control" },
          ArnEquals: { "aws:SourceArn": "arn:aws:cloudwatch:eu-west-1:123456789012:site-logs" },
        },
      ],
    );
  });

  it("puts the files of a folder into the bucket, each with its type", () => {
    const objects = declared.filter(({ type }) => type === "aws:s3/bucketObjectv2:BucketObjectv2");
    assert.deepEqual(objects.map(({ inputs }) => [inputs.key, inputs.contentType]).sort(), [
      ["404.html", "text/html; charset=utf-8"],
      ["guide/index.html", "text/html; charset=utf-8"],
      ["index.html", "text/html; charset=utf-8"],
      ["members/index.html", "text/html; charset=utf-8"],
      ["styles.css", "text/css; charset=utf-8"],
    ]);
  });

  it("encrypts with a key that only it may decrypt with, when asked", async () => {
    const own = await declare(() => new Distribution("site", { customerManagedKey: true, accessLogs: false }));
    const [account, distribution] = statements(one(own, "aws:kms/key:Key").policy);
    assert.deepEqual(account?.Principal, { AWS: "arn:aws:iam::123456789012:root" });
    assert.deepEqual(
      [distribution?.Principal, distribution?.Action, distribution?.Condition],
      [
        { Service: "cloudfront.amazonaws.com" },
        ["kms:Decrypt"],
        { StringEquals: { "aws:SourceArn": DISTRIBUTION_ARN } },
      ],
    );
    const { rules } = one(
      own,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    );
    assert.match(JSON.stringify(rules), /"sseAlgorithm":"aws:kms"/);
    assert.equal(own.filter(({ type }) => type.includes("logDelivery")).length, 0);
  });

  it("has a name of its own, with IPv4 and IPv6, and a web ACL of us-east-1", async () => {
    const own = await declare(() => {
      const webAcl = new WebAcl("front", { scope: WebAclScope.CloudFront });
      new Distribution("site", {
        domain: { name: "www.example.com", certificateArn, zoneId: "Z1" },
        viewerTls: ViewerTls.V13_2025,
        webAcl,
      });
    });
    const site = one(own, distributionType);
    assert.deepEqual(
      [site.aliases, site.webAclId],
      [["www.example.com"], "arn:aws:wafv2:eu-west-1:123456789012:front"],
    );
    assert.deepEqual(site.viewerCertificate, {
      acmCertificateArn: certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.3_2025",
    });
    const records = own.filter(({ type }) => type === "aws:route53/record:Record");
    assert.deepEqual(
      records.map(({ inputs }) => [inputs.name, inputs.type]),
      [
        ["www.example.com", "A"],
        ["www.example.com", "AAAA"],
      ],
    );
    const acl = one(own, "aws:wafv2/webAcl:WebAcl");
    assert.deepEqual([acl.scope, acl.region], ["CLOUDFRONT", "us-east-1"]);
    assert.equal(one(own, "aws:cloudwatch/logGroup:LogGroup").region, "us-east-1");
    const older = await declare(
      () => new Distribution("site", { domain: { name: "www.example.com", certificateArn } }),
    );
    const { minimumProtocolVersion } = one(older, distributionType).viewerCertificate as Record<string, unknown>;
    assert.equal(minimumProtocolVersion, "TLSv1.2_2021");
  });

  it("asks for nothing compressed, and keys nothing, where it caches nothing", async () => {
    const declared = await declare(
      () => new Distribution("site", { defaultBehavior: { caching: { seconds: 0, maxSeconds: 0 } } }),
    );
    const { parametersInCacheKeyAndForwardedToOrigin: key } = one(
      declared,
      "aws:cloudfront/cachePolicy:CachePolicy",
    ) as {
      parametersInCacheKeyAndForwardedToOrigin: Record<string, unknown>;
    };
    assert.deepEqual([key.enableAcceptEncodingGzip, key.enableAcceptEncodingBrotli], [false, false]);
  });

  it("calls functions of both kinds, each at its event, and only by a numbered version", async () => {
    const own = await declare(() => {
      new Distribution("site", {
        defaultBehavior: { calls: [{ event: EdgeEvent.ViewerRequest, function: request() }] },
        behaviors: [
          {
            path: "/welcome",
            calls: [
              { event: EdgeEvent.OriginRequest, edgeFunction: content() },
              { event: EdgeEvent.OriginResponse, versionArn },
            ],
            caching: { seconds: 0, maxSeconds: 60, headers: ["CloudFront-Viewer-Country"], cookies: ["variant"] },
          },
        ],
      });
    });
    const site = one(own, distributionType);
    const behavior = site.defaultCacheBehavior as Record<string, unknown>;
    const functionArn = "arn:aws:cloudfront:eu-west-1:123456789012:requests";
    assert.deepEqual(behavior.functionAssociations, [{ eventType: "viewer-request", functionArn }]);
    const [welcome] = site.orderedCacheBehaviors as Record<string, unknown>[];
    assert.equal(welcome?.pathPattern, "/welcome");
    assert.deepEqual(welcome?.lambdaFunctionAssociations, [
      {
        eventType: "origin-request",
        lambdaArn: "arn:aws:lambda:eu-west-1:123456789012:welcome:7",
        includeBody: false,
      },
      { eventType: "origin-response", lambdaArn: versionArn, includeBody: false },
    ]);
    const policy = one(own, "aws:cloudfront/cachePolicy:CachePolicy", "site-welcome");
    assert.deepEqual([policy.defaultTtl, policy.maxTtl], [0, 60]);
    assert.match(JSON.stringify(policy.parametersInCacheKeyAndForwardedToOrigin), /"items":\["variant"\]/);
  });
});

describe("a Lambda@Edge function", () => {
  let declared: Declared[];
  before(async () => {
    declared = await declare(() =>
      content({ settings: pulumi.output({ greeting: "Hello \u2028" }), logRegions: ["us-east-1", "eu-west-1"] }),
    );
  });

  it("is a published x86_64 function of us-east-1 with nothing that the edge lacks", () => {
    const fn = one(declared, functionType);
    assert.deepEqual(
      [fn.region, fn.publish, fn.architectures, fn.runtime, fn.handler, fn.timeout, fn.memorySize],
      ["us-east-1", true, ["x86_64"], "nodejs24.x", "index.handler", 5, 128],
    );
    for (const lacking of ["environment", "vpcConfig", "layers", "deadLetterConfig", "tracingConfig", "kmsKeyArn"]) {
      assert.equal(fn[lacking], undefined, lacking);
    }
    assert.equal(fn.reservedConcurrentExecutions, undefined);
  });

  it("has its settings in its code", async () => {
    const { assets } = one(declared, functionType).code as pulumi.asset.AssetArchive;
    const files = (await assets) as Record<string, pulumi.asset.StringAsset>;
    assert.deepEqual(Object.keys(files), ["index.js"]);
    const [first] = (await files["index.js"]!.text).split("\n");
    assert.equal(first, String.raw`const EDGE_SETTINGS={"greeting":"Hello \u2028"};`);
  });

  it("is trusted by both services, and may write its logs wherever it runs, and nothing else", () => {
    const { assumeRolePolicy } = one(declared, "aws:iam/role:Role");
    assert.deepEqual(statements(assumeRolePolicy)[0]?.Principal, {
      Service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"],
    });
    assert.deepEqual(statements(one(declared, "aws:iam/rolePolicy:RolePolicy").policy), [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:*:*:log-group:/aws/lambda/us-east-1.welcome-*",
      },
    ]);
    const groups = declared.filter(({ type }) => type === "aws:cloudwatch/logGroup:LogGroup");
    assert.deepEqual(
      groups.map(({ inputs }) => [inputs.name, inputs.region, inputs.retentionInDays]),
      [
        ["/aws/lambda/us-east-1.welcome", "us-east-1", 30],
        ["/aws/lambda/us-east-1.welcome", "eu-west-1", 30],
      ],
    );
  });

  it("is Python from a package of one's own", async () => {
    const code = new pulumi.asset.AssetArchive({ "main.py": new pulumi.asset.StringAsset("def handler(e, c): pass") });
    const own = await declare(() => new EdgeFunction("own", { code, handler: "main.handler", runtime: "python3.14" }));
    const fn = one(own, functionType);
    assert.deepEqual([fn.runtime, fn.handler], ["python3.14", "main.handler"]);
  });
});

describe("what the edge cannot do", () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), "headroom-edge-"))));
  after(() => rmSync(folder, { recursive: true }));
  const source = (text: string): string => {
    const file = path.join(folder, `${Math.random().toString(36).slice(2)}.ts`);
    writeFileSync(file, text);
    return file;
  };
  const fn = (text: string) => new CloudFrontFunction("fn", { entry: source(text) });
  const site = (args: DistributionArgs) => new Distribution("site", args);
  const lambda = (more: object) => new EdgeFunction("edge", { entry: ownHandler("edge-content"), ...more });
  const viewer = EdgeEvent.ViewerRequest;

  /** What people try, and what the one error must say. */
  const attempts: [what: string, attempt: () => unknown, ...parts: string[]][] = [
    [
      "environment variables",
      () => lambda({ environment: { A: "b" } }),
      'EdgeFunction "edge": environment',
      "use settings",
    ],
    ["a network", () => lambda({ vpc: { subnetIds: ["a"], securityGroupIds: ["b"] } }), "vpc is", "through an API"],
    ["arm64", () => lambda({ architecture: Architecture.Arm64 }), 'architecture is "arm64"', "x86_64 only"],
    ["layers", () => lambda({ layers: ["arn"] }), "layers is", "bundle what the code imports"],
    ["tracing", () => lambda({ tracing: true }), "tracing is", "X-Ray does not reach"],
    ["reserved concurrency", () => lambda({ reservedConcurrency: 5 }), "reservedConcurrency is"],
    ["31 seconds", () => lambda({ timeoutSeconds: 31 }), "timeoutSeconds is 31", "from 1 to 30"],
    ["too little memory", () => lambda({ memoryMb: 127 }), "memoryMb is 127", "from 128 to 10240"],
    ["another Region", () => lambda({ region: "eu-west-1" }), 'region is "eu-west-1"', "us-east-1 only"],
    ["Java", () => lambda({ runtime: "java25" }), 'runtime is "java25"', "Node.js and Python"],
    ["TypeScript as Python", () => lambda({ runtime: "python3.14" }), "entry is for Node.js"],
    ["no code", () => lambda({ entry: undefined }), "give entry, or code"],
    ["a file that is not there", () => lambda({ entry: "nowhere.ts" }), "there is no such file"],
    [
      "settings in a package of one's own",
      () => lambda({ entry: undefined, code: new pulumi.asset.FileArchive("."), handler: "a.b", settings: {} }),
      "cannot have settings",
    ],
    [
      "a version of another Region",
      () =>
        site({
          defaultBehavior: { calls: [{ event: viewer, versionArn: versionArn.replace("us-east-1", "eu-west-1") }] },
        }),
      "versionArn is",
      "us-east-1 only",
    ],
    [
      "a function without its number",
      () => site({ defaultBehavior: { calls: [{ event: viewer, versionArn: versionArn.slice(0, -2) }] } }),
      "by a version number",
    ],
    [
      "two functions for one event",
      () =>
        site({
          defaultBehavior: {
            calls: [
              { event: viewer, versionArn },
              { event: viewer, versionArn },
            ],
          },
        }),
      'Distribution "site": defaultBehavior.calls is "viewer-request"',
      "allows one for each event",
    ],
    [
      "both kinds for the viewers of one behaviour",
      () =>
        site({
          behaviors: [
            {
              path: "/a/*",
              calls: [
                { event: viewer, function: request() },
                { event: EdgeEvent.ViewerResponse, versionArn },
              ],
            },
          ],
        }),
      "behaviors[/a/*].calls",
      "the viewer events of a behaviour need the same kind of function",
    ],
    [
      "a CloudFront Function at the origin",
      () => site({ defaultBehavior: { calls: [{ event: EdgeEvent.OriginRequest, function: request() }] } }),
      "for viewer events only",
    ],
    [
      "no function",
      () => site({ defaultBehavior: { calls: [{ event: viewer }] } }),
      "give one of function, edgeFunction",
    ],
    [
      "a certificate of another Region",
      () => site({ domain: { name: "a.example", certificateArn: certificateArn.replace("us-east-1", "eu-west-1") } }),
      "domain.certificateArn is",
      "us-east-1 only",
    ],
    ["newer TLS on CloudFront's domain", () => site({ viewerTls: ViewerTls.V13_2025 }), "viewerTls is", "give domain"],
    ["a regional web ACL", () => site({ webAcl: new WebAcl("front") }), 'webAcl is "REGIONAL"'],
    [
      "alarms that cannot reach",
      () => site({ alarms: { actions: ["arn:aws:sns:eu-west-1:123456789012:a"] } }),
      "alarms.actions is",
    ],
    ["a path twice", () => site({ behaviors: [{ path: "/a" }, { path: "/a" }] }), "give each path once"],
    ["all paths", () => site({ behaviors: [{ path: "/*" }] }), "for all paths give defaultBehavior"],
    ["an odd page", () => site({ errorPage: "404.html", rootObject: "/index.html" }), "errorPage is", "rootObject is"],
    [
      "a cache that forgets before it knows",
      () => site({ defaultBehavior: { caching: { seconds: 61, maxSeconds: 60 } } }),
      "no less than seconds",
    ],
    [
      "paths that would have the same name",
      () => site({ behaviors: [{ path: "/a" }, { path: "/a/*" }] }),
      "behaviors is",
      "differ in letters or digits",
    ],
    ["a path called default", () => site({ behaviors: [{ path: "/default" }] }), "none called default"],
    [
      "a key where nothing is cached",
      () => site({ defaultBehavior: { caching: { seconds: 0, maxSeconds: 0, cookies: ["a"] } } }),
      "defaultBehavior.caching.cookies is",
      "give maxSeconds",
    ],
    [
      "a key of what CloudFront refuses there",
      () => site({ defaultBehavior: { caching: { headers: ["Accept-Encoding", "Host", "X-A"] } } }),
      "defaultBehavior.caching.headers is",
      "leave it out",
    ],
    [
      "a key of eleven headers",
      () => site({ defaultBehavior: { caching: { headers: Array.from({ length: 11 }, (_, index) => `X-${index}`) } } }),
      "caching.headers is 11",
      "takes 10",
    ],
    [
      "an event that is none",
      () => site({ defaultBehavior: { calls: [{ event: "viewer-requests" as EdgeEvent, versionArn }] } }),
      'calls.event is "viewer-requests"',
      "viewer-request, ",
    ],
    [
      "a page that is not among the files",
      () => site({ content: "stack/edge/site", errorPage: "/none.html" }),
      'errorPage is "/none.html"',
      "content has no such file",
    ],
    ["a folder that is not there", () => site({ content: "nowhere" }), 'content is "nowhere"'],
    ["days that are none", () => site({ accessLogDays: 0 }), "accessLogDays is 0"],
    [
      "a loop that the runtime does not know",
      () => fn("export function handler(e: string[]) { for (const x of e) return x }"),
      "does not know for-of loops",
      ".ts:1",
    ],
    ["classes", () => fn("class A {} export function handler() { return new A() }"), "class syntax"],
    ["a timer", () => fn("export function handler() { setTimeout(() => 1, 1) }"), "uses setTimeout"],
    ["the network", () => fn("export const handler = 1; export async function a() { await fetch('x') }"), "uses fetch"],
    ["eval", () => fn("export function handler() { return eval('1') }"), "uses eval"],
    [
      "a module",
      () => fn("import fs from 'node:fs'; export function handler() { return fs }"),
      'Could not resolve "node:fs"',
    ],
    ["no handler", () => fn("export const a = 1"), "export a function named handler"],
    [
      "10,241 bytes",
      () => new CloudFrontFunction("fn", { entry: source(small), settings: { text: "x".repeat(room() + 1) } }),
      'CloudFrontFunction "fn": code is "10241 bytes"',
      "AWS allows 10240 bytes",
    ],
  ];
  const small = "declare const EDGE_SETTINGS: { text: string }; export function handler() { return EDGE_SETTINGS }";
  const room = (): number => {
    const made = new CloudFrontFunction("fn", { entry: source(small), settings: { text: "" } });
    return limits.cloudfront.functionBytes.max - Buffer.byteLength(made.code);
  };

  for (const [what, attempt, ...parts] of attempts) {
    it(`refuses ${what} in one error, before anything is created`, async () => {
      await assert.rejects(declare(attempt), (error: Error) => {
        assert.ok(error instanceof ArgumentError, String(error));
        for (const part of parts) assert.ok(error.message.includes(part), `"${part}" is missing: ${error.message}`);
        return true;
      });
    });
  }

  it("takes what fits exactly, and names of the code's own that other runtimes have as globals", async () => {
    await declare(() => {
      const { code } = new CloudFrontFunction("fn", { entry: source(small), settings: { text: "x".repeat(room()) } });
      assert.equal(Buffer.byteLength(code), 10_240);
      fn("function fetch(a: string) { return a } export function handler(e: { uri: string }) { return fetch(e.uri) }");
      fn("import cf from 'cloudfront'; export async function handler() { return await cf.kvs().get('a') }");
    });
  });
});
