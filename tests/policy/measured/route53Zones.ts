import { type Fact, facts } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";
import { unknown } from "../server";

const zone = on("aws:route53/zone:Zone");
const location = on("aws:route53/cidrLocation:CidrLocation", { cidrCollectionId: "c", name: "office" });
const signing = "aws:route53/keySigningKey:KeySigningKey";
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
const signer = { hostedZoneId: "Z0123456789ABCDEFGHIJ", name: "own", keyManagementServiceArn: keyArn };
const spec = { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY", region: "us-east-1" };
const logGroup = "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/own";

/** A fact of the key that signs a zone. */
const key = (says: string, bad: Record<string, unknown>, good: Record<string, unknown>): Fact =>
  beside(
    [
      [
        signing,
        "subject",
        { ...signer, keyManagementServiceArn: unknown },
        { keyManagementServiceArn: "aws:kms/key:Key own" },
      ],
    ],
    says,
    ["aws:kms/key:Key", "own", { ...spec, ...bad }],
    ["aws:kms/key:Key", "own", { ...spec, ...good }],
  );

const pair = (
  says: string,
  first: Record<string, unknown>,
  bad: Record<string, unknown>,
  good: Record<string, unknown>,
  type: string,
): Fact =>
  facts(
    says,
    [
      [type, "first", first],
      [type, "subject", { ...first, ...bad }],
    ],
    [
      [type, "first", first],
      [type, "subject", { ...first, ...good }],
    ],
  );

/** Zones, their keys and logs, and collections of addresses. */
export const route53Zones: FactsByName = {
  "route53-cidrcollection-blocks-max-1000": location(
    "a location has 1,000 blocks",
    { cidrBlocks: Array.from({ length: 1001 }, (_item, n) => `100.${String(n >> 8)}.${String(n & 255)}.0/24`) },
    { cidrBlocks: Array.from({ length: 1000 }, (_item, n) => `100.${String(n >> 8)}.${String(n & 255)}.0/24`) },
  ),
  "route53-cidrcollection-cidr-item-blank": location(
    "a block is not blank",
    { cidrBlocks: [" "] },
    { cidrBlocks: ["93.184.0.0/24"] },
  ),
  "route53-cidrcollection-cidr-item-length": location(
    "a block has 50 characters",
    { cidrBlocks: [`93.184.0.0/${"0".repeat(40)}24`] },
    { cidrBlocks: ["93.184.0.0/24"] },
  ),
  "route53-cidrcollection-cidrlist-required": location(
    "a location has blocks",
    { cidrBlocks: [] },
    { cidrBlocks: ["93.184.0.0/24"] },
  ),
  "route53-cidrcollection-duplicate-cidr-block": pair(
    "a block is of one location",
    { cidrCollectionId: "c", name: "office", cidrBlocks: ["93.184.0.0/24"] },
    { name: "home" },
    { name: "home", cidrBlocks: ["93.184.1.0/24"] },
    "aws:route53/cidrLocation:CidrLocation",
  ),
  "route53-cidrcollection-duplicate-name": pair(
    "collections have different names",
    { name: "own" },
    {},
    { name: "other" },
    "aws:route53/cidrCollection:CidrCollection",
  ),
  "route53-cidrcollection-ipv4-prefix-max-24": location(
    "a block of IPv4 has 24 bits",
    { cidrBlocks: ["93.184.0.0/25"] },
    { cidrBlocks: ["93.184.0.0/24"] },
  ),
  "route53-cidrcollection-ipv6-prefix-max-48": location(
    "a block of IPv6 has 48 bits",
    { cidrBlocks: ["2600:1f00::/49"] },
    { cidrBlocks: ["2600:1f00::/48"] },
  ),
  "route53-cidrcollection-locationname-wildcard": on("aws:route53/cidrLocation:CidrLocation", {
    cidrCollectionId: "c",
    cidrBlocks: ["93.184.0.0/24"],
  })("the default location is there", { name: "*" }, { name: "office" }),
  "route53-cidrcollection-zero-prefix-default-location": location(
    "all addresses are the default location",
    { cidrBlocks: ["0.0.0.0/0"] },
    { cidrBlocks: ["93.184.0.0/24"] },
  ),
  "route53-hostedzone-duplicate-private-zone-vpc": pair(
    "a network sees one zone of a name",
    { name: "own.internal", vpcs: [{ vpcId: "vpc-1" }] },
    {},
    { name: "other.internal" },
    "aws:route53/zone:Zone",
  ),
  "route53-hostedzone-name-charset": zone("a name has no space", { name: "ex ample.com" }, { name: "example.com" }),
  "route53-hostedzone-name-label-63": zone(
    "a label has 63 characters",
    { name: `${"a".repeat(64)}.com` },
    { name: `${"a".repeat(63)}.com` },
  ),
  "route53-hostedzone-name-punycode": zone("a name is of ASCII", { name: "grün.com" }, { name: "xn--grn-joa.com" }),
  "route53-hostedzone-name-tld": zone("a zone is below another", { name: "com" }, { name: "example.com" }),
  "route53-hostedzone-name-total-253": zone(
    "a name has 253 characters",
    { name: `${"a".repeat(60)}.`.repeat(4) + "abcdefghij" },
    { name: `${"a".repeat(60)}.`.repeat(4) + "abcdefghi" },
  ),
  "route53-hostedzone-name-wildcard-label": zone(
    "a zone is of one name",
    { name: "*.example.com" },
    { name: "a.example.com" },
  ),
  "route53-hostedzone-querylogging-arn-format": on("aws:route53/queryLog:QueryLog", {
    zoneId: "Z0123456789ABCDEFGHIJ",
  })(
    "a group of logs is named by its ARN",
    { cloudwatchLogGroupArn: "/aws/route53/own" },
    { cloudwatchLogGroupArn: logGroup },
  ),
  "route53-hostedzone-querylogging-loggroup-region": on("aws:route53/queryLog:QueryLog", {
    zoneId: "Z0123456789ABCDEFGHIJ",
  })(
    "queries are logged in us-east-1",
    { cloudwatchLogGroupArn: logGroup.replace("us-east-1", "eu-west-1") },
    { cloudwatchLogGroupArn: logGroup },
  ),
  "route53-hostedzone-querylogging-private-zone": beside(
    [
      [
        "aws:route53/queryLog:QueryLog",
        "subject",
        { zoneId: unknown, cloudwatchLogGroupArn: logGroup },
        { zoneId: "aws:route53/zone:Zone own" },
      ],
    ],
    "queries of a public zone are logged",
    ["aws:route53/zone:Zone", "own", { name: "example.com", vpcs: [{ vpcId: "vpc-1" }] }],
    ["aws:route53/zone:Zone", "own", { name: "example.com" }],
  ),
  "route53-cidr-private-zone": beside(
    [
      [
        "aws:route53/record:Record",
        "subject",
        {
          zoneId: unknown,
          name: "orders.example.com",
          type: "A",
          ttl: 300,
          records: ["198.51.100.7"],
          setIdentifier: "a",
          cidrRoutingPolicy: { collectionId: "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f", locationName: "office" },
        },
        { zoneId: "aws:route53/zone:Zone own" },
      ],
    ],
    "addresses choose in a public zone",
    ["aws:route53/zone:Zone", "own", { name: "example.com", vpcs: [{ vpcId: "vpc-1" }] }],
    ["aws:route53/zone:Zone", "own", { name: "example.com" }],
  ),
  "route53-hostedzone-vpc-region-format": zone(
    "a network is in a Region, not in a zone",
    { name: "own.internal", vpcs: [{ vpcId: "vpc-1", vpcRegion: "eu-west-1a" }] },
    { name: "own.internal", vpcs: [{ vpcId: "vpc-1", vpcRegion: "eu-west-1" }] },
  ),
  "route53-keysigningkey-kms-key-enabled": key("the key of a zone is enabled", { isEnabled: false }, {}),
  "route53-keysigningkey-kms-key-region": on(signing, signer)(
    "the key of a zone is in us-east-1",
    { keyManagementServiceArn: keyArn.replace("us-east-1", "eu-west-1") },
    {},
  ),
  "route53-keysigningkey-kms-keyspec": key(
    "the key of a zone is of P-256",
    { customerMasterKeySpec: "ECC_NIST_P384" },
    {},
  ),
  "route53-keysigningkey-kmsarn-unique-per-zone": pair(
    "the keys of a zone are of different keys",
    signer,
    { name: "other" },
    { name: "other", keyManagementServiceArn: keyArn.replace("0a1b2c3d", "0a1b2c3e") },
    signing,
  ),
  "route53-keysigningkey-name-unique-per-zone": pair(
    "the keys of a zone have different names",
    signer,
    { keyManagementServiceArn: keyArn.replace("0a1b2c3d", "0a1b2c3e") },
    { name: "other", keyManagementServiceArn: keyArn.replace("0a1b2c3d", "0a1b2c3e") },
    signing,
  ),
  "route53-keysigningkey-status-enum": on(signing, signer)(
    "a key is active or not",
    { status: "ENABLED" },
    { status: "ACTIVE" },
  ),
};
