import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { isNamed, naming } from "../../limits/naming";
import { type Problem, Problems } from "../core/check";
import { expirationProblems } from "../storage/bucketCheck";
import { checkBehavior } from "./behaviorCheck";
import { type DistributionArgs, distributionDefaults, pathName } from "./distributionArgs";
import { GLOBAL_REGION } from "./edgeEvents";
import { type ContentFile } from "./siteContent";
import { WebAclScope } from "./webAclArgs";

/** Problems with a distribution's arguments and name, except its content. */
export function distributionArgsProblems(name: string, args: DistributionArgs): Problem[] {
  return new Problems()
    .that(/^[\w-]+$/.test(name), "name", name, "CloudFront allows letters, digits, - and _")
    .all(distributionProblems(args)).list;
}

/** Problems with a distribution's arguments, except its content. */
export function distributionProblems(args: Omit<DistributionArgs, "content">): Problem[] {
  const { behaviors = [], domain, webAcl, accessLogDays = distributionDefaults.accessLogDays } = args;
  const problems = new Problems()
    .range("behaviors.length", behaviors.length + 1, limits.cloudfront.behaviors)
    .that(
      args.rootObject === undefined || isNamed(naming.rootObject, args.rootObject),
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
      `CloudFront takes ACM certificates in ${GLOBAL_REGION} only`,
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
      "give a DNS name such as www.example.com",
    )
    .that(
      typeof domain?.zoneId !== "string" || /^Z[A-Z0-9]{1,31}$/.test(domain.zoneId),
      "domain.zoneId",
      domain?.zoneId,
      "give the id of a Route 53 hosted zone, such as Z1D633PJN98FT9",
    )
    .all(expirationProblems(accessLogDays), () => "accessLogDays");
  for (const action of args.alarms?.actions ?? []) {
    problems.that(
      isGlobal(action),
      "alarms.actions",
      action,
      `the metrics and alarms are in ${GLOBAL_REGION}: what they notify must be there too`,
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
    `two would have the same name (${names.join(", ")}): give paths that differ in letters or digits, and none called default`,
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

/** Pages that the content lacks: visitors would get S3's own error pages instead. */
export function pageProblems(
  { rootObject, errorPage }: Pick<typeof distributionDefaults, "rootObject" | "errorPage">,
  files: ContentFile[],
): Problem[] {
  const has = (key: string): boolean => files.some((file) => file.key === key);
  return new Problems()
    .that(has(rootObject), "rootObject", rootObject, "content has no such file: add it, or name another one")
    .that(has(errorPage.slice(1)), "errorPage", errorPage, "content has no such file: add it, or name another one")
    .list;
}
