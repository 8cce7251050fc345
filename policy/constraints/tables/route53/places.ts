import { measured, type TypeRows } from "../../schema";
import { at } from "../given";
import { api, page } from "../pages";

const set = api("route53", "ResourceRecordSet");
const states =
  "^(A[KLRSZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|U[MT]|V[AIT]|W[AIVY])$";
const place = "geolocationRoutingPolicies[]";
const region = "^[a-z]{2}(-[a-z]+)+-\\d+$";
const collectionId = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";

/** Route 53: the places by which records are chosen. */
export const route53Places: readonly TypeRows[] = [
  {
    type: "aws:route53/record:Record",
    source: set,
    rows: [
      at(
        "cidrRoutingPolicy.collectionId",
        "a collection is named by its id",
        { pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", source: api("route53", "CidrRoutingConfig") },
        collectionId,
        "own",
      ),
      at(
        "cidrRoutingPolicy.locationName",
        "a location has up to 16 letters, digits, hyphens and underscores, or is *",
        { pattern: "^([0-9A-Za-z_-]{1,16}|\\*)$", source: api("route53", "CidrRoutingConfig") },
        "*",
        "a".repeat(17),
      ),
      at(
        "geoproximityRoutingPolicy.coordinates[].latitude",
        "a latitude is -90 to 90",
        { pattern: "^[+-]?(90(\\.0*)?|[0-8]?\\d(\\.\\d*)?)$", source: api("route53", "Coordinates") },
        "-89.5",
        "91",
      ),
      at(
        "geoproximityRoutingPolicy.coordinates[].longitude",
        "a longitude is -180 to 180",
        { pattern: "^[+-]?(180(\\.0*)?|(1[0-7]\\d|\\d?\\d)(\\.\\d*)?)$", source: api("route53", "Coordinates") },
        "-179.5",
        "181",
      ),
      at(
        "geoproximityRoutingPolicy.awsRegion",
        "a place is a Region, not one of its zones",
        { pattern: region, source: api("route53", "GeoProximityLocation") },
        "eu-west-1",
        "eu-west-1a",
      ),
      at(
        "geoproximityRoutingPolicy.localZoneGroup",
        "a local zone is named by its group",
        { pattern: "^[a-z]{2}-[a-z]+-\\d+-[a-z]+-\\d+$", source: api("route53", "GeoProximityLocation") },
        "us-east-1-bue-1",
        "us-east-1-bue-1a",
      ),
      at(
        "latencyRoutingPolicies[].region",
        "latency is to a Region, not to one of its zones",
        { pattern: region, source: set },
        "eu-west-1",
        "eu-west-1a",
      ),
      at(
        place,
        "states are of the United States or Ukraine",
        {
          if: { required: ["subdivision"] },
          then: { properties: { country: { enum: ["US", "UA"] } } },
          source: measured,
        },
        { country: "US", subdivision: "CA" },
        { country: "DE", subdivision: "CA" },
      ),
      at(
        place,
        "a subdivision of the United States is a state or a territory",
        {
          when: { country: "US" },
          properties: { subdivision: { pattern: states } },
          source: page("Route53/latest/DeveloperGuide/resource-record-sets-values-geo"),
        },
        { country: "US", subdivision: "CA" },
        { country: "US", subdivision: "XX" },
      ),
      at(
        `${place}.country`,
        "Route 53 knows no addresses of this country",
        { not: { pattern: "^(AA|Q[M-Z]|X[A-JL-Z]|ZZ|BV|CX|EH|HM)$" }, source: measured },
        "DE",
        "BV",
      ),
    ],
  },
];
