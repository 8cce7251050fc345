import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Join, named, refuse } from "./join";

/** The mount targets of the file system that a function mounts, as far as the program makes them. */
function mountTargetsOf(resource: Resource, stack: Graph): readonly Resource[] {
  const points = stack.resolve(resource, resource.get("fileSystemConfig", "arn"), "aws:efs/accessPoint:AccessPoint");
  const fileSystem = "aws:efs/fileSystem:FileSystem";
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
  const subnet = "aws:ec2/subnet:Subnet";
  const targets = mountTargetsOf(resource, stack);
  const there = zonesOf(targets.flatMap((target) => named(target, "subnetId", subnet, found, stack)));
  if (targets.length === 0 || there.length !== targets.length) return;
  const subnets = resource.get("vpcConfig", "subnetIds").list();
  const own = subnets.state === "known" ? subnets.value.flatMap((each) => stack.resolve(resource, each, subnet)) : [];
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
