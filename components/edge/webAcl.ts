import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { GLOBAL_REGION } from "./edgeEvents";
import { WebAclScope, type WebAclArgs, webAclDefaults } from "./webAclArgs";
import { webAclProblems } from "./webAclCheck";

/** Parts of a request that may hold credentials. */
const SECRET_HEADERS = ["authorization", "cookie", "x-api-key"];

type Rule = aws.types.input.wafv2.WebAclRule;

/**
 * A web ACL of AWS WAF, for CloudFront or for REST APIs, user pools and load balancers of a Region: AWS's managed
 * rules, a rate limit for each address, and a log without credentials. About 8 USD a month (5, and 1 for each of three
 * rules), and 0.60 USD for a million requests.
 * https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html
 */
@component
export class WebAcl extends pulumi.ComponentResource {
  readonly resource: aws.wafv2.WebAcl;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly arn: pulumi.Output<string>;
  readonly scope: WebAclScope;

  constructor(name: string, args: WebAclArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:security:WebAcl", name, {}, opts);
    const settings = withDefaults(webAclDefaults, args);
    const { scope, logRetentionDays, tags } = settings;
    new Check("WebAcl", name).args(args, webAclProblems).done();

    this.scope = scope;
    const child = { parent: this };
    const region = scope === WebAclScope.CloudFront ? GLOBAL_REGION : undefined;
    this.resource = new aws.wafv2.WebAcl(
      name,
      {
        scope,
        region,
        defaultAction: { allow: {} },
        rules: makeRules(settings),
        visibilityConfig: visibility(name),
        tags,
      },
      child,
    );
    this.arn = this.resource.arn;
    this.logGroup = new aws.cloudwatch.LogGroup(
      `${name}-logs`,
      { namePrefix: `aws-waf-logs-${name}-`, region, retentionInDays: logRetentionDays, tags }, // WAF requires this prefix
      child,
    );
    new aws.wafv2.WebAclLoggingConfiguration(
      name,
      {
        resourceArn: this.arn,
        region,
        logDestinationConfigs: [this.logGroup.arn],
        redactedFields: SECRET_HEADERS.map((header) => ({ singleHeader: { name: header } })),
      },
      child,
    );
    this.registerOutputs({ arn: this.arn });
  }
}

function makeRules({ rateLimit, managedRuleGroups, countOnly }: typeof webAclDefaults): Rule[] {
  const perAddress: Rule = {
    name: "requests-of-an-address",
    priority: 0, // first, because it is the cheapest to evaluate
    action: countOnly ? { count: {} } : { block: {} },
    statement: { rateBasedStatement: { limit: rateLimit, aggregateKeyType: "IP", evaluationWindowSec: 300 } },
    visibilityConfig: visibility("requests-of-an-address"),
  };
  const managed = managedRuleGroups.map((group, index): Rule => ({
    name: group,
    priority: index + 1,
    overrideAction: countOnly ? { count: {} } : { none: {} },
    statement: { managedRuleGroupStatement: { vendorName: "AWS", name: group } },
    visibilityConfig: visibility(group),
  }));
  return [perAddress, ...managed];
}

/** Sampled requests would show their headers to everybody who may view the web ACL. */
const visibility = (metricName: string) => ({
  cloudwatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
  metricName,
});
