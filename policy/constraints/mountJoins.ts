import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { before } from "./dnsJoins";
import { type Join, named, refuse } from "./join";
import { findNetwork, oneVpc } from "./lambdaJoins";

const fileSystem = "aws:efs/fileSystem:FileSystem";
const subnetType = "aws:ec2/subnet:Subnet";

/** The mount targets of the file system that a function mounts, as far as the program makes them. */
function mountTargetsOf(resource: Resource, stack: Graph): readonly Resource[] {
  const points = stack.resolve(resource, resource.get("fileSystemConfig", "arn"), "aws:efs/accessPoint:AccessPoint");
  const systems = points.flatMap((point) => stack.resolve(point, point.get("fileSystemId"), fileSystem));
  return stack.ofType("aws:efs/mountTarget:MountTarget").filter((target) => {
    const of = stack.refer(target, target.get("fileSystemId"), fileSystem);
    return of.state === "resolved" && of.to.some((system) => systems.includes(system));
  });
}

/** A function is made when what it mounts is there. */
export const mountTargets: Join = (resource, found, stack) => {
  if (!stack) return;
  for (const target of mountTargetsOf(resource, stack)) {
    if (resource.dependsOn(target.urn)) continue;
    const is = `is set, and the function does not depend on ${target.label}`;
    refuse(found, {
      path: "fileSystemConfig",
      is,
      takes: "a function that is made after the mount targets",
      fix: `Add ${target.label} to dependsOn.`,
    });
  }
};

/** The Availability Zones of subnets, as far as they are known. */
const zonesOf = (subnets: readonly Resource[]): readonly string[] =>
  subnets.flatMap((subnet) => {
    const zone = subnet.get("availabilityZone").text();
    return zone.state === "known" ? [zone.value] : [];
  });

/** A file system is mounted through a mount target of the zone that the function runs in. */
export const mountZones: Join = (resource, found, stack) => {
  if (!stack) return;
  const targets = mountTargetsOf(resource, stack);
  const there = zonesOf(targets.flatMap((target) => named(target, "subnetId", subnetType, found, stack)));
  if (targets.length === 0 || there.length !== targets.length) return;
  const subnets = resource.get("vpcConfig", "subnetIds").list();
  const own =
    subnets.state === "known" ? subnets.value.flatMap((each) => stack.resolve(resource, each, subnetType)) : [];
  for (const zone of zonesOf(own)) {
    if (there.includes(zone)) continue;
    refuse(found, {
      path: "vpcConfig.subnetIds",
      is: `has a subnet of ${zone}, where the file system has no mount target`,
      takes: `subnets of ${there.join(", ")}`,
      fix: `Add a mount target in ${zone}.`,
    });
  }
};

/** The subnets of the mount targets of the same file system that come before one. */
const subnetsBefore = (target: Resource, stack: Graph) =>
  before(target, "fileSystemId", fileSystem, stack).flatMap((other) =>
    stack.resolve(other, other.get("subnetId"), subnetType).map((subnet) => ({ other, subnet })),
  );

/** A file system has one mount target in a zone: of One Zone storage, in its own. */
export const targetZone: Join = (target, found, stack) => {
  if (!stack) return;
  const [zone] = zonesOf(named(target, "subnetId", subnetType, found, stack));
  if (zone === undefined) return;
  const path = "subnetId";
  const taken = subnetsBefore(target, stack).find(({ subnet }) => zonesOf([subnet]).includes(zone));
  if (taken) {
    const is = `is of ${zone}, where ${taken.other.label} is`;
    refuse(found, { path, is, takes: "one mount target in a zone", fix: "Remove one of them, or move it." });
  }
  for (const system of named(target, "fileSystemId", fileSystem, found, stack)) {
    const own = system.get("availabilityZoneName").text();
    if (own.state !== "known" || own.value === zone) continue;
    const is = `is of ${zone}, and ${system.label} is of ${own.value} alone`;
    refuse(found, { path, is, takes: `a subnet of ${own.value}`, fix: `Name a subnet of ${own.value}.` });
  }
};

/** A mount target is of one VPC. */
export const targetVpc = oneVpc(["subnetId"], ["securityGroups"]);

/** All mount targets of a file system are of one VPC. */
export const targetsVpc: Join = (target, found, stack) => {
  if (!stack) return;
  const [own] = stack.resolve(target, target.get("subnetId"), subnetType);
  const network = own && findNetwork(own, stack);
  if (network === undefined) return;
  for (const { other, subnet } of subnetsBefore(target, stack)) {
    if ((findNetwork(subnet, stack) ?? network) === network) continue;
    const is = `is of another VPC than that of ${other.label}`;
    const fix = "Name a subnet of that VPC, or reach the file system over a connection of the two.";
    refuse(found, { path: "subnetId", is, takes: "subnets of one VPC for one file system", fix });
    return;
  }
};
