import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];
const description: Row = {
  at: "description",
  fact: "a description has letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, 255 at most",
  pattern: "^[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{0,255}$",
  source: page("AWSEC2/latest/APIReference/API_IpPermission"),
  good: "from the proxy",
  bad: "from the proxy's net",
};

const rule = (type: string, operation: string): TypeRows => ({
  type,
  source: api("ec2", operation),
  rows: [
    {
      at: "",
      fact: "a rule has exactly one of cidrIpv4, cidrIpv6, prefixListId, referencedSecurityGroupId",
      requiredXor: sources,
      good: { securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "10.0.0.0/16" },
      bad: { securityGroupId: "sg-1", ipProtocol: "-1", cidrIpv4: "10.0.0.0/16", referencedSecurityGroupId: "sg-2" },
    },
    {
      at: "cidrIpv4",
      format: "ipv4Network",
      fact: "it is an IPv4 CIDR block",
      good: "10.0.0.0/16",
      bad: "10.0.0.0/33",
    },
    { at: "cidrIpv6", format: "ipv6Cidr", fact: "it is an IPv6 CIDR block", good: "2001:db8::/56", bad: "10.0.0.0/16" },
    {
      at: "",
      fact: "the first port is not above the last",
      if: { properties: { ipProtocol: { enum: ["tcp", "udp", "6", "17"] } }, required: ["ipProtocol"] },
      then: { ordered: [["fromPort", "<=", "toPort"]] },
      good: { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 80, toPort: 443, cidrIpv4: "10.0.0.0/16" },
      bad: { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 80, cidrIpv4: "10.0.0.0/16" },
    },
    {
      at: "",
      fact: "tcp and udp name their ports",
      when: { ipProtocol: ["tcp", "udp"] },
      required: ["fromPort", "toPort"],
      good: { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/16" },
      bad: { securityGroupId: "sg-1", ipProtocol: "tcp", cidrIpv4: "10.0.0.0/16" },
    },
    { at: "fromPort", minimum: -1, maximum: 65535, good: 443, bad: 65536 },
    { at: "toPort", minimum: -1, maximum: 65535, good: 443, bad: 65536 },
    description,
  ],
});

/** Who may reach what in a VPC. */
export const networkSecurityGroups: readonly TypeRows[] = [
  rule("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "AuthorizeSecurityGroupIngress"),
  rule("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "AuthorizeSecurityGroupEgress"),
  {
    type: "aws:ec2/securityGroup:SecurityGroup",
    source: api("ec2", "CreateSecurityGroup"),
    rows: [
      {
        at: "name",
        fact: "the name of a group does not begin with sg- and has 255 characters at most",
        pattern: "^(?!sg-)[a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;{}!$*]{1,255}$",
        good: "proxy",
        bad: "sg-proxy",
      },
      description,
      ...["ingress", "egress"].flatMap((kind): Row[] => [
        {
          at: `${kind}[].cidrBlocks[]`,
          format: "ipv4Network",
          fact: "it is an IPv4 CIDR block",
          good: "10.0.0.0/16",
          bad: "10.0.0.0/33",
        },
        {
          at: `${kind}[].ipv6CidrBlocks[]`,
          format: "ipv6Cidr",
          fact: "it is an IPv6 CIDR block",
          good: "2001:db8::/56",
          bad: "10.0.0.0/16",
        },
        {
          at: `${kind}[]`,
          fact: "a rule of all protocols (-1) has the ports 0",
          when: { protocol: "-1" },
          properties: { fromPort: { const: 0 }, toPort: { const: 0 } },
          source: page("vpc/latest/userguide/security-group-rules"),
          good: { protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/16"] },
          bad: { protocol: "-1", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/16"] },
        },
        {
          at: `${kind}[]`,
          fact: "the first port is not above the last",
          when: { protocol: ["tcp", "udp"] },
          ordered: [["fromPort", "<=", "toPort"]],
          good: { protocol: "tcp", fromPort: 80, toPort: 443, cidrBlocks: ["10.0.0.0/16"] },
          bad: { protocol: "tcp", fromPort: 443, toPort: 80, cidrBlocks: ["10.0.0.0/16"] },
        },
        { ...description, at: `${kind}[].description` },
      ]),
    ],
  },
];
