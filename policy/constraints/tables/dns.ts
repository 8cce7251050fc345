import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { between, like, needs, only, together } from "./together";

const record = { zoneId: "Z1", name: "orders.example.com" };
const alias = { aliases: [{ name: "lb.example.com", zoneId: "Z2", evaluateTargetHealth: true }] };
const plain = { ...record, ttl: 300 };
const policies = [
  "weightedRoutingPolicies[]",
  "latencyRoutingPolicies[]",
  "failoverRoutingPolicies[]",
  "geolocationRoutingPolicies[]",
  "geoproximityRoutingPolicy",
  "cidrRoutingPolicy",
];
const weighted = { weightedRoutingPolicies: [{ weight: 10 }] };
const types = page("Route53/latest/DeveloperGuide/ResourceRecordTypes");
const set = api("route53", "ResourceRecordSet");

/** How the values of records of a type look. */
const written = (type: string, fact: string, pattern: string, good: string, bad: string): Row =>
  together(
    fact,
    { when: { type }, properties: { "records[]": { pattern } }, source: types },
    { ...plain, type },
    { records: [good] },
    { records: [bad] },
  );

const ipv4 = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

const records: readonly Row[] = [
  together(
    "a record has values or an alias",
    { requiredXor: ["records[]", "aliases[]"] },
    { ...record, type: "A" },
    alias,
    {
      ...alias,
      ttl: 300,
      records: ["10.0.0.1"],
    },
  ),
  together(
    "a record with values has a ttl",
    { if: { required: ["records[]"] }, then: { required: ["ttl"] }, source: set },
    { ...record, type: "A", records: ["10.0.0.1"] },
    { ttl: 300 },
    {},
  ),
  together(
    "an alias has no ttl of its own",
    { if: { required: ["aliases[]"] }, then: { excluded: ["ttl"] }, source: api("route53", "AliasTarget") },
    { ...record, ...alias, type: "A" },
    {},
    { ttl: 300 },
  ),
  together(
    "an alias is of no NS and no SOA record",
    {
      if: { required: ["aliases[]"] },
      then: { properties: { type: { not: { pattern: "^(NS|SOA)$" } } } },
      source: api("route53", "AliasTarget"),
    },
    { ...record, ...alias },
    { type: "A" },
    { type: "NS" },
  ),
  together(
    "a record has one routing policy",
    { atMostOne: policies },
    { ...plain, type: "A", records: ["10.0.0.1"], setIdentifier: "a", ...weighted },
    {},
    { latencyRoutingPolicies: [{ region: "eu-west-1" }] },
  ),
  together(
    "records of a routing policy have a setIdentifier",
    { if: { requiredOr: policies }, then: { required: ["setIdentifier"] }, source: set },
    { ...plain, type: "A", records: ["10.0.0.1"], ...weighted },
    { setIdentifier: "a" },
    {},
  ),
  needs("a record of many answers has a setIdentifier", { multivalueAnswerRoutingPolicy: true }, ["setIdentifier"], {
    source: set,
  })({ ...plain, type: "A", records: ["10.0.0.1"], multivalueAnswerRoutingPolicy: true }, { setIdentifier: "a" }, {}),
  together(
    "a setIdentifier is of a routing policy",
    {
      if: { required: ["setIdentifier"] },
      then: { requiredOr: [...policies, "multivalueAnswerRoutingPolicy"] },
      source: set,
    },
    { ...plain, type: "A", records: ["10.0.0.1"], setIdentifier: "a" },
    weighted,
    {},
  ),
  together(
    "an alias has one answer",
    {
      when: { multivalueAnswerRoutingPolicy: true },
      excluded: ["aliases[]"],
      source: page("Route53/latest/DeveloperGuide/resource-record-sets-values-multivalue"),
    },
    { ...record, type: "A", setIdentifier: "a", multivalueAnswerRoutingPolicy: true },
    { ttl: 60, records: ["10.0.0.1"] },
    alias,
  ),
  {
    at: "records",
    fact: "each value stands once",
    uniqueItems: true,
    source: types,
    good: ["10.0.0.1", "10.0.0.2"],
    bad: ["10.0.0.1", "10.0.0.1"],
  },
  between("ttl", 0, 2_147_483_647, { source: set }),
  between("weightedRoutingPolicies[].weight", 0, 255, { source: set }),
  { at: "failoverRoutingPolicies[].type", enum: ["PRIMARY", "SECONDARY"], source: set, good: "PRIMARY", bad: "MAIN" },
  {
    at: "geolocationRoutingPolicies[]",
    fact: "a place is a continent, or a country",
    requiredXor: ["continent", "country"],
    source: api("route53", "GeoLocation"),
    good: { country: "DE" },
    bad: { continent: "EU", country: "DE" },
  },
  {
    at: "geolocationRoutingPolicies[]",
    fact: "a subdivision is of a country",
    dependentRequired: { subdivision: ["country"] },
    source: api("route53", "GeoLocation"),
    good: { country: "US", subdivision: "CA" },
    bad: { continent: "NA", subdivision: "CA" },
  },
  {
    at: "geolocationRoutingPolicies[].continent",
    enum: ["AF", "AN", "AS", "EU", "OC", "NA", "SA"],
    source: api("route53", "GeoLocation"),
    good: "EU",
    bad: "EUROPE",
  },
  like(
    "geolocationRoutingPolicies[].country",
    "a country has two letters, or is * for all others",
    "^([A-Z]{2}|\\*)$",
    "DE",
    "Germany",
    { source: api("route53", "GeoLocation") },
  ),
  {
    at: "geoproximityRoutingPolicy",
    fact: "a place is a Region, a local zone group or coordinates",
    requiredXor: ["awsRegion", "localZoneGroup", "coordinates"],
    source: api("route53", "GeoProximityLocation"),
    good: { awsRegion: "eu-west-1" },
    bad: { awsRegion: "eu-west-1", localZoneGroup: "us-east-1-bue-1" },
  },
  {
    at: "geoproximityRoutingPolicy.bias",
    minimum: -99,
    maximum: 99,
    source: api("route53", "GeoProximityLocation"),
    good: 10,
    bad: 100,
  },
  written("A", "the values of an A record are IPv4 addresses", `^(${ipv4}\\.){3}${ipv4}$`, "10.0.0.1", "10.0.0.256"),
  written(
    "AAAA",
    "the values of an AAAA record are IPv6 addresses",
    "^[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*$",
    "2001:db8::1",
    "10.0.0.1",
  ),
  written(
    "MX",
    "a value of an MX record is a priority and a name",
    "^\\d{1,5}\\s+\\S+$",
    "10 mail.example.com",
    "mail.example.com",
  ),
  written(
    "SRV",
    "a value of an SRV record is priority, weight, port and name",
    "^\\d{1,5}\\s+\\d{1,5}\\s+\\d{1,5}\\s+\\S+$",
    "1 10 5269 xmpp.example.com",
    "xmpp.example.com",
  ),
  written(
    "CAA",
    "a value of a CAA record is flags, tag and value in quotes",
    '^\\d{1,3}\\s+[A-Za-z0-9]+\\s+"[^"]*"$',
    '0 issue "amazon.com"',
    "0 issue amazon.com",
  ),
  together(
    "a CNAME record has one value",
    { when: { type: "CNAME" }, properties: { records: { maxItems: 1 } }, source: types },
    { ...plain, type: "CNAME" },
    { records: ["a.example.com"] },
    { records: ["a.example.com", "b.example.com"] },
  ),
  {
    at: "records[]",
    fact: 'a string of a value has at most 255 characters: a longer text is several strings, joined by ""',
    not: { pattern: '^[^"]{256,}$' },
    source: types,
    good: "v=spf1 -all",
    bad: "x".repeat(256),
  },
];

const endpoint = ["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "TCP"];
const http = { type: "HTTP", fqdn: "a.example.com", port: 80 };
const check = api("route53", "HealthCheckConfig");

const checks: readonly Row[] = [
  together(
    "a check of an endpoint has its name or its address",
    { when: { type: endpoint }, requiredOr: ["fqdn", "ipAddress"], source: check },
    { type: "HTTP", port: 80 },
    { fqdn: "a.example.com" },
    {},
  ),
  needs("a check by TCP has a port", { type: "TCP" }, ["port"], { source: check })(
    { type: "TCP", ipAddress: "203.0.113.5" },
    { port: 443 },
    {},
  ),
  only("a check by TCP has no path", { type: "TCP" }, ["resourcePath"], { source: check })(
    { type: "TCP", ipAddress: "203.0.113.5", port: 443 },
    {},
    { resourcePath: "/" },
  ),
  needs("a check for a text has the searchString", { type: ["HTTP_STR_MATCH", "HTTPS_STR_MATCH"] }, ["searchString"], {
    source: check,
  })({ ...http, type: "HTTP_STR_MATCH" }, { searchString: "ok" }, {}),
  only("a searchString is of the types that look for a text", { type: ["HTTP", "HTTPS", "TCP"] }, ["searchString"], {
    source: check,
  })(http, {}, { searchString: "ok" }),
  needs("a calculated check names others", { type: "CALCULATED" }, ["childHealthchecks[]"], { source: check })(
    { type: "CALCULATED", childHealthThreshold: 1 },
    { childHealthchecks: ["a"] },
    {},
  ),
  only(
    "a calculated check has no endpoint",
    { type: "CALCULATED" },
    ["fqdn", "ipAddress", "port", "resourcePath", "requestInterval"],
    { source: check },
  )({ type: "CALCULATED", childHealthchecks: ["a"], childHealthThreshold: 1 }, {}, { fqdn: "a.example.com" }),
  needs(
    "a check of an alarm names it, and its Region",
    { type: "CLOUDWATCH_METRIC" },
    ["cloudwatchAlarmName", "cloudwatchAlarmRegion"],
    { source: check },
  )({ type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: "a" }, { cloudwatchAlarmRegion: "eu-west-1" }, {}),
  needs("a check of a routing control names it", { type: "RECOVERY_CONTROL" }, ["routingControlArn"], {
    source: check,
  })({ type: "RECOVERY_CONTROL" }, { routingControlArn: "arn:c" }, {}),
  {
    at: "requestInterval",
    fact: "endpoints are asked every 10 or 30 seconds",
    enum: [10, 30],
    source: check,
    good: 30,
    bad: 60,
  },
  only("the name of a TLS session is of HTTPS", { type: ["HTTP", "TCP", "HTTP_STR_MATCH"] }, ["enableSni"], {
    source: check,
  })(http, {}, { enableSni: true }),
  {
    at: "regions",
    fact: "endpoints are asked from at least 3 Regions",
    minItems: 3,
    source: check,
    good: ["us-east-1", "us-west-1", "eu-west-1"],
    bad: ["eu-west-1", "us-east-1"],
  },
  {
    at: "ipAddress",
    fact: "Route 53 reaches no private, local or multicast addresses",
    not: { pattern: "^(10\\.|127\\.|169\\.254\\.|192\\.168\\.|172\\.(1[6-9]|2\\d|3[01])\\.|22[4-9]\\.|23\\d\\.)" },
    source: check,
    good: "203.0.113.5",
    bad: "10.0.0.1",
  },
  { at: "searchString", maxLength: 255, source: check, good: "ok", bad: "x".repeat(256) },
];

/** Records of Route 53 and checks of health. */
export const dns: readonly TypeRows[] = [
  { type: "aws:route53/record:Record", source: api("route53", "ChangeResourceRecordSets"), rows: records },
  { type: "aws:route53/healthCheck:HealthCheck", source: api("route53", "CreateHealthCheck"), rows: checks },
];
