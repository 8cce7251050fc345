import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Join, named, refuse, text } from "./join";
import { isUnknown, list, member, plainProperties } from "../frame/plain";

const number = (value: unknown): number | undefined => {
  const read = typeof value === "string" && value !== "" && !isUnknown(value) ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
};

/** The storage classes in the order in which objects can move down, with the minimum days in each. */
const classes: Readonly<Record<string, readonly [rank: number, days: number]>> = {
  STANDARD_IA: [1, 30],
  INTELLIGENT_TIERING: [2, 0],
  ONEZONE_IA: [3, 30],
  GLACIER_IR: [4, 90],
  GLACIER: [5, 90],
  DEEP_ARCHIVE: [6, 180],
};

/** Objects move down only, and stay in each class for its minimum. */
export const transitions: Join = (lifecycle, found) => {
  list(plainProperties(lifecycle)["rules"]).forEach((rule, index) => {
    const steps = list(member(rule, "transitions")).flatMap((each) => {
      const [days, name] = [number(member(each, "days")), member(each, "storageClass")];
      const own = typeof name === "string" ? classes[name] : undefined;
      return days === undefined || !own || typeof name !== "string"
        ? []
        : [{ days, name, rank: own[0], least: own[1] }];
    });
    steps.sort((a, b) => a.days - b.days || a.rank - b.rank);
    const path = `rules[${index}].transitions`;
    steps.forEach((step, at) => {
      const next = steps[at + 1];
      if (!next) return;
      const moves = `goes to ${step.name} after ${step.days} days and to ${next.name} after ${next.days}`;
      if (next.rank < step.rank) {
        const takes = "transitions that go down from class to class";
        refuse(found, { path, is: moves, takes, fix: `Let ${next.name} come first, or remove it.` });
      } else if (next.days - step.days < Math.min(step.least, 30)) {
        const takes = `at least ${Math.min(step.least, 30)} days in ${step.name}`;
        refuse(found, {
          path,
          is: moves,
          takes,
          fix: `Set days of ${next.name} to ${step.days + Math.min(step.least, 30)} or more.`,
        });
      }
    });
  });
};

/** The deeper archive begins later. */
export const tiers: Join = (resource, found) => {
  const days = new Map(
    list(plainProperties(resource)["tierings"]).map((each) => [
      member(each, "accessTier"),
      number(member(each, "days")),
    ]),
  );
  const [first, deep] = [days.get("ARCHIVE_ACCESS"), days.get("DEEP_ARCHIVE_ACCESS")];
  if (first === undefined || deep === undefined || first < deep) return;
  const is = `has ARCHIVE_ACCESS after ${first} days and DEEP_ARCHIVE_ACCESS after ${deep}`;
  refuse(found, {
    path: "tierings",
    is,
    takes: "DEEP_ARCHIVE_ACCESS after ARCHIVE_ACCESS",
    fix: "Let ARCHIVE_ACCESS begin first.",
  });
};

const needing = [
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
];

/** Replication and locks need all versions. */
export const versionsKept: Join = (versioning, found, stack) => {
  const status = versioning.get("versioningConfiguration", "status").text();
  const bucket = versioning.get("bucket");
  if (!stack || status.state !== "known" || status.value === "Enabled") return;
  const [own] = stack.resolve(versioning, bucket, "aws:s3/bucket:Bucket");
  const id = bucket.text();
  const dependent = needing
    .flatMap((type) => stack.ofType(type))
    .find((each) => {
      const other = each.get("bucket");
      const named = other.text();
      if (own && stack.resolve(each, other, "aws:s3/bucket:Bucket").includes(own)) return true;
      return id.state === "known" && named.state === "known" && id.value === named.value;
    });
  if (!dependent) return;
  const path = "versioningConfiguration.status";
  refuse(found, {
    path,
    is: `is ${status.value}, and ${dependent.label} needs all versions`,
    takes: "Enabled",
    fix: "Set the status to Enabled.",
  });
};

/** A lock of objects is one of versions: of a bucket that is made with a lock, or keeps versions. */
export const lockVersions: Join = (lock, found, stack) => {
  for (const bucket of named(lock, "bucket", "aws:s3/bucket:Bucket", found, stack)) {
    const { linked, unresolved } = stack?.pointingAt(bucket, "aws:s3/bucketVersioning:BucketVersioning", "bucket") ?? {
      linked: [],
      unresolved: true,
    };
    const isLocked = bucket.get("objectLockEnabled").flag();
    const isOpen = (isLocked.state !== "absent" && isLocked.state !== "known") || unresolved;
    const inline = bucket.get("versioning");
    const isVersioned = linked.length > 0 || (inline.any().state !== "absent" && !bucket.leavesToAws(inline));
    if (isOpen || isVersioned || (isLocked.state === "known" && isLocked.value)) continue;
    refuse(found, {
      path: "bucket",
      is: `is ${bucket.label}, which keeps no versions`,
      takes: "a bucket with versioning",
      fix: "Make a BucketVersioning with status Enabled, or set objectLockEnabled of the bucket.",
    });
  }
};

const directions: Readonly<Record<string, string>> = {
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
};

/** The prefix of the zone ids of a Region: `use1` for us-east-1. */
function zonePrefix(region: string): string | undefined {
  const [, area, gov, direction = "", number] = /^([a-z]{2})(?:-(gov|iso[bef]?))?-([a-z]+)-(\d)$/.exec(region) ?? [];
  const short = directions[direction];
  return area === undefined || gov !== undefined || short === undefined ? undefined : `${area}${short}${number}`;
}

/** A directory bucket lies in the zone that its name has, in the own Region. */
export const directoryZone: Join = (bucket, found) => {
  const name = text(bucket, "bucket", found);
  const zone = bucket.get("location", "name").text();
  if (zone.state !== "known") return;
  const [, named] = /--([a-z0-9-]+)--x-s3$/.exec(name ?? "") ?? [];
  if (named !== undefined && named !== zone.value) {
    const is = `is ${zone.value}, and the bucket's name says ${named}`;
    refuse(found, { path: "location.name", is, takes: "the zone of the name", fix: `Set it to ${named}.` });
  }
  const own = bucket.regionReading;
  const prefix = own.state === "known" ? zonePrefix(own.value) : undefined;
  if (own.state !== "known" || prefix === undefined || zone.value.startsWith(`${prefix}-`)) return;
  const takes = `a zone of ${own.value}: ${prefix}-…`;
  refuse(found, { path: "location.name", is: `is ${zone.value}`, takes, fix: `Choose ${takes}.` });
};

/** An access point of a directory bucket has a name that ends with the zone of its bucket. */
export const pointZone: Join = (point, found) => {
  const [name, bucket] = ["name", "bucket"].map((property) => text(point, property, found) ?? "");
  const [, zone] = /--([a-z0-9-]+)--x-s3$/.exec(bucket ?? "") ?? [];
  if (zone === undefined || !name || name.endsWith(`--${zone}--xa-s3`)) return;
  const takes = `a name that ends with --${zone}--xa-s3`;
  refuse(found, { path: "name", is: `is ${name}`, takes, fix: `End it with --${zone}--xa-s3.` });
};

const bucketType = "aws:s3/bucket:Bucket";

/** What the ownership controls of a bucket of the program say: nothing where there are none, or where it is not known. */
function findOwnership(bucket: Resource, stack: Graph): { readonly says?: string } | undefined {
  const controls = stack
    .ofType("aws:s3/bucketOwnershipControls:BucketOwnershipControls")
    .map((each) => ({ each, names: stack.refer(each, each.get("bucket"), bucketType) }));
  const own = controls.find(({ names }) => names.state === "resolved" && names.to.includes(bucket));
  if (!own) return controls.some(({ names }) => names.state === "unresolved") ? undefined : {};
  const ownership = own.each.get("rule", "objectOwnership").text();
  return ownership.state === "known" ? { says: ownership.value } : undefined;
}

/** Makes the check that a bucket of the program takes access control lists, as its ownership controls say. */
const aclsTaken =
  (refused: (says: string | undefined) => boolean): Join =>
  (acl, found, stack) => {
    const [bucket] = stack?.resolve(acl, acl.get("bucket"), bucketType) ?? [];
    const ownership = stack && bucket && findOwnership(bucket, stack);
    if (!bucket || !ownership || !refused(ownership.says)) return;
    const is = `is ${bucket.label}, whose owner owns all objects`;
    const fix = "Add aws.s3.BucketOwnershipControls of BucketOwnerPreferred, or grant by a bucket policy.";
    refuse(found, { path: "bucket", is, takes: "a bucket whose ownership controls allow ACLs", fix });
  };

export const aclsOfOwner = aclsTaken((says) => says === "BucketOwnerEnforced");
export const aclsByDefault = aclsTaken((says) => says === undefined);
