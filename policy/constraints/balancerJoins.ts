import { contains } from "../../limits/cidr";
import { member, plainProperties } from "../frame/plain";
import { type Graph } from "../frame/graph";
import { type Property } from "../frame/known";
import { type Resource } from "../frame/resource";
import { type Join, named, refuse } from "./join";
import { readId } from "./networkJoins";

/** A type of the module that a resource is of: the provider has two names for load balancing. */
const typeOf = (resource: Resource, name: string): string => {
  const [, module = ""] = /^aws:(\w+)\//.exec(resource.type) ?? [];
  return `aws:${module}/${name}:${name.charAt(0).toUpperCase()}${name.slice(1)}`;
};

const elements = (property: Property): readonly Property[] => {
  const list = property.list();
  return list.state === "known" ? list.value : [];
};

/** The target groups that an action forwards to, and where it says so; those of other programs are left out. */
function groupsOf(resource: Resource, action: Property, stack: Graph): readonly (readonly [string, Resource])[] {
  const many = elements(action.at("forward", "targetGroups")).map((group) => group.at("arn"));
  return [action.at("targetGroupArn"), ...many].flatMap((arn) =>
    stack.resolve(resource, arn, typeOf(resource, "targetGroup")).map((group) => [arn.name, group] as const),
  );
}

const actionsOf = (resource: Resource): readonly Property[] =>
  ["defaultActions", "actions"].flatMap((name) => elements(resource.get(name)));

/** The groups of one action are alike. */
export const alikeGroups: Join = (resource, found, stack) => {
  if (!stack) return;
  for (const action of actionsOf(resource)) {
    const [first, ...others] = groupsOf(resource, action, stack);
    for (const name of ["protocol", "ipAddressType"]) {
      const read = (group: Resource): string | undefined => {
        const value = group.get(name).text();
        if (value.state === "known") return value.value;
        return value.state === "absent" && name === "ipAddressType" ? "ipv4" : undefined;
      };
      const own = first && read(first[1]);
      const odd = others.find(([, group]) => own !== undefined && (read(group) ?? own) !== own);
      if (!first || !odd) continue;
      const is = `is ${odd[1].label} with the ${name} ${String(read(odd[1]))}, beside one with ${String(own)}`;
      refuse(found, { path: odd[0], is, takes: `groups of one ${name}`, fix: `Forward to groups of one ${name}.` });
    }
  }
};

/** The VPC that a resource is in: its id, or the resource of the program. */
const vpcOf = (resource: Resource): string | undefined => readId(resource, "vpcId");

/** Two ids can be compared, and two resources, but not an id and a resource. */
const isElsewhere = (vpc: string | undefined, other: string | undefined): boolean =>
  vpc !== undefined && other !== undefined && vpc.startsWith("urn:") === other.startsWith("urn:") && vpc !== other;

/** The VPC of the first subnet of a load balancer that the program makes. */
function balancerVpc(balancer: Resource, stack: Graph): string | undefined {
  const mapped = elements(balancer.get("subnetMappings")).map((mapping) => mapping.at("subnetId"));
  const ids = [...elements(balancer.get("subnets")), ...mapped];
  return ids
    .flatMap((id) => stack.resolve(balancer, id, "aws:ec2/subnet:Subnet"))
    .map(vpcOf)
    .find((vpc) => vpc !== undefined);
}

/** Security groups are of the VPC that the subnets are of. */
export const balancerGroups: Join = (balancer, found, stack) => {
  const own = stack && balancerVpc(balancer, stack);
  for (const id of elements(balancer.get("securityGroups"))) {
    for (const group of named(balancer, id, "aws:ec2/securityGroup:SecurityGroup", found, stack)) {
      if (!isElsewhere(own, vpcOf(group))) continue;
      const takes = "security groups of the VPC of the subnets";
      refuse(found, {
        path: id.name,
        is: `is ${group.label} of another VPC`,
        takes,
        fix: `Set ${id.name} to another.`,
      });
    }
  }
};

/** The listeners of a load balancer that the program makes. */
const balancersOf = (listener: Resource, stack: Graph): readonly Resource[] =>
  stack.resolve(listener, listener.get("loadBalancerArn"), typeOf(listener, "loadBalancer"));

/** A target group is of the VPC of the load balancer, and of one load balancer. */
export const listenerGroups: Join = (listener, found, stack) => {
  const [balancer] = stack ? balancersOf(listener, stack) : [];
  if (!stack || !balancer) return;
  const vpc = balancerVpc(balancer, stack);
  const others = stack.ofType(listener.type).filter((each) => {
    const [other] = balancersOf(each, stack);
    return each.urn < listener.urn && other !== undefined && other !== balancer;
  });
  const taken = others.flatMap((each) => actionsOf(each).flatMap((action) => groupsOf(each, action, stack)));
  for (const [path, group] of actionsOf(listener).flatMap((action) => groupsOf(listener, action, stack))) {
    if (isElsewhere(vpc, vpcOf(group))) {
      const takes = `a target group of the VPC of ${balancer.label}`;
      refuse(found, { path, is: `is ${group.label} of another VPC`, takes, fix: `Set ${path} to another group.` });
    }
    if (taken.some(([, each]) => each === group)) {
      const is = `is ${group.label}, to which another load balancer forwards`;
      refuse(found, { path, is, takes: "a target group of one load balancer", fix: "Give each its own group." });
    }
  }
};

/** Two listeners of a load balancer verify the certificates of clients. */
export const verifyingListeners: Join = (listener, found, stack) => {
  if (!stack || listener.get("mutualAuthentication", "mode").any().state !== "known") return;
  const [balancer] = balancersOf(listener, stack);
  const verifying = stack
    .ofType(listener.type)
    .filter((each) => member(plainProperties(each)["mutualAuthentication"], "mode") === "verify")
    .filter((each) => balancer !== undefined && balancersOf(each, stack).includes(balancer));
  if (verifying.length < 3 || verifying.indexOf(listener) < 2) return;
  const is = `is verify, as it is at ${verifying.length - 1} other listeners of the load balancer`;
  refuse(found, { path: "mutualAuthentication.mode", is, takes: "two such listeners", fix: "Use passthrough." });
};

const first = (resources: readonly Resource[]): Resource | undefined => resources[0];

const groupOf = (attachment: Resource, stack: Graph): Resource | undefined =>
  first(stack.resolve(attachment, attachment.get("targetGroupArn"), typeOf(attachment, "targetGroup")));

/** A group of functions, or of load balancers, has one target. */
export const soleTarget: Join = (attachment, found, stack) => {
  const group = stack && groupOf(attachment, stack);
  const kind = group && plainProperties(group)["targetType"];
  if (!group || (kind !== "lambda" && kind !== "alb")) return;
  const other = first(stack.ofType(attachment.type).filter((each) => groupOf(each, stack) === group));
  if (!other || other === attachment) return;
  const is = `is ${group.label}, whose target is that of ${other.label}`;
  refuse(found, { path: "targetGroupArn", is, takes: `one target of the type ${kind}`, fix: "Make another group." });
};

const privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** An address is a private one, or one of the VPC. */
export const privateTarget: Join = (attachment, found, stack) => {
  const group = stack && groupOf(attachment, stack);
  const address = attachment.get("targetId").text();
  if (!group || plainProperties(group)["targetType"] !== "ip" || address.state !== "known") return;
  const vpc = first(stack.resolve(group, group.get("vpcId"), "aws:ec2/vpc:Vpc"));
  const block = vpc && plainProperties(vpc)["cidrBlock"];
  const further = stack.ofType("aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation");
  if (typeof block !== "string" || further.length > 0) return;
  if (!/^\d+(\.\d+){3}$/.test(address.value)) return;
  if ([block, ...privateBlocks].some((each) => contains(each, `${address.value}/32`) !== false)) return;
  const takes = `an address of ${block} or a private one`;
  refuse(found, { path: "targetId", is: `is ${address.value}`, takes, fix: `Set targetId to ${takes}.` });
};
