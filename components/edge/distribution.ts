import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { component } from "../core/component";
import { Bucket } from "../storage/bucket";
import { Check } from "../core/check";
import { withDefaults } from "../core/defaults";
import {
  type BehaviorArgs,
  cachingDefaults,
  type DistributionArgs,
  distributionDefaults,
  type EdgeCallArgs,
  pathName,
} from "./distributionArgs";
import { distributionArgsProblems, pageProblems } from "./distributionCheck";
import { distributionLogs } from "./distributionLogs";
import { aliasRecord } from "../core/domain";
import { GLOBAL_REGION } from "./edgeEvents";
import { serviceKey } from "../core/serviceKey";
import { securityHeaders } from "./securityHeaders";
import { contentFiles, uploadContent } from "./siteContent";

const ORIGIN = "content";

/** Longest name that leaves room for suffixes within 64 characters. */
const NAME_LENGTH = 40;

/**
 * A CloudFront distribution of a private bucket: only this distribution reads it, visitors use TLS, and every response
 * has security headers.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
 */
@component
export class Distribution extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.cloudfront.Distribution;
  /** The bucket with the content. */
  readonly bucket: Bucket;
  /** Access logs, if they are on. */
  readonly logs?: Bucket;
  readonly distributionId: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** CloudFront's domain: the target for the record of a custom domain. */
  readonly domainName: pulumi.Output<string>;
  /** Address for visitors: https:// and the domain. */
  readonly url: pulumi.Output<string>;
  private readonly headersPolicy: aws.cloudfront.ResponseHeadersPolicy;

  constructor(name: string, args: DistributionArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:edge:Distribution", name, {}, opts);
    new Check("Distribution", name)
      .nameLength(NAME_LENGTH)
      .args(args, (given) => distributionArgsProblems(name, given))
      .done();
    const settings = withDefaults(distributionDefaults, args);
    const files = args.content === undefined ? [] : contentFiles(name, args.content);
    if (args.content !== undefined) new Check("Distribution", name).all(pageProblems(settings, files)).done();
    this.name = name;
    const { accessLogs, accessLogDays, alarms, domain, forceDestroy, tags } = settings;
    const child = { parent: this };

    // A cycle: the bucket and its key admit the distribution by ARN, and the distribution's origin is the bucket.
    const [arn, setArn] = pulumi.deferredOutput<string>();
    // The key that AWS manages for S3 admits no other service, so create one.
    const key = settings.customerManagedKey
      ? serviceKey(
          `${name}-content`,
          {
            description: `Content of ${name}`,
            service: "cloudfront.amazonaws.com",
            accountFromArn: arn,
            actions: ["kms:Decrypt"],
            sourceArn: arn,
            tags,
          },
          child,
        )
      : undefined;
    this.bucket = new Bucket(
      `${name}-content`,
      {
        kmsKeyArn: key?.arn,
        policyStatements: [
          {
            Sid: "Distribution",
            Principal: { Service: "cloudfront.amazonaws.com" },
            Action: "s3:GetObject",
            Condition: { StringEquals: { "aws:SourceArn": arn } },
          },
        ],
        forceDestroy,
        tags,
      },
      child,
    );
    const access = new aws.cloudfront.OriginAccessControl(
      name,
      {
        description: `Reads the bucket of ${name}`,
        originAccessControlOriginType: "s3",
        signingBehavior: "always", // whatever headers a visitor sends
        signingProtocol: "sigv4",
      },
      child,
    );
    this.headersPolicy = securityHeaders(name, settings.contentSecurityPolicy, child);
    this.resource = new aws.cloudfront.Distribution(
      name,
      {
        comment: name,
        enabled: true,
        isIpv6Enabled: true,
        httpVersion: "http2and3",
        priceClass: settings.priceClass,
        aliases: domain ? [domain.name] : undefined,
        defaultRootObject: settings.rootObject,
        origins: [
          {
            originId: ORIGIN,
            domainName: this.bucket.resource.bucketRegionalDomainName,
            originAccessControlId: access.id,
          },
        ],
        defaultCacheBehavior: this.behavior("default", args.defaultBehavior ?? {}),
        orderedCacheBehaviors: (args.behaviors ?? []).map(({ path, ...behavior }) => ({
          pathPattern: path,
          ...this.behavior(pathName(path), behavior),
        })),
        // S3 answers 403 for a missing object if the caller may not list the bucket.
        customErrorResponses: [403, 404].map((errorCode) => ({
          errorCode,
          responseCode: 404,
          responsePagePath: settings.errorPage,
          errorCachingMinTtl: 10,
        })),
        restrictions: { geoRestriction: { restrictionType: "none" } },
        viewerCertificate: domain
          ? {
              acmCertificateArn: domain.certificateArn,
              sslSupportMethod: "sni-only",
              minimumProtocolVersion: settings.viewerTls,
            }
          : { cloudfrontDefaultCertificate: true },
        webAclId: args.webAcl?.arn,
        tags,
      },
      child,
    );
    this.arn = this.resource.arn;
    setArn(this.arn);
    this.distributionId = this.resource.id;
    this.domainName = this.resource.domainName;
    this.url = pulumi.interpolate`https://${domain?.name ?? this.domainName}`;
    if (domain) {
      const target = { name: this.domainName, zoneId: this.resource.hostedZoneId };
      aliasRecord(name, domain, target, child);
      aliasRecord(`${name}-ipv6`, domain, target, child, "AAAA");
    }
    if (accessLogs) {
      this.logs = distributionLogs(
        `${name}-logs`,
        { distributionArn: this.arn, expireAfterDays: accessLogDays, forceDestroy, tags },
        child,
      );
    }
    uploadContent(name, this.bucket, files, child);
    alarm(
      `${name}-errors`,
      {
        region: GLOBAL_REGION,
        namespace: "AWS/CloudFront",
        metricName: "5xxErrorRate",
        dimensions: { DistributionId: this.distributionId, Region: "Global" },
        statistic: "Average",
        threshold: 1,
        evaluationPeriods: 2,
        description: `More than 1 % of the answers of ${name} are errors of its origin or functions`,
      },
      { ...alarms, tags },
      child,
    );
    this.registerOutputs({ distributionId: this.distributionId, domainName: this.domainName, url: this.url });
  }

  private behavior(suffix: string, { calls = [], caching = {} }: BehaviorArgs) {
    const { seconds, maxSeconds, headers, cookies, queryStrings } = withDefaults(cachingDefaults, caching);
    const policy = new aws.cloudfront.CachePolicy(
      `${this.name}-${suffix}`,
      {
        comment: `${this.name}, ${suffix}`,
        minTtl: 0,
        defaultTtl: seconds,
        maxTtl: maxSeconds,
        parametersInCacheKeyAndForwardedToOrigin: {
          // CloudFront refuses these if nothing is cached.
          enableAcceptEncodingBrotli: maxSeconds > 0,
          enableAcceptEncodingGzip: maxSeconds > 0,
          headersConfig: headers?.length
            ? { headerBehavior: "whitelist", headers: { items: headers } }
            : { headerBehavior: "none" },
          cookiesConfig: cookies?.length
            ? { cookieBehavior: "whitelist", cookies: { items: cookies } }
            : { cookieBehavior: "none" },
          queryStringsConfig: queryStrings?.length
            ? { queryStringBehavior: "whitelist", queryStrings: { items: queryStrings } }
            : { queryStringBehavior: "none" },
        },
      },
      { parent: this },
    );
    return {
      targetOriginId: ORIGIN,
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      compress: true,
      cachePolicyId: policy.id,
      responseHeadersPolicyId: this.headersPolicy.id,
      functionAssociations: calls.flatMap(({ event, function: fn }) =>
        fn ? [{ eventType: event, functionArn: fn.arn }] : [],
      ),
      lambdaFunctionAssociations: calls.flatMap((call) => {
        const lambdaArn = findVersionArn(call);
        return lambdaArn === undefined ? [] : [{ eventType: call.event, lambdaArn, includeBody: false }];
      }),
    };
  }
}

const findVersionArn = ({ edgeFunction, versionArn }: EdgeCallArgs): pulumi.Input<string> | undefined =>
  edgeFunction?.versionArn ?? versionArn;
