import { cases, resource, unknown } from "./expectations";

const distribution = (more: Record<string, unknown>, links: Parameters<typeof resource>[3] = {}) =>
  resource("distribution", "site", more, links);
const behaviour = (more: Record<string, unknown>) => distribution({ defaultCacheBehavior: more });

cases("cloudfront-logging", {
  holds: {
    "a bucket": [distribution({ loggingConfig: { bucket: unknown } })],
    "a delivery": [
      distribution({ arn: unknown }),
      resource("logDeliverySource", "logs", { resourceArn: unknown }, { resourceArn: ["distribution:site"] }),
    ],
  },
  violates: { nothing: [["there is no record of who requested what"], distribution({})] },
  open: {
    "a delivery of nobody knows what": [
      ["access logs"],
      distribution({ arn: unknown }),
      resource("logDeliverySource", "logs", { resourceArn: unknown }),
    ],
  },
});
cases("cloudfront-waf", {
  holds: { "an ACL": [distribution({ webAclId: unknown })] },
  violates: { none: [["floods and known attacks"], distribution({})] },
});

cases("cloudfront-https", {
  holds: { "a redirect": [behaviour({ viewerProtocolPolicy: "redirect-to-https" })] },
  violates: {
    "plain text": [
      ["defaultCacheBehavior.viewerProtocolPolicy is allow-all"],
      behaviour({ viewerProtocolPolicy: "allow-all" }),
    ],
    "plain text of one path": [
      ["orderedCacheBehaviors[0].viewerProtocolPolicy is allow-all"],
      distribution({ orderedCacheBehaviors: [{ viewerProtocolPolicy: "allow-all" }] }),
    ],
  },
  open: {
    "a policy that is unknown": [["viewerProtocolPolicy"], behaviour({ viewerProtocolPolicy: unknown })],
    "behaviours that are unknown": [["orderedCacheBehaviors"], distribution({ orderedCacheBehaviors: unknown })],
  },
});

const certificate = (more: Record<string, unknown>) => distribution({ viewerCertificate: more });
cases("cloudfront-tls", {
  holds: {
    "TLS 1.2": [certificate({ acmCertificateArn: unknown, minimumProtocolVersion: "TLSv1.2_2021" })],
    "CloudFront's own domain": [certificate({ cloudfrontDefaultCertificate: true })],
  },
  violates: {
    "TLS 1.1": [["is TLSv1.1_2016"], certificate({ minimumProtocolVersion: "TLSv1.1_2016" })],
    "what CloudFront takes when nobody says": [["is TLSv1,"], certificate({ acmCertificateArn: unknown })],
  },
  open: { "a version that is unknown": [["minimumProtocolVersion"], certificate({ minimumProtocolVersion: unknown })] },
});

const origin = (more: Record<string, unknown>, links: Parameters<typeof resource>[3] = {}) =>
  distribution({ origins: [{ originId: "o", ...more }] }, links);
const custom = (originProtocolPolicy: unknown, ...originSslProtocols: unknown[]) =>
  origin({ customOriginConfig: { originProtocolPolicy, originSslProtocols } });
cases("cloudfront-origin-tls", {
  holds: { "TLS 1.2 only": [custom("https-only", "TLSv1.2")], "a bucket": [origin({ domainName: unknown })] },
  violates: {
    "plain text": [["origin o is reached by http-only"], custom("http-only", "TLSv1.2")],
    "TLS 1.1": [["origin o is reached by TLSv1.1"], custom("https-only", "TLSv1.2", "TLSv1.1")],
  },
  open: {
    "a policy that is unknown": [["origin o"], custom(unknown, "TLSv1.2")],
    "origins that are unknown": [["origins"], distribution({ origins: unknown })],
  },
});

cases("cloudfront-origin-access", {
  holds: {
    "origin access control": [origin({ domainName: "b.s3.eu-west-1.amazonaws.com", originAccessControlId: unknown })],
    "the website of a bucket": [origin({ domainName: "b.s3-website.eu-west-1.amazonaws.com" })],
    "an API": [origin({ domainName: "api.example.com", customOriginConfig: {} })],
  },
  violates: {
    "a bucket": [["a bucket without origin access control"], origin({ domainName: "b.s3.eu-west-1.amazonaws.com" })],
    "a bucket by link": [
      ["a bucket without"],
      resource("bucket", "b", {}),
      origin({ domainName: unknown }, { origins: ["bucket:b"] }),
    ],
  },
  open: { "a domain that is unknown": [["domain of origin o"], origin({ domainName: unknown })] },
});

const calls = (functions: unknown[], lambdas: unknown[]) =>
  behaviour({
    functionAssociations: functions.map((eventType) => ({ eventType })),
    lambdaFunctionAssociations: lambdas.map((eventType) => ({ eventType })),
  });
cases("cloudfront-associations", {
  holds: {
    "one of each viewer event": [calls(["viewer-request", "viewer-response"], [])],
    "one kind for viewers, the other for origins": [calls(["viewer-request"], ["origin-request"])],
    none: [behaviour({})],
  },
  violates: {
    "two for one event": [["two functions", "for viewer-request"], calls(["viewer-request"], ["viewer-request"])],
    "both kinds for viewers": [["takes one kind"], calls(["viewer-request"], ["viewer-response"])],
    "a CloudFront Function at the origin": [["viewer events only"], calls(["origin-request"], [])],
  },
  open: { "an event that is unknown": [["functions of defaultCacheBehavior"], calls([unknown], [])] },
});

const version = "arn:aws:lambda:us-east-1:1:function:edge:7";
const caller = (lambdaArn: unknown = version, links: Parameters<typeof resource>[3] = {}) =>
  distribution(
    { defaultCacheBehavior: { lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn }] } },
    links,
  );
const trust = (...Service: string[]) =>
  resource("role", "edge", {
    arn: "arn:role",
    assumeRolePolicy: JSON.stringify({
      Statement: { Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" },
    }),
  });
const both = trust("lambda.amazonaws.com", "edgelambda.amazonaws.com");
const edge = (more: Record<string, unknown> = {}) =>
  resource("function", "edge", {
    arn: "arn:aws:lambda:us-east-1:1:function:edge",
    name: "edge",
    role: "arn:role",
    region: "us-east-1",
    runtime: "nodejs24.x",
    timeout: 30,
    ...more,
  });
const wrong = (said: string, more: Record<string, unknown>) =>
  [["Lambda@Edge refuses it", said], both, edge(more), caller()] as const;
cases("cloudfront-edge-lambda", {
  holds: {
    "one as the edge wants it": [both, edge({ architectures: ["x86_64"], ephemeralStorage: { size: 512 } }), caller()],
    "empty lists and no tracing": [
      both,
      edge({ layers: [], environment: { variables: {} }, tracingConfig: { mode: "PassThrough" } }),
      caller(),
    ],
    "one of another stack": [caller()],
    "functions that are not at the edge": [
      resource("function", "other", { region: "eu-west-1", timeout: 900 }),
      distribution({}),
    ],
  },
  violates: {
    "another Region": wrong("it is in eu-west-1", { region: "eu-west-1" }),
    "environment variables": wrong("environment variables", { environment: { variables: { A: "x" } } }),
    "a network": wrong("a network", { vpcConfig: { subnetIds: ["a"] } }),
    layers: wrong("layers", { layers: [unknown] }),
    "an image": wrong("a container image", { packageType: "Image" }),
    arm64: wrong("arm64", { architectures: ["arm64"] }),
    "a dead letter queue": wrong("a dead letter queue", { deadLetterConfig: { targetArn: "q" } }),
    tracing: wrong("tracing", { tracingConfig: { mode: "Active" } }),
    "a key": wrong("a key of its own", { kmsKeyArn: "k" }),
    "/tmp of 513 MB": wrong("more than 512 MB", { ephemeralStorage: { size: 513 } }),
    Java: wrong("its runtime is java25", { runtime: "java25" }),
    "31 seconds": wrong("timeout is 31", { timeout: 31 }),
    "memory beyond": wrong("memorySize is 10241", { memorySize: 10_241 }),
    "a role for Lambda alone": [
      ["does not trust edgelambda.amazonaws.com"],
      trust("lambda.amazonaws.com"),
      edge(),
      caller(),
    ],
    "provisioned concurrency": [
      ["provisioned concurrency"],
      both,
      edge(),
      resource("provisionedConcurrency", "p", { functionName: "edge" }),
      caller(),
    ],
    "no number": [["names no numbered version"], caller("arn:aws:lambda:us-east-1:1:function:edge")],
    "another Region, by link": [
      ["it is in eu-west-1"],
      both,
      edge({ arn: unknown, region: "eu-west-1" }),
      caller(unknown, { defaultCacheBehavior: ["function:edge"] }),
    ],
  },
  open: { "a timeout that is unknown": [["timeout"], both, edge({ timeout: unknown }), caller()] },
});

const events = resource(
  "permission",
  "events",
  { function: unknown, principal: "s3.amazonaws.com" },
  { function: ["function:edge"] },
);

/** What advises a function to have something that the edge lacks says nothing of those at the edge. */
for (const [rule, said] of [
  ["lambda-tracing", "X-Ray tracing is off"],
  ["lambda-log-group", "keeps logs forever"],
  ["lambda-dead-letters", "failed events are dropped"],
  ["lambda-error-alarm", "no alarm of the stack watches its errors"],
] as const) {
  cases(rule, {
    holds: { "a function at the edge": [both, edge(), caller()] },
    violates: { "a function that nobody calls at the edge": [[said], both, edge(), events, distribution({})] },
  });
}
