import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type Variant } from "./providerVariant";

/** What CloudFront has, in front of a bucket and of an API. */
export function edge({ answer, tags }: Variant, bucket: aws.s3.Bucket): Record<string, unknown> {
  const role = new aws.iam.Role("edge", {
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: ["lambda", "edgelambda"].map((service) => ({
        Effect: "Allow",
        Principal: { Service: `${service}.amazonaws.com` },
        Action: "sts:AssumeRole",
      })),
    }),
  });
  const text = `exports.handler = async ({ Records: [{ cf }] }) => cf.request; // ${answer}`;
  const atEdge = new aws.lambda.Function("edge", {
    region: "us-east-1",
    role: role.arn,
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(text) }),
    publish: true,
  });
  const object = new aws.s3.BucketObjectv2("page", {
    bucket: bucket.bucket,
    key: "index.html",
    content: answer,
    contentType: "text/html",
    cacheControl: "max-age=60",
  });
  const access = new aws.cloudfront.OriginAccessControl("access", {
    description: answer,
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  const code = (text: string) => `function handler(event) { return { statusCode: 200, body: "${text}" }; }`;
  const store = new aws.cloudfront.KeyValueStore("store", { comment: answer });
  const fn = new aws.cloudfront.Function("edge", {
    runtime: "cloudfront-js-2.0",
    code: code(answer),
    comment: answer,
    keyValueStoreAssociations: [store.arn],
    tags,
  });
  const cache = new aws.cloudfront.CachePolicy("cache", {
    comment: answer,
    defaultTtl: 60,
    parametersInCacheKeyAndForwardedToOrigin: {
      enableAcceptEncodingBrotli: true,
      enableAcceptEncodingGzip: true,
      headersConfig: { headerBehavior: "whitelist", headers: { items: ["CloudFront-Viewer-Country", "Origin"] } },
      cookiesConfig: { cookieBehavior: "whitelist", cookies: { items: ["variant"] } },
      queryStringsConfig: { queryStringBehavior: "all" },
    },
  });
  const headers = new aws.cloudfront.ResponseHeadersPolicy("headers", {
    securityHeadersConfig: {
      contentTypeOptions: { override: true },
      strictTransportSecurity: { accessControlMaxAgeSec: 60, includeSubdomains: true, override: true },
      xssProtection: { modeBlock: true, override: true, protection: true },
    },
    customHeadersConfig: { items: [{ header: "X-Answer", value: answer, override: false }] },
  });
  const behavior = {
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["HEAD", "GET"],
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId: cache.id,
    responseHeadersPolicyId: headers.id,
  };
  const distribution = new aws.cloudfront.Distribution("site", {
    enabled: true,
    comment: answer,
    defaultRootObject: "index.html",
    httpVersion: "http2and3",
    origins: [
      {
        originId: "bucket",
        domainName: bucket.bucketRegionalDomainName,
        originAccessControlId: access.id,
        customHeaders: [{ name: "X-From", value: "site" }],
      },
      {
        originId: "api",
        domainName: "api.example.com",
        originPath: "/v1",
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
        },
      },
    ],
    defaultCacheBehavior: {
      ...behavior,
      targetOriginId: "bucket",
      lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: atEdge.qualifiedArn, includeBody: true }],
    },
    orderedCacheBehaviors: [
      {
        ...behavior,
        pathPattern: "/made",
        targetOriginId: "api",
        functionAssociations: [{ eventType: "viewer-request", functionArn: fn.arn }],
      },
    ],
    customErrorResponses: [
      { errorCode: 403, responseCode: 404, responsePagePath: "/404.html", errorCachingMinTtl: 10 },
    ],
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
    tags,
  });
  const source = new aws.cloudwatch.LogDeliverySource("site", {
    logType: "ACCESS_LOGS",
    resourceArn: distribution.arn,
    tags,
  });
  const destination = new aws.cloudwatch.LogDeliveryDestination("site", {
    outputFormat: "json",
    deliveryDestinationConfiguration: { destinationResourceArn: bucket.arn },
  });
  new aws.cloudwatch.LogDelivery("site", {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.arn,
  });
  return { distributionDomain: distribution.domainName, objectType: object.contentType };
}
