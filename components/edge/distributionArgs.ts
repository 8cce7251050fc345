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

/** Oldest TLS version and ciphers for visitors, for a distribution with a custom domain. */
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
  /** ARN, with the version number, of a Lambda@Edge function from elsewhere. */
  versionArn?: pulumi.Input<string>;
}

/** How long CloudFront caches responses, and which parts of a request belong to the cache key. */
export interface CachingArgs {
  /** Seconds to cache a response without Cache-Control. Default: 300. */
  seconds?: number;
  /** Most seconds to cache a response, whatever its Cache-Control. Default: 31,536,000, a year. */
  maxSeconds?: number;
  /**
   * Request headers, including CloudFront's such as CloudFront-Viewer-Country: responses are cached for each value,
   * which reaches the origin. Default: none.
   */
  headers?: string[];
  /** Cookies, treated like headers. Default: none. */
  cookies?: string[];
  /** Query parameters, treated like headers. Default: none. */
  queryStrings?: string[];
}

/** How CloudFront handles requests for some paths. */
export interface BehaviorArgs {
  /** Functions, at most one for each event. Default: none. */
  calls?: EdgeCallArgs[];
  caching?: CachingArgs;
}

/** A behaviour for certain paths. */
export interface PathBehaviorArgs extends BehaviorArgs {
  /** Pattern such as /members/*, with * for any text and ? for one character. The first match counts. */
  path: string;
}

/** Arguments of a {@link Distribution}. */
export interface DistributionArgs {
  /** Behaviour of paths that no other one matches. */
  defaultBehavior?: BehaviorArgs;
  /** Behaviours of certain paths, in order; at most 75 with the default one. Default: none. */
  behaviors?: PathBehaviorArgs[];
  /** Folder whose files to upload to the bucket. Default: none; upload them yourself. */
  content?: string;
  /** Object that is the page of the domain itself. Default: index.html. */
  rootObject?: string;
  /** Page for missing objects, with status 404. Default: /404.html. */
  errorPage?: string;
  /**
   * Encrypt the bucket with its own KMS key, which only this distribution may use to decrypt (about 1 USD a month).
   * Default: false, the key that S3 manages.
   */
  customerManagedKey?: boolean;
  /** Value of the header Content-Security-Policy. Default: only what the domain itself serves, in no frame. */
  contentSecurityPolicy?: string;
  /**
   * A custom domain, with a certificate in us-east-1. Default: CloudFront's domain, for which CloudFront decides on
   * TLS.
   */
  domain?: Pick<DomainArgs, "name" | "certificateArn" | "zoneId">;
  /** Only with `domain`. Default: TLSv1.2_2021. */
  viewerTls?: ViewerTls;
  /** Default: PriceClass_100. */
  priceClass?: PriceClass;
  /** Web ACL of scope CLOUDFRONT. Default: none. */
  webAcl?: WebAcl;
  /** Access logs, in another bucket. Default: true. */
  accessLogs?: boolean;
  /** Days that access logs are kept. Default: 90. */
  accessLogDays?: number;
  /**
   * Alarm for error responses of the origin or a function. Its actions must be in us-east-1, where the metrics are.
   * Default: on, with no action.
   */
  alarms?: AlarmArgs;
  /** Delete the buckets' contents when they are destroyed. Default: false. */
  forceDestroy?: boolean;
  tags?: Tags;
}

/** Defaults of a distribution's arguments. */
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
