import type * as sdk from "@aws-sdk/client-cloudfront";
import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import { type Inputs } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { items, listed } from "./shared";

type Props = Inputs<DistributionArgs>;
type Behavior = Props["defaultCacheBehavior"] & { pathPattern?: string };
type Origin = Props["origins"][number];
type Group = NonNullable<Props["originGroups"]>[number];

const certificateNames = {
  acmCertificateArn: "ACMCertificateArn",
  cloudfrontDefaultCertificate: "CloudFrontDefaultCertificate",
  iamCertificateId: "IAMCertificateId",
  sslSupportMethod: "SSLSupportMethod",
};
const customNames = { httpPort: "HTTPPort", httpsPort: "HTTPSPort" };

/** Converts the arguments to CloudFront's API. */
export function toConfig(props: Props, CallerReference: string): sdk.DistributionConfig {
  const { restrictions, customErrorResponses = [], orderedCacheBehaviors = [] } = props;
  const { restrictionType, locations = [] } = restrictions.geoRestriction;
  return {
    CallerReference,
    Aliases: items(props.aliases),
    CacheBehaviors: items(orderedCacheBehaviors.map((each) => toBehavior(each) as sdk.CacheBehavior)),
    Comment: props.comment ?? "",
    CustomErrorResponses: items(
      customErrorResponses.map(({ errorCode, errorCachingMinTtl, responseCode, responsePagePath }) => ({
        ErrorCode: errorCode,
        ErrorCachingMinTTL: errorCachingMinTtl,
        ResponseCode: responseCode === undefined ? "" : String(responseCode),
        ResponsePagePath: responsePagePath ?? "",
      })),
    ),
    DefaultCacheBehavior: toBehavior(props.defaultCacheBehavior),
    DefaultRootObject: props.defaultRootObject ?? "",
    Enabled: props.enabled,
    HttpVersion: props.httpVersion as sdk.HttpVersion,
    IsIPV6Enabled: props.isIpv6Enabled,
    Logging: toLogging(props.loggingConfig),
    OriginGroups: items(props.originGroups?.map(toGroup)),
    Origins: { Quantity: props.origins.length, Items: props.origins.map(toOrigin) },
    PriceClass: props.priceClass as sdk.PriceClass,
    Restrictions: {
      GeoRestriction: { RestrictionType: restrictionType as sdk.GeoRestrictionType, ...items(locations) },
    },
    Staging: props.staging,
    ViewerCertificate: toAws(props.viewerCertificate, certificateNames),
    WebACLId: props.webAclId ?? "",
  };
}

const toLogging = (logging: Props["loggingConfig"]): sdk.LoggingConfig => ({
  Enabled: logging?.bucket !== undefined,
  IncludeCookies: logging?.includeCookies ?? false,
  Bucket: logging?.bucket ?? "",
  Prefix: logging?.prefix ?? "",
});

const toGroup = ({ originId, failoverCriteria, members }: Group): sdk.OriginGroup => ({
  Id: originId,
  FailoverCriteria: {
    StatusCodes: { Quantity: failoverCriteria.statusCodes.length, Items: failoverCriteria.statusCodes },
  },
  Members: { Quantity: members.length, Items: members.map((member) => ({ OriginId: member.originId })) },
});

const groupIn = (live: sdk.OriginGroup): Group => ({
  originId: live.Id as string,
  failoverCriteria: { statusCodes: live.FailoverCriteria?.StatusCodes?.Items ?? [] },
  members: (live.Members?.Items ?? []).map(({ OriginId }) => ({ originId: OriginId as string })),
});

function toBehavior(behavior: Behavior): sdk.DefaultCacheBehavior {
  return {
    ...(behavior.pathPattern && { PathPattern: behavior.pathPattern }),
    TargetOriginId: behavior.targetOriginId,
    ViewerProtocolPolicy: behavior.viewerProtocolPolicy as sdk.ViewerProtocolPolicy,
    AllowedMethods: {
      ...methods(behavior.allowedMethods),
      CachedMethods: methods(behavior.cachedMethods),
    },
    Compress: behavior.compress ?? false,
    CachePolicyId: behavior.cachePolicyId,
    OriginRequestPolicyId: behavior.originRequestPolicyId,
    ResponseHeadersPolicyId: behavior.responseHeadersPolicyId,
    FunctionAssociations: items(
      behavior.functionAssociations?.map(({ eventType, functionArn }) => ({
        EventType: eventType as sdk.EventType,
        FunctionARN: functionArn,
      })),
    ),
    LambdaFunctionAssociations: items(
      behavior.lambdaFunctionAssociations?.map(({ eventType, lambdaArn, includeBody = false }) => ({
        EventType: eventType as sdk.EventType,
        LambdaFunctionARN: lambdaArn,
        IncludeBody: includeBody,
      })),
    ),
  };
}

const methods = (names: string[]) => ({ Quantity: names.length, Items: names as sdk.Method[] });

function toOrigin(origin: Origin): sdk.Origin {
  const { customHeaders = [], customOriginConfig: custom } = origin;
  return {
    Id: origin.originId,
    DomainName: origin.domainName,
    OriginPath: origin.originPath ?? "",
    OriginAccessControlId: origin.originAccessControlId ?? "",
    CustomHeaders: items(customHeaders.map(({ name, value }) => ({ HeaderName: name, HeaderValue: value }))),
    ...(custom
      ? {
          CustomOriginConfig: {
            ...toAws<sdk.CustomOriginConfig>(custom, customNames),
            OriginSslProtocols: {
              Quantity: custom.originSslProtocols.length,
              Items: custom.originSslProtocols as sdk.SslProtocol[],
            },
          },
        }
      : { S3OriginConfig: { OriginAccessIdentity: "" } }),
  };
}

/** Converts CloudFront's response to arguments. */
export function configIn(live: sdk.DistributionConfig) {
  return {
    aliases: listed(live.Aliases),
    comment: live.Comment || undefined,
    customErrorResponses: listed(live.CustomErrorResponses)?.map((each) => ({
      errorCode: each.ErrorCode as number,
      errorCachingMinTtl: each.ErrorCachingMinTTL,
      responseCode: each.ResponseCode ? Number(each.ResponseCode) : undefined,
      responsePagePath: each.ResponsePagePath || undefined,
    })),
    defaultCacheBehavior: behaviorIn(live.DefaultCacheBehavior!),
    defaultRootObject: live.DefaultRootObject || undefined,
    enabled: live.Enabled,
    httpVersion: live.HttpVersion,
    isIpv6Enabled: live.IsIPV6Enabled,
    orderedCacheBehaviors: listed(live.CacheBehaviors)?.map((each) => ({
      ...behaviorIn(each),
      pathPattern: each.PathPattern as string,
    })),
    loggingConfig: live.Logging?.Bucket
      ? {
          bucket: live.Logging.Bucket,
          includeCookies: live.Logging.IncludeCookies ?? false,
          prefix: live.Logging.Prefix || undefined,
        }
      : undefined,
    originGroups: listed(live.OriginGroups)?.map(groupIn),
    origins: listed(live.Origins)?.map(originIn),
    priceClass: live.PriceClass,
    viewerCertificate: fromAws<Props["viewerCertificate"]>(live.ViewerCertificate, certificateNames),
    webAclId: live.WebACLId || undefined,
  };
}

function behaviorIn(live: sdk.DefaultCacheBehavior) {
  return {
    targetOriginId: live.TargetOriginId as string,
    viewerProtocolPolicy: live.ViewerProtocolPolicy as string,
    allowedMethods: live.AllowedMethods?.Items ?? [],
    cachedMethods: live.AllowedMethods?.CachedMethods?.Items ?? [],
    compress: live.Compress,
    cachePolicyId: live.CachePolicyId,
    originRequestPolicyId: live.OriginRequestPolicyId,
    responseHeadersPolicyId: live.ResponseHeadersPolicyId,
    functionAssociations: listed(live.FunctionAssociations)?.map(({ EventType, FunctionARN }) => ({
      eventType: EventType as string,
      functionArn: FunctionARN as string,
    })),
    lambdaFunctionAssociations: listed(live.LambdaFunctionAssociations)?.map((each) => ({
      eventType: each.EventType as string,
      lambdaArn: each.LambdaFunctionARN as string,
      includeBody: each.IncludeBody,
    })),
  };
}

function originIn(live: sdk.Origin) {
  const custom = live.CustomOriginConfig;
  return {
    originId: live.Id as string,
    domainName: live.DomainName as string,
    originPath: live.OriginPath || undefined,
    originAccessControlId: live.OriginAccessControlId || undefined,
    customHeaders: listed(live.CustomHeaders)?.map(({ HeaderName, HeaderValue }) => ({
      name: HeaderName as string,
      value: HeaderValue as string,
    })),
    ...(custom && {
      customOriginConfig: {
        ...fromAws<NonNullable<Origin["customOriginConfig"]>>(custom, customNames),
        originSslProtocols: custom.OriginSslProtocols?.Items ?? [],
      },
    }),
  };
}
