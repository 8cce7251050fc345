import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { api, page } from "../pages";

const location = "aws:route53/cidrLocation:CidrLocation";
const collection = "aws:route53/cidrCollection:CidrCollection";
const region = { region: "eu-west-1" };

/** Route 53: collections of addresses. */
export const route53Collections: readonly TypeRows[] = [
  {
    type: collection,
    source: api("route53", "CreateCidrCollection"),
    rows: [
      says(
        "collections have different names",
        { onlyOne: ["name"], beside: { first: { type: collection, properties: { ...region, name: "own" } } } },
        { name: "other" },
        { name: "own" },
      ),
    ],
  },
  {
    type: location,
    source: api("route53", "CidrCollectionChange"),
    rows: [
      at("cidrBlocks", "a location has blocks, up to 1000", { minItems: 1, maxItems: 1000 }, ["93.184.0.0/24"], []),
      at(
        "cidrBlocks[]",
        "a block has 1 to 24 bits of IPv4, or 1 to 48 of IPv6",
        {
          pattern: "^([0-9.]+/([1-9]|1\\d|2[0-4])|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*/([1-9]|[1-3]\\d|4[0-8]))$",
          source: page("Route53/latest/DeveloperGuide/resource-record-sets-creating-cidr-collection"),
        },
        "93.184.0.0/24",
        "93.184.0.0/25",
      ),
      says(
        "a block is of one location",
        {
          join: "blockOfOneLocation",
          beside: {
            first: {
              type: location,
              properties: { ...region, cidrCollectionId: "c", name: "a", cidrBlocks: ["93.184.0.0/24"] },
            },
          },
        },
        { cidrCollectionId: "c", name: "b", cidrBlocks: ["93.184.1.0/24"] },
        { cidrCollectionId: "c", name: "b", cidrBlocks: ["93.184.0.0/24"] },
      ),
    ],
  },
];
