import { type Row, type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api, page } from "../pages";
import { nameLength, names } from "./names";

const zone = "aws:route53/zone:Zone";
const key = "aws:kms/key:Key";
const signing = "aws:route53/keySigningKey:KeySigningKey";
const keyArn = "arn:aws:kms:us-east-1:111122223333:key/1";
const oddArn = keyArn.replace(/1$/, "2");
const region = { region: "eu-west-1" };

/** Of a zone, where the program makes it, that is public. */
const publicZone = (fact: string, words: Partial<Row>, good: unknown, bad: unknown, at_: string): Row =>
  at(
    at_,
    fact,
    {
      ...words,
      beside: {
        open: { type: zone, properties: { name: "example.com" } },
        own: { type: zone, properties: { id: "Z2", zoneId: "Z2", name: "own.internal", vpcs: [{ vpcId: "vpc-1" }] } },
      },
      links: { zoneId: "own" },
    },
    good,
    bad,
  );

const isPublic = { refersTo: { type: zone, fits: { excluded: ["vpcs[]"] } } };

const signer = (fact: string, fits: NonNullable<Row["refersTo"]>["fits"], bad: Record<string, unknown>): Row => {
  const spec = { customerMasterKeySpec: "ECC_NIST_P256", keyUsage: "SIGN_VERIFY", region: "us-east-1" };
  return at(
    "",
    fact,
    {
      properties: { keyManagementServiceArn: { refersTo: { type: key, fits } } },
      source: page("Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements"),
      beside: {
        own: { type: key, properties: spec },
        odd: { type: key, properties: { ...spec, arn: oddArn, ...bad } },
      },
      links: { keyManagementServiceArn: "odd" },
    },
    { hostedZoneId: "Z1", keyManagementServiceArn: keyArn, name: "own" },
    { hostedZoneId: "Z1", keyManagementServiceArn: oddArn, name: "own" },
  );
};

/** Route 53: zones, their keys and logs. */
export const route53Zones: readonly TypeRows[] = [
  {
    type: zone,
    source: api("route53", "CreateHostedZone"),
    rows: [
      at(
        "name",
        "a name is of printable ASCII without spaces; others are written in Punycode",
        { pattern: "^[!-~]*$", source: names },
        "xn--grn-joa.com",
        "grün.com",
      ),
      at("name", "a zone is not that of a top-level domain", { pattern: "[^.]\\.[^.]" }, "example.com", "com"),
      at("name", "the name of a zone has no wildcard", { not: { pattern: "^\\*" }, source: names }, "a.com", "*.a.com"),
      nameLength,
      at(
        "vpcs[].vpcRegion",
        "a network is in a Region, not in one of its zones",
        { pattern: "^[a-z]{2}(-[a-z]+)+-\\d+$", source: api("route53", "VPC") },
        "eu-west-1",
        "eu-west-1a",
      ),
      says(
        "a network sees one private zone of a name",
        {
          if: { required: ["vpcs[]"] },
          then: { onlyOne: ["name", "vpcs"] },
          beside: {
            first: { type: zone, properties: { ...region, name: "own.internal", vpcs: [{ vpcId: "vpc-1" }] } },
          },
        },
        { name: "other.internal", "vpcs[].vpcId": "vpc-1" },
        { name: "own.internal", "vpcs[].vpcId": "vpc-1" },
      ),
    ],
  },
  {
    type: "aws:route53/queryLog:QueryLog",
    source: api("route53", "CreateQueryLoggingConfig"),
    rows: [
      publicZone(
        "queries of public zones alone are logged",
        { properties: { zoneId: isPublic } },
        { zoneId: "Z1", cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/a" },
        { zoneId: "Z2", cloudwatchLogGroupArn: "arn:aws:logs:us-east-1:111122223333:log-group:/aws/route53/a" },
        "",
      ),
    ],
  },
  {
    type: "aws:route53/record:Record",
    source: page("Route53/latest/DeveloperGuide/routing-policy-ipbased"),
    rows: [
      publicZone(
        "addresses choose between the records of public zones alone",
        { if: { required: ["cidrRoutingPolicy"] }, then: { properties: { zoneId: isPublic } } },
        { zoneId: "Z1", setIdentifier: "a", cidrRoutingPolicy: { locationName: "*" } },
        { zoneId: "Z2", setIdentifier: "a", cidrRoutingPolicy: { locationName: "*" } },
        "",
      ),
      says(
        "records of one name agree",
        {
          join: "recordsOfName",
          source: api("route53", "ResourceRecordSet"),
          beside: {
            first: {
              type: "aws:route53/record:Record",
              properties: {
                ...region,
                zoneId: "Z1",
                name: "a.example.com",
                type: "CNAME",
                "records[]": "b.example.com",
              },
            },
          },
        },
        { zoneId: "Z1", name: "c.example.com", type: "A" },
        { zoneId: "Z1", name: "a.example.com", type: "A" },
      ),
      at(
        "",
        "the name of a zone has no CNAME, and an alias to the zone is of a name within it",
        {
          join: "aliasInZone",
          source: api("route53", "AliasTarget"),
          beside: { own: { type: zone, properties: { id: "Z1", zoneId: "Z1", name: "example.com" } } },
          links: { zoneId: "own" },
        },
        { zoneId: "Z1", name: "www.example.com", type: "CNAME" },
        { zoneId: "Z1", name: "example.com", type: "CNAME" },
      ),
    ],
  },
  {
    type: signing,
    source: api("route53", "CreateKeySigningKey"),
    rows: [
      signer("the key of a zone is enabled", { properties: { isEnabled: { const: true } } }, { isEnabled: false }),
      signer(
        "the key of a zone is of ECC_NIST_P256 and signs",
        {
          required: ["customerMasterKeySpec", "keyUsage"],
          properties: { customerMasterKeySpec: { const: "ECC_NIST_P256" }, keyUsage: { const: "SIGN_VERIFY" } },
        },
        { customerMasterKeySpec: "ECC_NIST_P384" },
      ),
      ...["name", "keyManagementServiceArn"].map((property) =>
        says(
          `the keys of a zone differ in ${property}`,
          {
            onlyOne: [property, "hostedZoneId"],
            beside: {
              first: {
                type: signing,
                properties: { ...region, hostedZoneId: "Z1", name: "own", keyManagementServiceArn: keyArn },
              },
            },
          },
          { hostedZoneId: "Z1", name: "other", keyManagementServiceArn: keyArn.replace(/1$/, "2") },
          {
            hostedZoneId: "Z1",
            name: "other",
            keyManagementServiceArn: keyArn.replace(/1$/, "2"),
            [property]: property === "name" ? "own" : keyArn,
          },
        ),
      ),
    ],
  },
];
