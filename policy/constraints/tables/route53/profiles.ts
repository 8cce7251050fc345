import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`Route53/latest/APIReference/API_route53profiles_${what}`);
const here = { region: "eu-west-1" };
const vpcs = "aws:route53/profilesAssociation:ProfilesAssociation";
const type = "aws:route53/profilesResourceAssociation:ProfilesResourceAssociation";
const arn = (what: string) => `arn:aws:route53resolver:eu-west-1:111122223333:${what}`;
const group = (number: number) => ({ profileId: "rp-1", resourceArn: arn(`firewall-rule-group/rslvr-frg-${number}`) });
const log = (number: number) => ({ profileId: "rp-1", resourceArn: arn(`resolver-query-log-config/rqlc-${number}`) });
const held = (all: readonly object[]) =>
  Object.fromEntries(all.map((each, index) => [`a${index}`, { type, properties: { ...here, ...each } }]));
const priority = (value: number) => JSON.stringify({ priority: value });
const ofGroup = { resourceArn: { pattern: ":firewall-rule-group/" } };

/** What profiles of Route 53 refuse. */
export const route53Profiles: readonly TypeRows[] = [
  {
    type: vpcs,
    source: api("AssociateProfile"),
    rows: [
      says(
        "a VPC has one profile",
        {
          join: "profileOnce",
          beside: { afirst: { type: vpcs, properties: { ...here, profileId: "rp-1", resourceId: "vpc-1" } } },
        },
        { profileId: "rp-2", resourceId: "vpc-2" },
        { profileId: "rp-2", resourceId: "vpc-1" },
      ),
    ],
  },
  {
    type,
    source: api("AssociateResourceToProfile"),
    rows: [
      at(
        "resourceArn",
        "a profile has zones, groups of rules, rules, endpoints and logs of queries",
        { pattern: ":(hostedzone|firewall-rule-group|resolver-rule|vpc-endpoint|resolver-query-log-config)/" },
        group(1).resourceArn,
        "arn:aws:s3:::b",
      ),
      at("resourceProperties", "properties are a JSON object", { format: "jsonObject" }, priority(101), "priority=101"),
      at(
        "resourceProperties.$json.priority",
        "a priority is between 101 and 9,899",
        { minimum: 101, maximum: 9_899 },
        101,
        100,
      ),
      says(
        "a group of rules has a priority",
        { when: ofGroup, required: ["resourceProperties"] },
        { ...group(1), resourceProperties: priority(101) },
        group(1),
      ),
      says(
        "a profile has one log of queries",
        { join: "profileLogs", beside: held([log(1)]) },
        { ...log(2), profileId: "rp-2" },
        log(2),
      ),
      says(
        "a profile has five groups of rules",
        { join: "profileGroups", beside: held([1, 2, 3, 4, 5].map(group)) },
        log(2),
        group(6),
      ),
    ],
  },
];
