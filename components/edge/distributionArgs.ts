import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../core/alarms";
import { type DomainArgs } from "../core/domain";
import { type CloudFrontFunction } from "./cloudFrontFunction";
import { type EdgeEvent } from "./edgeEvents";
import { type EdgeFunction } from "./edgeFunction";
import { type WebAcl } from "./webAcl";
import { type Tags } from "../core/tags";

/** Where a distribution has edge locations, and what a GB costs. */
export const PriceClass = {
  /** North America, Europe and Israel: the cheapest. */
  Least: "PriceClass_100",
  /** And Asia, the Middle East and Africa. */
  Most: "PriceClass_200",
  /** And South America, Australia and New Zealand. */
  All: "PriceClass_All",
} as const;
export type PriceClass = (typeof PriceClass)[keyof typeof PriceClass];

/** Oldest TLS and ciphers of visitors, for a distribution with a domain of its own. */
export const ViewerTls = {
  V12_2021: "TLSv1.2_2021",
  V12_2025: "TLSv1.2_2025",
  V13_2025: "TLSv1.3_2025",
} as const;
export type ViewerTls = (typeof ViewerTls)[keyof typeof ViewerTls];

/** A function that CloudFront calls: one of `function`, `edgeFunction` and `versionArn`. */
export interface EdgeCallArgs {
  event: EdgeEvent;
  /** For viewer events. */
  function?: CloudFrontFunction;
  edgeFunction?: EdgeFunction;
  /** ARN, with its number, of the version of a Lambda@Edge function that was made elsewhere. */
  versionArn?: pulumi.Input<string>;
}

/** How long CloudFront keeps answers, and what of a request is part of the cache key. */
export interface CachingArgs {
  /** Seconds that an answer is kept when it does not say (Cache-Control). Default: 300. */
  seconds?: number;
  /** Seconds that it is kept at most, whatever it says. Default: 31,536,000, a year. */
  maxSeconds?: number;
  /** Request headers, also CloudFront's own such as CloudFront-Viewer-Country: each value is kept apart, and reaches the origin. Default: none. */
  headers?: string[];
  /** Cookies, as headers. Default: none. */
  cookies?: string[];
  /** Query parameters, as headers. Default: none. */
  queryStrings?: string[];
}

/** What CloudFront does with the requests of some paths. */
export interface BehaviorArgs {
  /** Functions, one at most for each event. Default: none. */
  calls?: EdgeCallArgs[];
  caching?: CachingArgs;
}

/** A behaviour for paths of its own. */
export interface PathBehaviorArgs extends BehaviorArgs {
  /** Pattern such as /members/*, with * for any text and ? for one character. The first one that matches counts. */
  path: string;
}

/** Arguments of a {@link Distribution}. */
export interface DistributionArgs {
  /** Paths that no other behaviour matches. */
  defaultBehavior?: BehaviorArgs;
  /** Paths with behaviours of their own, in order; 75 with the default one. Default: none. */
  behaviors?: PathBehaviorArgs[];
  /** Folder whose files are put into the bucket. Default: none; put them there yourself. */
  content?: string;
  /** Object that is the page of the domain itself. Default: index.html. */
  rootObject?: string;
  /** Page for what is not there, with status 404. Default: /404.html. */
  errorPage?: string;
  /** Encrypt the bucket with a KMS key of its own, which only this distribution may decrypt with (about 1 USD a month). Default: false, the key that S3 manages. */
  customerManagedKey?: boolean;
  /** Value of the header Content-Security-Policy. Default: only what the domain itself serves, in no frame. */
  contentSecurityPolicy?: string;
  /** A name of its own, with a certificate in us-east-1. Default: a domain of CloudFront's, whose TLS CloudFront decides. */
  domain?: Pick<DomainArgs, "name" | "certificateArn" | "zoneId">;
  /** Only with `domain`. Default: TLSv1.2_2021. */
  viewerTls?: ViewerTls;
  /** Default: PriceClass_100. */
  priceClass?: PriceClass;
  /** Web ACL of scope CLOUDFRONT. Default: none. */
  webAcl?: WebAcl;
  /** Access logs, in a bucket of their own. Default: true. */
  accessLogs?: boolean;
  /** Days that access logs are kept. Default: 90. */
  accessLogDays?: number;
  /** Alarm for answers with an error of the origin or of a function. Its actions must be in us-east-1, where the metrics are. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Delete what is in the buckets when they are destroyed. Default: false. */
  forceDestroy?: boolean;
  tags?: Tags;
}

/** What a distribution has when its arguments do not say. */
export const distributionDefaults = {
  rootObject: "index.html",
  errorPage: "/404.html",
  contentSecurityPolicy:
    "default-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  customerManagedKey: false,
  viewerTls: ViewerTls.V12_2021,
  priceClass: PriceClass.Least,
  accessLogs: true,
  accessLogDays: 90,
};
export const cachingDefaults = { seconds: 300, maxSeconds: 31_536_000 };

/** A path pattern as part of a name. */
export const pathName = (path: string): string =>
  path.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "root";
