import { type TypeRows } from "../../schema";
import { type Given, says } from "../given";
import { api } from "../pages";

const resolver = (what: string) => api("route53", `route53resolver_${what}`);
const vpc = (type: string, more: Given) => ({
  afirst: { type, properties: { region: "eu-west-1", ...more } },
});
/** What a VPC has once. */
const once = (type: string, join: string, fact: string, operation: string, good: Given, bad: Given): TypeRows => ({
  type,
  source: resolver(operation),
  rows: [says(fact, { join, beside: vpc(type, bad) }, good, bad)],
});
const association = "aws:route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation";
const config = (id: string, destinationArn: string) => ({
  type: "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig",
  properties: { id, destinationArn },
});

/** What a VPC has once of rules, configurations and logs of its resolver. */
export const resolverVpcs: readonly TypeRows[] = [
  once(
    "aws:route53/resolverRuleAssociation:ResolverRuleAssociation",
    "ruleOfVpcOnce",
    "a rule is of a VPC once",
    "AssociateResolverRule",
    { resolverRuleId: "rslvr-rr-1", vpcId: "vpc-2" },
    { resolverRuleId: "rslvr-rr-1", vpcId: "vpc-1" },
  ),
  once(
    "aws:route53/resolverDnsSecConfig:ResolverDnsSecConfig",
    "validatedOnce",
    "a VPC has one configuration of DNSSEC",
    "UpdateResolverDnssecConfig",
    { resourceId: "vpc-2" },
    { resourceId: "vpc-1" },
  ),
  once(
    "aws:route53/resolverConfig:ResolverConfig",
    "resolvedOnce",
    "a VPC has one configuration of its resolver",
    "UpdateResolverConfig",
    { resourceId: "vpc-2", autodefinedReverseFlag: "DISABLE" },
    { resourceId: "vpc-1", autodefinedReverseFlag: "DISABLE" },
  ),
  {
    type: association,
    source:
      "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-query-logging-configurations-managing.html",
    rows: [
      says(
        "the queries of a VPC are written to a service once",
        {
          join: "loggedOnce",
          beside: {
            aone: config("rqlc-1", "arn:aws:s3:::a"),
            atwo: config("rqlc-2", "arn:aws:s3:::b"),
            ...vpc(association, { resourceId: "vpc-1", resolverQueryLogConfigId: "rqlc-1" }),
          },
        },
        { resourceId: "vpc-2", resolverQueryLogConfigId: "rqlc-2" },
        { resourceId: "vpc-1", resolverQueryLogConfigId: "rqlc-2" },
      ),
    ],
  },
];
