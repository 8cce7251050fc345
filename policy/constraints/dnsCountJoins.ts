import { isObject, isUnknown, member, oneOrMore, plainProperties } from "../frame/plain";
import { before, nameOf, wayOf, zoneType } from "./dnsJoins";
import { type Join, named, refuse } from "./join";

/** How many records of one name and type a routing policy has. */
const most: Readonly<Record<string, number>> = { weightedRoutingPolicies: 100, geoproximityRoutingPolicy: 30 };

/** Records of a name and type are not more than their routing policy has. */
export const recordsOfWay: Join = (record, found, stack) => {
  const own = plainProperties(record);
  const way = wayOf(own);
  const limit = most[way];
  const name = stack && nameOf(record, stack);
  if (!stack || limit === undefined || name === undefined) return;
  const alike = before(record, "zoneId", zoneType, stack).filter((each) => {
    const values = plainProperties(each);
    return values["type"] === own["type"] && wayOf(values) === way && nameOf(each, stack) === name;
  });
  if (alike.length < limit) return;
  const is = `is set, as it is of ${alike.length} other records of ${name}`;
  refuse(found, { path: way, is, takes: `${limit} records of a name and type`, fix: "Remove some of them." });
};

/** A zone has two keys for signing. */
export const signingKeys: Join = (key, found, stack) => {
  const others = stack ? before(key, "hostedZoneId", zoneType, stack) : [];
  if (others.length < 2) return;
  const is = `is that of ${others.length} other keys`;
  refuse(found, { path: "hostedZoneId", is, takes: "two keys of a zone", fix: "Remove a key." });
};

const service = "dnssec-route53.amazonaws.com";
const needed = ["kms:describekey", "kms:getpublickey", "kms:sign"];

/** What a key policy allows to Route 53, in lower case; undefined where that is not known, or left to AWS. */
function allowed(policy: unknown): readonly string[] | undefined {
  if (typeof policy !== "string" || isUnknown(policy)) return undefined;
  let document: unknown;
  try {
    document = JSON.parse(policy);
  } catch {
    return undefined;
  }
  const statements = oneOrMore(member(document, "Statement")).filter((statement) => {
    const principal = member(statement, "Principal");
    const services = oneOrMore(isObject(principal) ? principal["Service"] : undefined);
    return member(statement, "Effect") === "Allow" && services.includes(service);
  });
  return statements.flatMap((each) => oneOrMore(member(each, "Action")).map((action) => String(action).toLowerCase()));
}

const grants = (action: string, wanted: string): boolean =>
  action.endsWith("*") ? wanted.startsWith(action.slice(0, -1)) : action === wanted;

/** The policy of the key of a zone lets Route 53 sign. */
export const zoneKeyPolicy: Join = (signing, found, stack) => {
  // A policy beside its key may allow it.
  if ((stack?.ofType("aws:kms/keyPolicy:KeyPolicy").length ?? 0) > 0) return;
  for (const key of named(signing, "keyManagementServiceArn", "aws:kms/key:Key", found, stack)) {
    const actions = allowed(plainProperties(key)["policy"]);
    const missing = actions && needed.filter((wanted) => !actions.some((action) => grants(action, wanted)));
    if (!missing || missing.length === 0) continue;
    const is = `is ${key.label}, whose policy does not allow ${missing.join(", ")} to ${service}`;
    const fix = `Allow kms:DescribeKey, kms:GetPublicKey and kms:Sign to ${service} in the policy of ${key.label}.`;
    refuse(found, { path: "keyManagementServiceArn", is, takes: "a key by which Route 53 signs", fix });
  }
};
