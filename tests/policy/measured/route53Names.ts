import { type Fact, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { unknown } from "../server";
import { beside } from "./on";

const type = "aws:route53/record:Record";
const zoneId = "aws:route53/zone:Zone own";
const zone: Made = ["aws:route53/zone:Zone", "own", { name: "example.com" }];
const named = { zoneId: unknown, name: "orders.example.com", type: "A", ttl: 300, records: ["198.51.100.7"] };
const alias = (name: string, target: string): Made => [
  type,
  "subject",
  { zoneId: unknown, name, type: "A", aliases: [{ zoneId: unknown, name: target, evaluateTargetHealth: true }] },
  { zoneId, aliases: zoneId },
];
const cname: Made = [type, "first", { ...named, name: "www", type: "CNAME", records: ["a.example.net"] }, { zoneId }];
const weighted = (weight: number, setIdentifier: string) => ({ setIdentifier, weightedRoutingPolicies: [{ weight }] });

/** A fact of a record beside another one of its zone. */
const pair = (
  says: string,
  first: Record<string, unknown>,
  bad: Record<string, unknown>,
  good: Record<string, unknown>,
): Fact =>
  beside(
    [zone, [type, "first", { ...named, ...first }, { zoneId }]],
    says,
    [type, "subject", { ...named, ...bad }, { zoneId }],
    [type, "subject", { ...named, ...good }, { zoneId }],
  );

const byAddress = (setIdentifier: string, collection: string) => ({
  setIdentifier,
  cidrRoutingPolicy: { collectionId: `${collection}-0a1b-0a1b-0a1b-0a1b2c3d4e5f`, locationName: setIdentifier },
});

/** Several records of one zone. */
export const route53Names: FactsByName = {
  "route53-alias-apex-to-cname": beside(
    [zone, cname],
    "the alias of a zone leads to no CNAME",
    alias("example.com", "www.example.com"),
    alias("shop.example.com", "www.example.com"),
  ),
  "route53-alias-target-outside-zone": beside(
    [zone, cname],
    "an alias to a zone is of its names",
    alias("shop.example.com", "www.example.net"),
    alias("shop.example.com", "www.example.com"),
  ),
  "route53-apex-cname": beside(
    [zone],
    "a zone itself has no CNAME",
    [
      type,
      "subject",
      { zoneId: unknown, name: "example.com", type: "CNAME", ttl: 300, records: ["a.example.net"] },
      { zoneId },
    ],
    [
      type,
      "subject",
      { zoneId: unknown, name: "a.example.com", type: "CNAME", ttl: 300, records: ["a.example.net"] },
      { zoneId },
    ],
  ),
  "route53-cidr-same-collection-in-group": pair(
    "the records of a name are chosen by one collection",
    byAddress("a", "0a1b2c3d"),
    byAddress("b", "0a1b2c3e"),
    byAddress("b", "0a1b2c3d"),
  ),
  "route53-cname-name-collision": pair(
    "a CNAME is the only record of its name",
    { type: "CNAME", records: ["a.example.net"] },
    {},
    { name: "shop.example.com" },
  ),
  "route53-mixed-routing-policy-same-name-type": pair(
    "records of a name are chosen in one way",
    weighted(1, "a"),
    { setIdentifier: "b", latencyRoutingPolicies: [{ region: "eu-west-1" }] },
    weighted(1, "b"),
  ),
  "route53-simple-and-policy-same-name-type": pair("a record that is not chosen is alone", {}, weighted(1, "a"), {
    ...weighted(1, "a"),
    name: "shop.example.com",
  }),
  "route53-weighted-group-same-ttl": pair(
    "records with weights have one ttl",
    weighted(1, "a"),
    { ...weighted(1, "b"), ttl: 60 },
    weighted(1, "b"),
  ),
};
