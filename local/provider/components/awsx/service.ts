import { type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference, type Registered } from "../monitor";
import { findDefaultVpc } from "./defaultVpc";
import { atMostOne, exactlyOne } from "./given";
import { openGroup } from "./openGroup";
import { type LaunchType, makeTaskDefinition, type TaskDefinitionArgs } from "./taskDefinition";

interface ServiceArgs extends Properties {
  taskDefinition?: unknown;
  taskDefinitionArgs?: TaskDefinitionArgs;
  assignPublicIp?: unknown;
  continueBeforeSteadyState?: unknown;
  useClusterDefaultCapacityProviderStrategy?: unknown;
}

export const constructFargateService = constructor("FARGATE", "awsx:ecs:FargateTaskDefinition");
export const constructEc2Service = constructor("EC2", "awsx:ecs:EC2TaskDefinition");

/** Makes what a service of awsx makes: itself, its task definition, and on Fargate its place in the default VPC. */
function constructor(usualLaunchType: LaunchType, definitionType: string) {
  return async (name: string, given: Properties, { monitor }: Asking): Promise<Constructed> => {
    const args = given as ServiceArgs;
    const { taskDefinition: existing, taskDefinitionArgs, assignPublicIp, continueBeforeSteadyState, ...rest } = args;
    const { useClusterDefaultCapacityProviderStrategy: usesDefault, ...own } = rest;
    exactlyOne(args, "taskDefinition", "taskDefinitionArgs");
    atMostOne(args, "networkConfiguration", "assignPublicIp");
    atMostOne(args, "capacityProviderStrategies", "useClusterDefaultCapacityProviderStrategy");
    const isFargate = usualLaunchType === "FARGATE";
    const parts = new Children(await monitor.component(), monitor);
    const definition = taskDefinitionArgs && (await makeNested(parts, name, taskDefinitionArgs));
    const network =
      isFargate && !own.networkConfiguration ? await defaultNetwork(parts, name, assignPublicIp ?? false) : undefined;
    const service = await parts.make(
      "aws:ecs/service:Service",
      name,
      {
        ...(isFargate && { desiredCount: 1 }),
        ...own,
        ...(network && { networkConfiguration: network.configuration }),
        cluster: await parts.readOutput(own.cluster, "arn"),
        ...(!own.capacityProviderStrategies && !usesDefault && { launchType: usualLaunchType }),
        loadBalancers: own.loadBalancers ?? definition?.loadBalancers,
        waitForSteadyState: continueBeforeSteadyState === unknownValue ? unknownValue : !continueBeforeSteadyState,
        taskDefinition: definition ? (definition.taskDefinition.outputs.arn ?? unknownValue) : existing,
      },
      {
        sources: {
          ...(network && { networkConfiguration: [network.group] }),
          ...(definition && { taskDefinition: [definition.taskDefinition] }),
        },
      },
    );
    const state: Properties = {
      service: reference(service),
      ...(definition && { taskDefinition: reference(definition.taskDefinition) }),
    };
    await parts.finish(state);
    const dependencies = {
      service: [service.urn],
      ...(definition && { taskDefinition: [definition.taskDefinition.urn] }),
    };
    return { urn: parts.component.urn, state, dependencies };
  };

  async function makeNested(parts: Children, name: string, args: TaskDefinitionArgs) {
    const nested = await parts.nest(definitionType, name);
    const made = await makeTaskDefinition(nested, name, args, usualLaunchType);
    await nested.finish({ taskDefinition: reference(made.taskDefinition), loadBalancers: made.loadBalancers });
    return made;
  }
}

/** The subnets of the default VPC, with a security group that is open. */
async function defaultNetwork(
  parts: Children,
  name: string,
  assignPublicIp: unknown,
): Promise<{ configuration: Properties; group: Registered }> {
  const { vpcId, publicSubnetIds, privateSubnetIds } = await findDefaultVpc(parts);
  const group = await parts.make("aws:ec2/securityGroup:SecurityGroup", `${name}-sg`, openGroup(vpcId));
  const subnets = assignPublicIp === unknownValue ? unknownValue : assignPublicIp ? publicSubnetIds : privateSubnetIds;
  if (Array.isArray(subnets) && subnets.length === 0 && !assignPublicIp)
    throw new Error(
      "the default VPC has no private subnets. Fix: set assignPublicIp to true, or give networkConfiguration.",
    );
  return { configuration: { subnets, assignPublicIp, securityGroups: [group.id] }, group };
}
