import { measured, type TypeRows } from "../../schema";
import { at, narrows, says } from "../given";
import { api } from "../pages";
import { nameLength, names } from "./names";

const set = api("route53", "ResourceRecordSet");

const plain = { name: "orders.example.com", type: "A", ttl: 300, "records[]": "198.51.100.7" };
const primary = { ...plain, setIdentifier: "a", "failoverRoutingPolicies[].type": "PRIMARY" };
const weighted = { setIdentifier: "a", "weightedRoutingPolicies[].weight": 1 };
const ways = [
  "weightedRoutingPolicies[]",
  "latencyRoutingPolicies[]",
  "failoverRoutingPolicies[]",
  "geolocationRoutingPolicies[]",
  "geoproximityRoutingPolicy",
  "cidrRoutingPolicy",
];

/** Route 53: what records lead to and how one of several is chosen. */
export const route53Records: readonly TypeRows[] = [
  {
    type: "aws:route53/record:Record",
    source: api("route53", "ChangeResourceRecordSets"),
    rows: [
      at(
        "name",
        "a name is of printable ASCII without spaces; others are written in Punycode",
        { pattern: "^[!-~]*$", source: names },
        "xn--grn-joa.example.com",
        "grün.example.com",
      ),
      at(
        "name",
        "the labels of a name have up to 63 characters",
        { not: { pattern: "[^.]{64,}" }, source: names },
        `${"a".repeat(63)}.example.com`,
        `${"a".repeat(64)}.example.com`,
      ),
      nameLength,
      narrows(
        "an NS record has no wildcard",
        { type: "NS" },
        "name",
        { not: { pattern: "^\\*" } },
        ["a.b.com", "*.b.com"],
        {
          source: names,
        },
      ),
      says(
        "a record of several that choose is no NS and no SOA record",
        {
          if: { required: ["setIdentifier"] },
          then: { properties: { type: { not: { pattern: "^(NS|SOA)$" } } } },
          source: measured,
        },
        { ...weighted, type: "A" },
        { ...weighted, type: "NS" },
      ),
      at(
        "records",
        "a record has up to 400 values",
        { maxItems: 400, source: set },
        ["198.51.100.7"],
        [...Array.from({ length: 401 }, (_, index) => `198.51.${String(index >> 8)}.${String(index & 255)}`)],
      ),
      at(
        "records[]",
        "a value has up to 4000 characters",
        { maxLength: 4000, source: api("route53", "ResourceRecord") },
        "198.51.100.7",
        `${"x".repeat(250)}""`.repeat(16),
      ),
      at(
        "setIdentifier",
        "an identifier has up to 128 characters",
        { maxLength: 128, source: set },
        "a",
        "a".repeat(129),
      ),
      says(
        "a record with a health check is chosen in some way",
        {
          if: { required: ["healthCheckId"] },
          then: { requiredOr: [...ways, "multivalueAnswerRoutingPolicy"] },
          source: measured,
        },
        { ...plain, healthCheckId: "a", ...weighted },
        { ...plain, healthCheckId: "a" },
      ),
      says(
        "the primary of two records has a healthCheckId",
        {
          when: { "failoverRoutingPolicies[].type": "PRIMARY" },
          if: { required: ["records[]"] },
          then: { required: ["healthCheckId"] },
          source: measured,
        },
        { ...primary, healthCheckId: "a" },
        primary,
      ),
      says(
        "the primary of two aliases has a healthCheckId, or evaluateTargetHealth",
        {
          when: { "failoverRoutingPolicies[].type": "PRIMARY", "aliases[].evaluateTargetHealth": false },
          required: ["healthCheckId"],
          source: measured,
        },
        { type: "A", "failoverRoutingPolicies[].type": "PRIMARY", "aliases[].evaluateTargetHealth": true },
        { type: "A", "failoverRoutingPolicies[].type": "PRIMARY", "aliases[].evaluateTargetHealth": false },
      ),
      says(
        "records of one name and type have different identifiers",
        {
          if: { required: ["setIdentifier"] },
          then: { onlyOne: ["name", "type", "zoneId", "setIdentifier"] },
          source: set,
          beside: {
            first: {
              type: "aws:route53/record:Record",
              properties: {
                zoneId: "Z1",
                name: "orders.example.com",
                type: "A",
                setIdentifier: "a",
                region: "eu-west-1",
              },
            },
          },
        },
        { ...plain, zoneId: "Z1", setIdentifier: "b" },
        { ...plain, zoneId: "Z1", setIdentifier: "a" },
      ),
    ],
  },
];
