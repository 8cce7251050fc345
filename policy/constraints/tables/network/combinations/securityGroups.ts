import { type Row, type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { together } from "../../together";

const icmp = { securityGroupId: "sg-1", ipProtocol: "icmp", cidrIpv4: "192.0.2.0/24" };

const codes = (property: "fromPort" | "toPort"): Row =>
  together(
    `for ICMP ${property} is the ${property === "fromPort" ? "type" : "code"}, -1 to 255`,
    { when: { ipProtocol: ["icmp", "icmpv6"] }, properties: { [property]: { minimum: -1, maximum: 255 } } },
    { ...icmp, fromPort: -1, toPort: -1 },
    { [property]: -1 },
    { [property]: 256 },
  );

/** Security groups and network ACLs. */
export const securityGroupRows: readonly TypeRows[] = [
  {
    type: "aws:ec2/securityGroup:SecurityGroup",
    source: api("ec2", "CreateSecurityGroup"),
    rows: [
      { at: "name", fact: "a group is not called default", not: { const: "default" }, good: "orders", bad: "default" },
    ],
  },
  ...(["Ingress", "Egress"] as const).map((kind) => ({
    type: `aws:vpc/securityGroup${kind}Rule:SecurityGroup${kind}Rule`,
    source: api("ec2", "IpPermission"),
    rows: [codes("fromPort"), codes("toPort")],
  })),
  {
    type: "aws:ec2/networkAclRule:NetworkAclRule",
    source: api("ec2", "CreateNetworkAclEntry"),
    rows: [
      together(
        "a ruleNumber stands once in a direction",
        {
          join: "ruleNumbers",
          beside: {
            first: {
              type: "aws:ec2/networkAclRule:NetworkAclRule",
              properties: {
                networkAclId: "acl-1",
                ruleNumber: 100,
                ruleAction: "allow",
                protocol: "tcp",
                cidrBlock: "192.0.2.0/24",
              },
            },
          },
        },
        { networkAclId: "acl-1", ruleAction: "allow", protocol: "tcp", cidrBlock: "192.0.2.0/24" },
        { ruleNumber: 110 },
        { ruleNumber: 100 },
      ),
    ],
  },
];
