import { measured, type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const prefixes = { name: "offices", maxEntries: 2 };
const v4 = "10.0.0.0/16";
const v6 = "2001:db8::/32";
const family = (addressFamily: string, format: string, good: string, bad: string): Row =>
  together(
    `a list of ${addressFamily} has prefixes of ${addressFamily}`,
    { when: { addressFamily }, properties: { "entries[].cidr": { format } } },
    { ...prefixes, addressFamily },
    { entries: [{ cidr: good }] },
    { entries: [{ cidr: bad }] },
  );

/** Lists of prefixes, and addresses that are associated. */
export const networkAddresses: readonly TypeRows[] = [
  {
    type: "aws:ec2/managedPrefixList:ManagedPrefixList",
    source: api("ec2", "CreateManagedPrefixList"),
    rows: [
      family("IPv4", "ipv4Cidr", v4, v6),
      family("IPv6", "ipv6Cidr", v6, v4),
      together(
        "a list has no more entries than maxEntries",
        { join: "prefixListSize" },
        { name: "offices", addressFamily: "IPv4", maxEntries: 1 },
        { entries: [{ cidr: v4 }] },
        { entries: [{ cidr: v4 }, { cidr: "10.1.0.0/16" }] },
      ),
      {
        at: "name",
        fact: "names that begin with com.amazonaws. are AWS's own",
        not: { pattern: "^com\\.amazonaws" },
        good: "offices",
        bad: "com.amazonaws.offices",
      },
    ],
  },
  {
    type: "aws:ec2/eipAssociation:EipAssociation",
    source: api("ec2", "AssociateAddress"),
    rows: [
      together(
        "an address is named by its allocation or by itself",
        { atMostOne: ["allocationId", "publicIp"], source: measured },
        { instanceId: "i-1", allocationId: "eipalloc-1" },
        {},
        { publicIp: "203.0.113.7" },
      ),
    ],
  },
  {
    type: "aws:ec2/securityGroup:SecurityGroup",
    source: api("ec2", "AuthorizeSecurityGroupIngress"),
    rows: ["ingress", "egress"].flatMap((way) =>
      ["fromPort", "toPort"].map((port): Row => ({
        at: `${way}[].${port}`,
        minimum: -1,
        maximum: 65535,
        good: 65535,
        bad: 65536,
      })),
    ),
  },
];
