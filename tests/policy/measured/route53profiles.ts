import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const associated = (name: string, resourceId: string, profileId: string): Made => [
  "aws:route53/profilesAssociation:ProfilesAssociation",
  name,
  { name, profileId, resourceId },
];
const type = "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation";
const group = "arn:aws:route53resolver:eu-west-1:111122223333:firewall-rule-group/rslvr-frg-1";
const log = "arn:aws:route53resolver:eu-west-1:111122223333:resolver-query-log-config/rqlc-1";
const held = (name: string, resourceArn: string, more: Arguments = {}): Made => [
  type,
  name,
  { name, profileId: "rp-1", resourceArn, ...more },
];
const priority = (value: number) => ({ resourceProperties: JSON.stringify({ priority: value }) });
const resource = ofType(type, { name: "a", profileId: "rp-1", resourceArn: group });
const groups = many(5, (index) => held(`a${index}`, group.replace("frg-1", `frg-1${index}`), priority(200 + index)));

export const route53profiles: FactsByName = {
  "route53profiles-profileassociation-one-per-vpc": beside(
    [associated("other", "vpc-1", "rp-1")],
    "a VPC has one profile",
    associated("subject", "vpc-1", "rp-2"),
    associated("subject", "vpc-2", "rp-2"),
  ),
  "route53profiles-profileresourceassociation-priority-range": resource(
    "a priority is between those of AWS",
    priority(100),
    priority(101),
  ),
  "route53profiles-profileresourceassociation-querylogging-max": beside(
    [held("a", log)],
    "queries are logged once",
    held("subject", log.replace("rqlc-1", "rqlc-2")),
    held("subject", group, priority(101)),
  ),
  "route53profiles-profileresourceassociation-resourcearn-type": resource(
    "a profile has what it takes",
    { resourceArn: "arn:aws:s3:::b" },
    priority(101),
  ),
  "route53profiles-profileresourceassociation-resourceproperties-json": resource(
    "properties are an object",
    { resourceProperties: "priority=101" },
    priority(101),
  ),
  "route53profiles-profileresourceassociation-rulegroup-requires-properties": resource(
    "a group has a priority",
    {},
    priority(101),
  ),
  "route53profiles-profileresourceassociation-rulegroups-max": beside(
    groups,
    "five groups",
    held("subject", group, priority(300)),
    held("subject", log),
  ),
};
