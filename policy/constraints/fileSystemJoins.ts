import { isUnknown, list, member, oneOrMore, plainProperties } from "../frame/plain";
import { type Resource } from "../frame/resource";
import { type Findings } from "./fault";
import { type Join, refuse, text } from "./join";

/** After how many days files go to a class, where a policy says so. */
const daysTo = (policies: readonly unknown[], transition: string): number | undefined =>
  policies
    .flatMap((policy) => /^AFTER_(\d+)_DAYS?$/.exec(String(member(policy, transition)))?.[1] ?? [])
    .map(Number)[0];

/** Files are archived after they are accessed infrequently. */
export const archiveLast: Join = (system, found) => {
  const policies = list(plainProperties(system)["lifecyclePolicies"]);
  const [infrequent, archived] = ["transitionToIa", "transitionToArchive"].map((name) => daysTo(policies, name));
  if (infrequent === undefined || archived === undefined || archived > infrequent) return;
  const is = `archives after ${archived} days, and has transitionToIa after ${infrequent}`;
  const takes = `transitionToArchive after more than ${infrequent} days`;
  refuse(found, { path: "lifecyclePolicies", is, takes, fix: "Archive later." });
};

function statementsOf(policy: Resource, found: Findings): readonly unknown[] {
  try {
    return oneOrMore(member(JSON.parse(text(policy, "policy", found) ?? "{}"), "Statement"));
  } catch {
    return [];
  }
}

/** A policy is about its own file system. */
export const policyOfSystem: Join = (policy, found) => {
  const id = policy.get("fileSystemId").text();
  const own = id.state === "known" ? id.value : undefined;
  // A file system that is not made yet has none of the ids that are written down.
  const isToCome = policy.listSources("fileSystemId").some((urn) => urn.includes("aws:efs/fileSystem:FileSystem::"));
  if (own === undefined && !isToCome) return;
  for (const resource of statementsOf(policy, found).flatMap((each) => oneOrMore(member(each, "Resource")))) {
    const [, other] = /:file-system\/(fs-[0-9a-f]+)$/.exec(String(resource)) ?? [];
    if (other === undefined || own?.endsWith(other)) continue;
    const is = `is about ${other}, which is not the file system that it is of`;
    refuse(found, { path: "policy", is, takes: "the ARN of its own file system", fix: "Name its arn, or *." });
  }
};

const everyone = (principal: unknown): boolean =>
  principal === "*" || oneOrMore(member(principal, "AWS")).includes("*");

const changing = ["*", "elasticfilesystem:*", "elasticfilesystem:putfilesystempolicy"];

/** A policy can be changed again. */
export const policyStaysOpen: Join = (policy, found) => {
  const bypass = policy.get("bypassPolicyLockoutSafetyCheck").any();
  if (bypass.state === "unknown" || (bypass.state === "known" && bypass.value === true)) return;
  const locks = statementsOf(policy, found).some((each) => {
    const actions = oneOrMore(member(each, "Action")).map((action) => String(action).toLowerCase());
    return (
      member(each, "Effect") === "Deny" &&
      member(each, "Condition") === undefined &&
      everyone(member(each, "Principal")) &&
      actions.some((action) => changing.includes(action))
    );
  });
  if (!locks) return;
  const is = "denies elasticfilesystem:PutFileSystemPolicy to everyone";
  const fix = "Deny it under a Condition, or set bypassPolicyLockoutSafetyCheck.";
  refuse(found, { path: "policy", is, takes: "a policy that can be changed", fix });
};

/** The zone and the key of a replica are of its Region. */
export const replicaRegion: Join = (replication, found) => {
  const { destination } = plainProperties(replication);
  const [region, zone, key] = ["region", "availabilityZoneName", "kmsKeyId"].map((name) => member(destination, name));
  if (typeof region !== "string" || isUnknown(region)) return;
  const [, zones] = /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(String(zone)) ?? [];
  const [, keys] = /^arn:[^:]*:kms:([^:]+):/.exec(String(key)) ?? [];
  for (const [name, own] of [["availabilityZoneName", zones] as const, ["kmsKeyId", keys] as const]) {
    if (own === undefined || own === region) continue;
    const path = `destination.${name}`;
    const takes = `one of ${region}, as destination.region is`;
    refuse(found, { path, is: `is of ${own}`, takes, fix: `Set ${path} to one of ${region}.` });
  }
};
