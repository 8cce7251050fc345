import { type Resource } from "../frame/resource";
import { type Join, refuse } from "./join";
import { alikeBefore, atMost } from "./ownerJoins";

export const profileOnce = atMost(1, "one profile for a VPC", ["resourceId", "aws:ec2/vpc:Vpc"]);

/** Makes the check that a profile has not more of a kind of resources. */
const mostOf =
  (most: number, kind: string, of: string, takes: string): Join =>
  (association, found, stack) => {
    const isOfKind = (each: Resource): boolean => {
      const arn = each.get("resourceArn").text();
      if (arn.state === "known") return arn.value.includes(`:${kind}/`);
      return each.listSources("resourceArn").some((urn) => urn.includes(of));
    };
    if (!isOfKind(association)) return;
    const owner = ["profileId", "aws:route53/profilesProfile:ProfilesProfile"] as const;
    const others = alikeBefore(association, [owner], stack).filter(isOfKind);
    if (others.length < most) return;
    const is = `is that of ${others.length} others of the kind`;
    refuse(found, { path: "profileId", is, takes, fix: "Remove one of them, or make another profile." });
  };

export const profileLogs = mostOf(1, "resolver-query-log-config", "resolverQueryLogConfig:", "one log of queries");
export const profileGroups = mostOf(5, "firewall-rule-group", "resolverFirewallRuleGroup:", "five groups of rules");
