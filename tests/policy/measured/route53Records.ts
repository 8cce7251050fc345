import { type Fact, facts } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { on } from "./on";

const type = "aws:route53/record:Record";
const zoneId = "Z0123456789ABCDEFGHIJ";
const named = { zoneId, name: "orders.example.com", type: "A" };
const plain = { ...named, ttl: 300, records: ["198.51.100.7"] };
const record = on(type, plain);
const alias = on(type, named);
const to = (name: string, target: string, more: Record<string, unknown> = {}) => ({
  aliases: [{ name, zoneId: target, evaluateTargetHealth: true, ...more }],
});
const balancer = to("own-1.eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2");
const weighted = (weight: number, setIdentifier = "a") => ({ setIdentifier, weightedRoutingPolicies: [{ weight }] });
const latency = (region: string, setIdentifier = "a") => ({ setIdentifier, latencyRoutingPolicies: [{ region }] });
const place = (where: Record<string, unknown>, setIdentifier = "a") => ({
  setIdentifier,
  geolocationRoutingPolicies: [where],
});
const near = (geoproximityRoutingPolicy: Record<string, unknown>) => ({
  setIdentifier: "a",
  geoproximityRoutingPolicy,
});
const cidr = (collectionId: string, locationName: string) => ({
  setIdentifier: "a",
  cidrRoutingPolicy: { collectionId, locationName },
});
const failover = (kind: string, more: Record<string, unknown> = {}) => ({
  setIdentifier: "a",
  failoverRoutingPolicies: [{ type: kind }],
  ...more,
});
const at = (latitude: string, longitude: string) => near({ coordinates: [{ latitude, longitude }] });
const collection = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

/** A fact of two records of one name. */
const pair = (
  says: string,
  first: Record<string, unknown>,
  bad: Record<string, unknown>,
  good: Record<string, unknown>,
): Fact =>
  facts(
    says,
    [
      [type, "first", { ...plain, ...first }],
      [type, "subject", { ...plain, ...bad }],
    ],
    [
      [type, "first", { ...plain, ...first }],
      [type, "subject", { ...plain, ...good }],
    ],
  );

/** Records, what they lead to and how one of several is chosen. */
export const route53Records: FactsByName = {
  "route53-alias-beanstalk-zone-id": alias(
    "the zone of Elastic Beanstalk is that of its Region",
    to("own.eu-west-1.elasticbeanstalk.com", "Z117KPS5GTRQ2G"),
    to("own.eu-west-1.elasticbeanstalk.com", "Z2NYPWQ7DFZAZH"),
  ),
  "route53-alias-cloudfront-zone-id": alias(
    "CloudFront has one zone",
    to("d111111abcdef8.cloudfront.net", "Z32O12XQLNTSW2", { evaluateTargetHealth: false }),
    to("d111111abcdef8.cloudfront.net", "Z2FDTNDATAQYW2", { evaluateTargetHealth: false }),
  ),
  "route53-alias-globalaccelerator-zone-id": alias(
    "Global Accelerator has one zone",
    to("a1234567890abcdef.awsglobalaccelerator.com", "Z32O12XQLNTSW2"),
    to("a1234567890abcdef.awsglobalaccelerator.com", "Z2BJ6XQ5FK7U4H"),
  ),
  "route53-alias-s3-website-zone-id": alias(
    "the zone of a website of S3 is that of its Region",
    to("s3-website-eu-west-1.amazonaws.com", "Z3AQBSTGFYJSTF"),
    to("s3-website-eu-west-1.amazonaws.com", "Z1BKCTXD74EZPE"),
  ),
  "route53-alias-samezone-record-type": on(type, { zoneId, name: "orders.example.com" })(
    "an NS record has no alias",
    { type: "NS", ...to("other.example.com", zoneId) },
    { type: "A", ...to("other.example.com", zoneId) },
  ),
  "route53-cidr-collection-id-format": record(
    "a collection is named by its UUID",
    cidr("own", "office"),
    cidr(collection, "office"),
  ),
  "route53-cidr-location-name-format": record(
    "a location has 16 characters",
    cidr(collection, "a".repeat(17)),
    cidr(collection, "a".repeat(16)),
  ),
  "route53-coordinates-latitude-range": record("a latitude is 90", at("91", "0"), at("90", "0")),
  "route53-coordinates-longitude-range": record("a longitude is 180", at("0", "-181"), at("0", "-180")),
  "route53-failover-alias-evaluate-target-health": alias(
    "the first of two aliases asks for its target's health",
    failover("PRIMARY", to("own-1.eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2", { evaluateTargetHealth: false })),
    failover("PRIMARY", balancer),
  ),
  "route53-failover-enum": record(
    "a record is the first or the second",
    failover("TERTIARY", { healthCheckId: "a" }),
    failover("PRIMARY", { healthCheckId: "a" }),
  ),
  "route53-failover-requires-health-check": record(
    "the first of two records has a check",
    failover("PRIMARY"),
    failover("PRIMARY", { healthCheckId: "a" }),
  ),
  "route53-geolocation-continent-code-enum": record(
    "a continent is one of seven",
    place({ continent: "EUR" }),
    place({ continent: "EU" }),
  ),
  "route53-geolocation-country-code-iso": record(
    "a country is of ISO 3166",
    place({ country: "ZZ" }),
    place({ country: "DE" }),
  ),
  "route53-geolocation-duplicate-location": pair(
    "a place has one record",
    place({ country: "DE" }),
    place({ country: "DE" }, "b"),
    place({ country: "FR" }, "b"),
  ),
  "route53-geolocation-exclusive": record(
    "a place is a continent or a country",
    place({ continent: "EU", country: "DE" }),
    place({ country: "DE" }),
  ),
  "route53-geolocation-subdivision-code-value": record(
    "a subdivision is a state",
    place({ country: "US", subdivision: "XX" }),
    place({ country: "US", subdivision: "CA" }),
  ),
  "route53-geolocation-subdivision-requires-us": record(
    "the United States alone are divided",
    place({ country: "DE", subdivision: "CA" }),
    place({ country: "US", subdivision: "CA" }),
  ),
  "route53-geolocation-unsupported-country": record(
    "four countries are not known",
    place({ country: "BV" }),
    place({ country: "NO" }),
  ),
  "route53-geoproximity-awsregion-value": record(
    "a place is a Region, not a zone of one",
    near({ awsRegion: "eu-west-1a" }),
    near({ awsRegion: "eu-west-1" }),
  ),
  "route53-geoproximity-bias-range": record(
    "a bias is 99",
    near({ awsRegion: "eu-west-1", bias: 100 }),
    near({ awsRegion: "eu-west-1", bias: 99 }),
  ),
  "route53-geoproximity-exclusive": record(
    "a place is a Region or a local zone",
    near({ awsRegion: "eu-west-1", localZoneGroup: "us-east-1-bue-1" }),
    near({ awsRegion: "eu-west-1" }),
  ),
  "route53-geoproximity-localzonegroup-format": record(
    "a local zone is named by its group",
    near({ localZoneGroup: "us-east-1-bue-1a" }),
    near({ localZoneGroup: "us-east-1-bue-1" }),
  ),
  "route53-latency-one-record-per-region": pair(
    "a Region has one record",
    latency("eu-west-1"),
    latency("eu-west-1", "b"),
    latency("eu-west-2", "b"),
  ),
  "route53-latency-region-enum": record(
    "latency is to a Region, not to a zone of one",
    latency("eu-west-1a"),
    latency("eu-west-1"),
  ),
  "route53-multivalue-alias": alias(
    "an alias has one answer",
    { ...balancer, setIdentifier: "a", multivalueAnswerRoutingPolicy: true },
    { ...balancer, ...weighted(1) },
  ),
  "route53-private-zone-health-check-policy": record(
    "a record that is not chosen has no check",
    { healthCheckId: "a" },
    { healthCheckId: "a", ...weighted(1) },
  ),
  "route53-record-name-charset": record(
    "a name has no space",
    { name: "or ders.example.com" },
    { name: "orders.example.com" },
  ),
  "route53-record-name-label-length": record(
    "a label has 63 characters",
    { name: `${"a".repeat(64)}.example.com` },
    { name: `${"a".repeat(63)}.example.com` },
  ),
  "route53-record-name-punycode": record(
    "a name is of ASCII",
    { name: "grün.example.com" },
    { name: "xn--grn-joa.example.com" },
  ),
  "route53-record-name-total-length": record(
    "a name has 253 characters",
    { name: `${"a".repeat(60)}.`.repeat(4) + "abcdefghij" },
    { name: `${"a".repeat(60)}.`.repeat(4) + "abcdefghi" },
  ),
  "route53-record-name-wildcard-ns": on(type, { zoneId, type: "NS", ttl: 300, records: ["ns-1.awsdns-1.org"] })(
    "an NS record is of one name",
    { name: "*.example.com" },
    { name: "a.example.com" },
  ),
  "route53-record-type-enum": on(type, { zoneId, name: "orders.example.com", ttl: 300, records: ["a.example.com"] })(
    "a record is of a type that Route 53 knows",
    { type: "ALIAS" },
    { type: "CNAME" },
  ),
  "route53-record-type-routing-policy": on(type, { zoneId, name: "orders.example.com", ttl: 300, ...weighted(1) })(
    "an NS record is not chosen",
    { type: "NS", records: ["ns-1.awsdns-1.org"] },
    { type: "CNAME", records: ["ns-1.awsdns-1.org"] },
  ),
  "route53-record-value-source": on(type, named)(
    "a record has values with a ttl",
    { records: ["198.51.100.7"] },
    { ttl: 300, records: ["198.51.100.7"] },
  ),
  "route53-resourcerecord-value-length": on(type, { ...named, type: "TXT", ttl: 300 })(
    "a value has 4,000 characters",
    { records: [`${"x".repeat(250)}""`.repeat(16)] },
    { records: [`${"x".repeat(250)}""`.repeat(15)] },
  ),
  "route53-resourcerecords-max-400": on(type, { ...named, ttl: 300 })(
    "a record has 400 values",
    { records: Array.from({ length: 401 }, (_, index) => `198.51.${String(index >> 8)}.${String(index & 255)}`) },
    { records: Array.from({ length: 400 }, (_, index) => `198.51.${String(index >> 8)}.${String(index & 255)}`) },
  ),
  "route53-routing-policy-exclusive": record(
    "a record is chosen in one way",
    { ...weighted(1), ...latency("eu-west-1") },
    weighted(1),
  ),
  "route53-set-identifier-length": record(
    "a setIdentifier has 128 characters",
    weighted(1, "a".repeat(129)),
    weighted(1, "a".repeat(128)),
  ),
  "route53-set-identifier-pairing": record("a setIdentifier is of what is chosen", { setIdentifier: "a" }, weighted(1)),
  "route53-set-identifier-unique-in-group": pair(
    "records of a name have different identifiers",
    weighted(1),
    weighted(2),
    weighted(2, "b"),
  ),
  "route53-ttl-range": record("a ttl has 31 bits", { ttl: 2_147_483_648 }, { ttl: 2_147_483_647 }),
  "route53-weight-range": record("a weight is 255", weighted(256), weighted(255)),
};
