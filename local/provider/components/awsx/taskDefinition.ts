import { hasUnknown, isRecord, type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference, type Registered } from "../monitor";
import { sha1 } from "../names";
import { fargateSize } from "./fargateSize";
import { atMostOne, exactlyOne } from "./given";
import { makeRole } from "./role";

export type LaunchType = "FARGATE" | "EC2";

export interface TaskDefinitionArgs extends Properties {
  container?: Properties;
  containers?: Record<string, Properties>;
  logGroup?: { skip?: boolean; existing?: { name?: unknown; arn?: unknown; region?: unknown }; args?: Properties };
  taskRole?: Properties;
  executionRole?: Properties;
}

/** A task definition with what is made for it. */
export interface TaskDefinition {
  taskDefinition: Registered;
  logGroup: Registered | undefined;
  taskRole: Registered | undefined;
  executionRole: Registered | undefined;
  /** The target groups of its port mappings, as a service takes them. */
  loadBalancers: unknown;
}

const executionPolicy = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";

export const constructFargateTaskDefinition = constructor("FARGATE");
export const constructEc2TaskDefinition = constructor("EC2");

function constructor(launchType: LaunchType) {
  return async (name: string, given: Properties, { monitor }: Asking): Promise<Constructed> => {
    const parts = new Children(await monitor.component(), monitor);
    const { loadBalancers, ...made } = await makeTaskDefinition(parts, name, given, launchType);
    const resources = Object.entries(made).filter((each): each is [string, Registered] => each[1] !== undefined);
    const state: Properties = {
      loadBalancers,
      ...Object.fromEntries(resources.map(([key, each]) => [key, reference(each)])),
    };
    await parts.finish(state);
    const dependencies = Object.fromEntries(resources.map(([key, { urn }]) => [key, [urn]]));
    return { urn: parts.component.urn, state, dependencies };
  };
}

/** Makes a task definition, and the log group and roles that it is not given. */
export async function makeTaskDefinition(
  parts: Children,
  name: string,
  args: TaskDefinitionArgs,
  launchType: LaunchType,
): Promise<TaskDefinition> {
  exactlyOne(args, "container", "containers");
  const { container, containers: several, logGroup: givenGroup, taskRole: _, executionRole: __, ...own } = args;
  const containers = several ?? { [text(container?.name) ?? "container"]: container ?? {} };
  const { logGroup, log } = await findLogGroup(parts, name, givenGroup);
  const taskRole = await makeRole(parts, `${name}-task`, args.taskRole);
  const executionRole = await makeRole(parts, `${name}-execution`, args.executionRole, [executionPolicy]);
  const definitions = await defineContainers(parts, containers, log);
  const known = !hasUnknown(definitions);
  const document = known ? JSON.stringify(definitions) : unknownValue;
  const taskDefinition = await parts.make(
    "aws:ecs/taskDefinition:TaskDefinition",
    name,
    {
      ...(launchType === "FARGATE" ? fargateSize(Object.values(containers)) : { networkMode: "awsvpc" }),
      ...own,
      requiresCompatibilities: [launchType],
      ...(launchType === "FARGATE" && { networkMode: "awsvpc" }),
      taskRoleArn: taskRole.arn,
      executionRoleArn: executionRole.arn,
      family: own.family ?? (known ? `${name}-${sha1(parts.stack + document)}` : unknownValue),
      containerDefinitions: document,
    },
    {
      sources: {
        taskRoleArn: [taskRole.role],
        executionRoleArn: [executionRole.role],
        ...(logGroup && { containerDefinitions: [logGroup] }),
      },
    },
  );
  const loadBalancers = await findLoadBalancers(parts, containers);
  return { taskDefinition, logGroup, taskRole: taskRole.role, executionRole: executionRole.role, loadBalancers };
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** Where containers log: a new group, or one that is there already. */
async function findLogGroup(
  parts: Children,
  name: string,
  given: TaskDefinitionArgs["logGroup"] = {},
): Promise<{ logGroup?: Registered; log?: { group: unknown; region: unknown } }> {
  if (given.skip) return {};
  const { existing } = given;
  atMostOne(given, "existing", "args");
  if (existing?.arn !== undefined) {
    const [, , , region = unknownValue, , , group = unknownValue] = (text(existing.arn) ?? "").split(":");
    return { log: { group, region } };
  }
  if (existing?.name !== undefined)
    return { log: { group: existing.name, region: existing.region ?? (await parts.region()) } };
  const logGroup = await parts.make("aws:cloudwatch/logGroup:LogGroup", name, given.args ?? {});
  return { logGroup, log: { group: logGroup.outputs.name ?? unknownValue, region: await parts.region() } };
}

/** The containers by name, so that their order in the program does not matter. */
async function defineContainers(
  parts: Children,
  containers: Record<string, Properties>,
  log: { group: unknown; region: unknown } | undefined,
): Promise<Properties[]> {
  const sorted = Object.entries(containers).sort(([a], [b]) => a.localeCompare(b));
  return Promise.all(
    sorted.map(async ([name, container]) => {
      const portMappings = await mapPorts(parts, container.portMappings);
      const options = log && {
        "awslogs-group": log.group,
        "awslogs-region": log.region,
        "awslogs-stream-prefix": name,
      };
      return {
        ...container,
        ...(portMappings !== undefined && { portMappings }),
        name,
        logConfiguration: container.logConfiguration ?? (options && { logDriver: "awslogs", options }),
      };
    }),
  );
}

/** A mapping without ports has those of its target group. */
async function mapPorts(parts: Children, mappings: unknown): Promise<unknown> {
  if (!Array.isArray(mappings)) return mappings;
  return Promise.all(
    mappings.filter(isRecord).map(async ({ targetGroup, containerPort, hostPort, ...rest }) => {
      const port = targetGroup === undefined ? undefined : await parts.readOutput(targetGroup, "port");
      return {
        ...rest,
        containerPort: containerPort ?? hostPort ?? port,
        hostPort: hostPort ?? port ?? containerPort,
      };
    }),
  );
}

async function findLoadBalancers(parts: Children, containers: Record<string, Properties>): Promise<unknown> {
  const groups = Object.entries(containers).flatMap(([containerName, { portMappings }]) =>
    Array.isArray(portMappings)
      ? portMappings
          .filter(isRecord)
          .flatMap(({ targetGroup }) => (targetGroup === undefined ? [] : [{ containerName, targetGroup }]))
      : [],
  );
  return Promise.all(
    groups.map(async ({ containerName, targetGroup }) => ({
      containerName,
      containerPort: await parts.readOutput(targetGroup, "port"),
      targetGroupArn: await parts.readOutput(targetGroup, "arn"),
    })),
  );
}
