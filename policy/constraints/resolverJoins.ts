import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Join, refuse } from "./join";
import { oneVpc } from "./lambdaJoins";
import { alikeBefore, atMost } from "./ownerJoins";

const ofVpc = (property: string) => [property, "aws:ec2/vpc:Vpc"] as const;
const ofGroup = ["firewallRuleGroupId", "aws:route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup"] as const;
const ofList = ["firewallDomainListId", "aws:route53/resolverFirewallDomainList:ResolverFirewallDomainList"] as const;

export const resolverVpc = oneVpc(["ipAddresses"], ["securityGroupIds"], "subnetId");
export const validatedOnce = atMost(1, "one configuration of DNSSEC for a VPC", ofVpc("resourceId"));
export const resolvedOnce = atMost(1, "one configuration of the resolver for a VPC", ofVpc("resourceId"));
export const firewallOnce = atMost(1, "one configuration of the firewall for a VPC", ofVpc("resourceId"));
export const ruleOfVpcOnce = atMost(1, "a rule once for a VPC", ofVpc("vpcId"), [
  "resolverRuleId",
  "aws:route53/resolverRule:ResolverRule",
]);
export const groupOfVpcOnce = atMost(1, "a group of rules once for a VPC", ofVpc("vpcId"), ofGroup);
export const groupPriority = atMost(1, "different priorities for the groups of a VPC", ofVpc("vpcId"), ["priority"]);
export const groupsOfVpc = atMost(5, "five groups of rules for a VPC", ofVpc("vpcId"));
export const rulePriority = atMost(1, "different priorities for the rules of a group", ofGroup, ["priority"]);
export const listOnce = atMost(1, "one rule for a list and a type of query in a group", ofList, ofGroup, ["qType"]);

/** The service that a configuration writes queries to. */
function serviceOf(association: Resource, stack: Graph): string | undefined {
  const type = "aws:route53/resolverQueryLogConfig:ResolverQueryLogConfig";
  const [config] = stack.resolve(association, association.get("resolverQueryLogConfigId"), type);
  const arn = config?.get("destinationArn").text();
  if (arn?.state === "known") return arn.value.split(":")[2];
  const [source] = config?.listSources("destinationArn") ?? [];
  return source && ["s3", "cloudwatch", "firehose"].find((service) => source.includes(`aws:${service}/`));
}

/** The queries of a VPC are written to a service once. */
export const loggedOnce: Join = (association, found, stack) => {
  const service = stack && serviceOf(association, stack);
  if (!stack || service === undefined) return;
  const same = alikeBefore(association, [ofVpc("resourceId")], stack).find(
    (each) => serviceOf(each, stack) === service,
  );
  if (!same) return;
  const is = `is that of ${same.label} too, which writes to the same service`;
  const takes = "one configuration for each service that a VPC's queries are written to";
  refuse(found, { path: "resourceId", is, takes, fix: "Remove one of them, or write to another service." });
};
