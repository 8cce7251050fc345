import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { type AlarmArgs } from "../core/alarms";
import { type DomainArgs } from "../core/domain";
import { Check, type Problem, Problems } from "../core/check";
import { expirationProblems } from "../storage/bucket";
import { type CloudFrontFunction } from "./cloudFrontFunction";
import { EdgeEvent, GLOBAL_REGION } from "./edgeEvents";
import { type EdgeFunction } from "./edgeFunction";
import { type WebAcl, WebAclScope } from "./webAcl";

/** Where a distribution has edge locations, and what a GB costs. */
export enum PriceClass {
  /** North America, Europe and Israel: the cheapest. */
  Least = "PriceClass_100",
  /** And Asia, the Middle East and Africa. */
  Most = "PriceClass_200",
  /** And South America, Australia and New Zealand. */
  All = "PriceClass_All",
}

/** Oldest TLS and ciphers of visitors, for a distribution with a domain of its own. */
export enum ViewerTls {
  V12_2021 = "TLSv1.2_2021",
  V12_2025 = "TLSv1.2_2025",
  V13_2025 = "TLSv1.3_2025",
}

/** A function that CloudFront calls: one of `function`, `edgeFunction` and `versionArn`. */
export interface EdgeCallArgs {
  event: EdgeEvent;
  /** For viewer events. */
  function?: CloudFrontFunction;
  edgeFunction?: EdgeFunction;
  /** ARN, with its number, of the version of a Lambda@Edge function that was made elsewhere. */
  versionArn?: pulumi.Input<string>;
}

/** How long CloudFront keeps answers, and what of a request tells them apart. */
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
  tags?: pulumi.Input<Record<string, pulumi.Input<string>>>;
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

/** Longest name that leaves room for what is appended to it, in 64 characters. */
const NAME_LENGTH = 40;

export function checkDistributionArgs(name: string, args: DistributionArgs): void {
  new Check("Distribution", name)
    .nameLength(NAME_LENGTH)
    .that(/^[\w-]+$/.test(name), "name", name, "CloudFront allows letters, digits, - and _")
    .all(distributionProblems(args))
    .done();
}

/** What cannot work of a distribution's arguments, but for its content. */
export function distributionProblems(args: Omit<DistributionArgs, "content">): Problem[] {
  const { behaviors = [], domain, webAcl, accessLogDays = distributionDefaults.accessLogDays } = args;
  const problems = new Problems()
    .range("behaviors.length", behaviors.length + 1, limits.cloudfront.behaviors)
    .that(
      args.rootObject === undefined || /^[^/].*$/.test(args.rootObject),
      "rootObject",
      args.rootObject,
      "give the key of an object such as index.html, with no slash first",
    )
    .that(
      args.errorPage === undefined || args.errorPage.startsWith("/"),
      "errorPage",
      args.errorPage,
      "give a path such as /404.html",
    )
    .that(
      domain === undefined || isGlobal(domain.certificateArn, "acm"),
      "domain.certificateArn",
      domain?.certificateArn,
      `CloudFront takes certificates of ACM in ${GLOBAL_REGION} only`,
    )
    .that(
      args.viewerTls === undefined || domain !== undefined,
      "viewerTls",
      args.viewerTls,
      "CloudFront decides it for its own domain: give domain",
    )
    .that(
      webAcl === undefined || webAcl.scope === WebAclScope.CloudFront,
      "webAcl",
      webAcl?.scope,
      "a distribution takes a web ACL of scope CLOUDFRONT",
    )
    .that(
      domain === undefined || isHostName(domain.name),
      "domain.name",
      domain?.name,
      "give a name of DNS such as www.example.com",
    )
    .that(
      typeof domain?.zoneId !== "string" || /^Z[A-Z0-9]{1,31}$/.test(domain.zoneId),
      "domain.zoneId",
      domain?.zoneId,
      "give the id of a hosted zone of Route 53, such as Z1D633PJN98FT9",
    )
    .all(expirationProblems(accessLogDays), () => "accessLogDays");
  for (const action of args.alarms?.actions ?? []) {
    problems.that(
      isGlobal(action),
      "alarms.actions",
      action,
      `the metrics and alarms are in ${GLOBAL_REGION}: so must be what they notify`,
    );
  }
  const paths = behaviors.map(({ path }) => path);
  problems.that(new Set(paths).size === paths.length, "behaviors", paths, "give each path once");
  for (const { path } of behaviors) {
    problems.that(
      /^\/[\w.*$/~"'@:+&?-]*$/.test(path) && path !== "/*",
      "behaviors",
      path,
      "give a pattern such as /members*; for all paths give defaultBehavior",
    );
  }
  const names = ["default", ...paths.map(pathName)];
  problems.that(
    new Set(names).size === names.length,
    "behaviors",
    paths,
    `two would have the same name (${names.join(", ")}): give paths that differ in more than their signs, and none called default`,
  );
  checkBehavior(problems, "defaultBehavior", args.defaultBehavior ?? {});
  for (const behavior of behaviors) checkBehavior(problems, `behaviors[${behavior.path}]`, behavior);
  return problems.list;
}

/** Labels of 1 to 63 letters, digits and hyphens, 253 characters in all; the first may be a star. */
const isHostName = (name: string): boolean =>
  name.length <= 253 && /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(name);

function isGlobal(arn: pulumi.Input<string>, service = "[^:]+"): boolean {
  return typeof arn !== "string" || new RegExp(`^arn:[^:]+:${service}:${GLOBAL_REGION}:`).test(arn);
}

const isViewerEvent = (event: EdgeEvent): boolean => event.startsWith("viewer-");

/** A path pattern as part of a name. */
export const pathName = (path: string): string =>
  path.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "root";

/** CloudFront refuses them in a cache key, or knows them by other settings. */
const notInKey = new Set(["accept-encoding", "cookie", "host"]);
const MOST_IN_KEY = 10;

function checkBehavior(problems: Problems, at: string, { calls = [], caching = {} }: BehaviorArgs): void {
  const { seconds = cachingDefaults.seconds, maxSeconds = cachingDefaults.maxSeconds } = caching;
  const isDuration = (value: number): boolean => Number.isInteger(value) && value >= 0;
  problems
    .that(isDuration(seconds), `${at}.caching.seconds`, seconds, "give whole seconds, 0 or more")
    .that(
      isDuration(maxSeconds) && maxSeconds >= seconds,
      `${at}.caching.maxSeconds`,
      maxSeconds,
      "give whole seconds, no less than seconds",
    );
  const key = { headers: caching.headers, cookies: caching.cookies, queryStrings: caching.queryStrings };
  for (const [name, values = []] of Object.entries(key)) {
    const wrong = name === "headers" ? values.filter((value) => notInKey.has(value.toLowerCase())) : [];
    problems
      .that(
        values.length === 0 || maxSeconds > 0,
        `${at}.caching.${name}`,
        values,
        "nothing is cached with maxSeconds 0, so that there is no key: leave it out, or give maxSeconds",
      )
      .that(values.length <= MOST_IN_KEY, `${at}.caching.${name}`, values.length, `CloudFront takes ${MOST_IN_KEY}`)
      .that(
        wrong.length === 0,
        `${at}.caching.${name}`,
        wrong,
        "CloudFront does not take it in a cache key: leave it out",
      );
  }
  const { page } = limits.cloudfront.edgeTimeout;
  const events = calls.map(({ event }) => event);
  const twice = new Set(events.filter((event, index) => events.indexOf(event) !== index));
  for (const event of twice) {
    problems.that(
      false,
      `${at}.calls`,
      event,
      `two functions are called for it, and CloudFront takes one for each event (${page}): join them`,
    );
  }
  for (const { event, function: fn, edgeFunction, versionArn } of calls) {
    problems
      .that(
        Object.values(EdgeEvent).includes(event),
        `${at}.calls.event`,
        event,
        `give one of ${Object.values(EdgeEvent).join(", ")}`,
      )
      .that(
        [fn, edgeFunction, versionArn].filter((each) => each !== undefined).length === 1,
        `${at}.calls`,
        event,
        "give one of function, edgeFunction and versionArn",
      )
      .that(
        fn === undefined || isViewerEvent(event),
        `${at}.calls`,
        event,
        "a CloudFront Function is for viewer events only: use an EdgeFunction",
      )
      .that(
        typeof versionArn !== "string" || /^arn:[^:]+:lambda:us-east-1:\d{12}:function:[\w-]+:\d+$/.test(versionArn),
        `${at}.calls.versionArn`,
        versionArn,
        `CloudFront takes a function of ${GLOBAL_REGION} only, by the number of its version`,
      );
  }
  const viewers = calls.filter(({ event }) => isViewerEvent(event));
  problems.that(
    viewers.every(({ function: fn }) => fn !== undefined) || viewers.every(({ function: fn }) => fn === undefined),
    `${at}.calls`,
    viewers.map(({ event }) => event),
    `a behaviour takes one kind of function for its viewer events, CloudFront Functions or Lambda@Edge (${page})`,
  );
}
