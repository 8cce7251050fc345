import { type ResourceType } from "../frame/resourceType";
import { genericType } from "../schema/genericType";
import { typeSchema } from "../schema/table";
import { randomTypes } from "../computed/random";
import { tlsTypes } from "../computed/tls";
import { resourceTypes } from ".";

const generic = new Map<string, ResourceType>();

/** Types of other packages whose values are computed on this machine. */
const computed = new Map([...randomTypes, ...tlsTypes].map((type) => [type.token, type]));

const setting = (name: string): [string, string] => [
  `aws:s3/bucket${name}V2:Bucket${name}V2`,
  `aws:s3/bucket${name}:Bucket${name}`,
];

/** Types that are served under another name: what a deprecated one was renamed to. */
const renamed = new Map([
  ["aws:s3/bucketObject:BucketObject", "aws:s3/bucketObjectv2:BucketObjectv2"],
  ...["", "LifecycleConfiguration", "Logging", "ServerSideEncryptionConfiguration", "Versioning"].map(setting),
]);

/** Arguments whose change makes a new resource on AWS in some cases, which the provider's schema does not say. */
const sometimes: Readonly<Record<string, readonly string[]>> = {
  "aws:dynamodb/table:Table": ["restoreBackupArn"],
  "aws:lambda/function:Function": ["durableConfig"],
  "aws:lambda/invocation:Invocation": ["input", "lifecycleScope", "tenantId", "terraformKey"],
};

const planned = new Map<string, ResourceType>();

/**
 * A type as AWS changes it: the emulator makes some resources anew which AWS changes in place, and the other way round. A plan
 * for an account tells what happens there.
 */
export function findPlannedType(token: string): ResourceType | undefined {
  const type = resourceTypes.get(token);
  if (!type) return findResourceType(token);
  const known = planned.get(token);
  if (known) return known;
  const { properties, replacing } = typeSchema(token) ?? {};
  const rules = Object.entries(type.properties).map(([name, rule]) => {
    const isDeclared = name !== "region" && !sometimes[token]?.includes(name);
    const replace = (isDeclared ? properties?.get(name)?.replaces : undefined) ?? rule.replace;
    return [name, { ...rule, ...(replace !== undefined && { replace }) }] as const;
  });
  const made = { ...type, properties: Object.fromEntries(rules), ...(replacing && { replacing }) };
  planned.set(token, made);
  return made;
}

/** Finds an implemented type, a computed one, or one in the AWS provider's schema. */
export function findResourceType(token: string): ResourceType | undefined {
  const type = resourceTypes.get(token) ?? computed.get(token) ?? generic.get(token);
  if (type) return type;
  const served = resourceTypes.get(renamed.get(token) ?? "");
  if (served) generic.set(token, { ...served, token });
  const schema = !served && typeSchema(token);
  if (schema) generic.set(token, genericType(token, schema));
  return generic.get(token);
}
