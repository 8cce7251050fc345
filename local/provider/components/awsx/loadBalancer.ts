import { isRecord, type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference, referencedId, type Registered } from "../monitor";
import { findDefaultVpc, findVpc } from "./defaultVpc";
import { atMostOne } from "./given";
import { openGroup } from "./openGroup";

interface LoadBalancerArgs extends Properties {
  subnets?: unknown;
  subnetIds?: unknown;
  subnetMappings?: unknown;
  listener?: Properties;
  listeners?: Properties[];
  defaultTargetGroup?: Properties;
  defaultTargetGroupPort?: unknown;
  defaultSecurityGroup?: { skip?: boolean; args?: Properties; securityGroupId?: unknown };
}

/** How the two kinds of load balancers differ. */
interface Kind {
  /** Arguments of the load balancer that it always has. */
  always: Properties;
  hasSecurityGroup: boolean;
  targetGroup: (args: LoadBalancerArgs) => Properties;
  /** Port and protocol of a listener; of the one that is made where none is given. */
  listener: (given: Properties | undefined, args: LoadBalancerArgs) => Properties;
}

const application: Kind = {
  always: { loadBalancerType: "application" },
  hasSecurityGroup: true,
  // With one listener in the list, awsx leaves port and protocol of the group to AWS, which asks for them.
  targetGroup: (args) => ({
    targetType: "ip",
    ...(args.listeners?.length === 1
      ? {}
      : httpPort(args.listener ?? args.listeners?.[0], args.defaultTargetGroupPort)),
  }),
  listener: (given, args) => httpPort(given, args.listeners ? undefined : args.defaultTargetGroupPort),
};

const network: Kind = {
  always: { loadBalancerType: "network", enableHttp2: false, idleTimeout: 0 },
  hasSecurityGroup: false,
  targetGroup: (args) => ({ protocol: "TCP", port: args.defaultTargetGroupPort ?? 80 }),
  listener: () => ({ protocol: "TCP", port: 80 }),
};

/** Port and protocol: each follows from the other. */
function httpPort(listener: Properties | undefined, usual: unknown): Properties {
  const { port, protocol } = listener ?? {};
  if (port === undefined && protocol === undefined) return { port: usual ?? 80, protocol: "HTTP" };
  return {
    port: port ?? follows(protocol, "HTTPS", 443, 80),
    protocol: protocol ?? follows(port, 443, "HTTPS", "HTTP"),
  };
}

const follows = (given: unknown, secure: unknown, then: unknown, otherwise: unknown): unknown =>
  given === unknownValue ? unknownValue : given === secure ? then : otherwise;

export const constructApplicationLoadBalancer = constructor(application);
export const constructNetworkLoadBalancer = constructor(network);

/** Makes what a load balancer of awsx makes: itself, its target group and listeners, and where it has one, its security group. */
function constructor(kind: Kind) {
  return async (name: string, given: Properties, { monitor }: Asking): Promise<Constructed> => {
    const args = given as LoadBalancerArgs;
    atMostOne(args, "subnets", "subnetIds", "subnetMappings");
    atMostOne(args, "listener", "listeners");
    atMostOne(args, "defaultTargetGroup", "defaultTargetGroupPort");
    const { subnetIds, subnets, listener, listeners, defaultTargetGroup, ...rest } = args;
    const { defaultTargetGroupPort: _, defaultSecurityGroup, ...own } = rest;
    const parts = new Children(await monitor.component(), monitor);
    const place = await findSubnets(parts, args);
    const group =
      kind.hasSecurityGroup && !own.securityGroups ? await makeGroup(name, args, parts, place.vpcId) : undefined;
    const groupId = group?.id ?? defaultSecurityGroup?.securityGroupId;
    const loadBalancer = await parts.make(
      "aws:lb/loadBalancer:LoadBalancer",
      name,
      {
        ...own,
        ...(place.subnets !== undefined && { subnets: place.subnets }),
        ...(groupId !== undefined && !own.securityGroups && { securityGroups: [groupId] }),
        ...kind.always,
      },
      { sources: group ? { securityGroups: [group] } : {} },
    );
    const targetGroup = await parts.make("aws:lb/targetGroup:TargetGroup", name, {
      vpcId: place.vpcId,
      ...kind.targetGroup(args),
      ...defaultTargetGroup,
    });
    const made: Registered[] = [];
    for (const [index, each] of (listeners ?? [listener]).entries()) {
      made.push(
        await parts.make(
          "aws:lb/listener:Listener",
          `${name}-${index}`,
          {
            defaultActions: [{ type: "forward", targetGroupArn: targetGroup.outputs.arn ?? unknownValue }],
            ...kind.listener(each, args),
            ...each,
            loadBalancerArn: loadBalancer.outputs.arn ?? unknownValue,
          },
          {
            sources: {
              loadBalancerArn: [loadBalancer],
              ...(!each?.defaultActions && { defaultActions: [targetGroup] }),
            },
          },
        ),
      );
    }
    const state: Properties = {
      vpcId: place.vpcId,
      loadBalancer: reference(loadBalancer),
      defaultTargetGroup: reference(targetGroup),
      listeners: made.map(reference),
      ...(group && { defaultSecurityGroup: reference(group) }),
    };
    await parts.finish(state);
    const dependencies = {
      loadBalancer: [loadBalancer.urn],
      defaultTargetGroup: [targetGroup.urn],
      listeners: made.map(({ urn }) => urn),
      ...(group && { defaultSecurityGroup: [group.urn] }),
    };
    return { urn: parts.component.urn, state, dependencies };
  };
}

/** The subnets that are given, or the public ones of the default VPC; and their VPC. */
async function findSubnets(
  parts: Children,
  { subnets, subnetIds, subnetMappings }: LoadBalancerArgs,
): Promise<{ vpcId: unknown; subnets?: unknown }> {
  const [first] = Array.isArray(subnets ?? subnetIds) ? ((subnets ?? subnetIds) as unknown[]) : [unknownValue];
  if (subnets !== undefined || subnetIds !== undefined) {
    const list = subnets ?? subnetIds;
    return { vpcId: await findVpc(parts, first), subnets: Array.isArray(list) ? list.map(referencedId) : list };
  }
  if (subnetMappings !== undefined) {
    const [mapping] = Array.isArray(subnetMappings) ? (subnetMappings as unknown[]) : [];
    return { vpcId: await findVpc(parts, isRecord(mapping) ? mapping.subnetId : unknownValue) };
  }
  const { vpcId, publicSubnetIds } = await findDefaultVpc(parts);
  return { vpcId, subnets: publicSubnetIds };
}

async function makeGroup(
  name: string,
  { defaultSecurityGroup = {} }: LoadBalancerArgs,
  parts: Children,
  vpcId: unknown,
): Promise<Registered | undefined> {
  const { skip, args, securityGroupId } = defaultSecurityGroup;
  atMostOne(defaultSecurityGroup, "args", "securityGroupId");
  if (skip || securityGroupId !== undefined) return undefined;
  return parts.make("aws:ec2/securityGroup:SecurityGroup", name, args ?? openGroup(vpcId));
}
