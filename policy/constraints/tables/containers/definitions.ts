import { type Row, type Schema, type TypeRows } from "../../schema";
import { type Given } from "../given";
import { api, page } from "../pages";
import { together } from "../together";

const web = { name: "web", image: "web:1", memory: 256 };
const side = { name: "side", image: "side:1", memory: 128, essential: false };
const role = { executionRoleArn: "arn:aws:iam::111122223333:role/r" };
const logs = { "awslogs-group": "g", "awslogs-region": "eu-west-1" };
const awslogs = (options: Given) => ({ logConfiguration: { logDriver: "awslogs", options } });
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const isFargate: Schema = {
  required: ["requiresCompatibilities"],
  properties: { requiresCompatibilities: { contains: { const: "FARGATE" } } },
};
const parameters = page("AmazonECS/latest/developerguide/task_definition_parameters");

const defined = (...containers: readonly Given[]) => ({ containerDefinitions: JSON.stringify(containers) });

/** A row about containers together, or beside the arguments of the task. */
const ofTask = (
  fact: string,
  words: Schema,
  good: readonly Given[],
  bad: readonly Given[],
  task: Given = {},
  source: string = api("ecs", "ContainerDefinition"),
): Row => together(fact, { ...words, source }, { family: "web", ...task }, defined(...good), defined(...bad));

/** A row about one container of a task. */
const of = (fact: string, words: Schema, good: Given, bad: Given, task?: Given, source?: string): Row =>
  ofTask(fact, words, [{ ...web, ...good }], [{ ...web, ...bad }], task, source);

/** What each container is. */
const each = (words: Schema, part = ""): Schema => ({ properties: { [`containerDefinitions.$json[]${part}`]: words } });

/** Where one of the containers has something, the task has something. */
const has = (container: Schema, then: Schema, further: Schema = {}): Schema => ({
  if: further,
  then: { if: all({ contains: container, minContains: 0, maxContains: 0 }), else: then },
});

/** What all containers together are. */
function all(words: Schema): Schema {
  return { properties: { "containerDefinitions.$json": words } };
}

const port = (mapping: Given) => ({ portMappings: [mapping] });
const waits = (condition: string) => ({ ...web, dependsOn: [{ containerName: "side", condition }] });
const mounts = { mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] };
const files = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ type: "s3", value: `arn:aws:s3:::b/${index}.env` }));
const drivesAwslogs: Schema = {
  required: ["logConfiguration.logDriver"],
  properties: { "logConfiguration.logDriver": { const: "awslogs" } },
};
const firelens = { firelensConfiguration: { type: "fluentbit" } };

const rows: readonly Row[] = [
  ofTask(
    "containers that log by awsfirelens have a router: one with a firelensConfiguration",
    has(
      {
        required: ["logConfiguration.logDriver"],
        properties: { "logConfiguration.logDriver": { const: "awsfirelens" } },
      },
      all({ contains: { required: ["firelensConfiguration"] } }),
    ),
    [
      { ...web, logConfiguration: { logDriver: "awsfirelens" } },
      { ...side, ...firelens },
    ],
    [{ ...web, logConfiguration: { logDriver: "awsfirelens" } }],
    {},
    parameters,
  ),
  of(
    "logs of a container on Fargate have an awslogs-stream-prefix",
    {
      if: isFargate,
      then: each({ when: { logDriver: "awslogs" }, required: ["options.awslogs-stream-prefix"] }, ".logConfiguration"),
    },
    awslogs({ ...logs, "awslogs-stream-prefix": "web" }),
    awslogs(logs),
    { ...fargate, ...role },
    api("ecs", "LogConfiguration"),
  ),
  of(
    "containers of a task with its own network interface have no names, links or DNS of their own",
    {
      when: { networkMode: "awsvpc" },
      excluded: ["extraHosts", "hostname", "links", "dnsServers", "dnsSearchDomains", "disableNetworking"].map(
        (name) => `containerDefinitions.$json[].${name}`,
      ),
    },
    {},
    { hostname: "web" },
    { networkMode: "awsvpc" },
  ),
  ofTask(
    "containers have at most the memory of the task, and at most its cpu together",
    { join: "containerSizes" },
    [web],
    [{ ...web, memory: 1_024 }],
    { memory: "512" },
  ),
  of(
    "a container has memory or a memoryReservation where the task has no memory",
    {
      if: { excluded: ["memory"], properties: { requiresCompatibilities: { items: { enum: ["EC2", "EXTERNAL"] } } } },
      then: each({ requiredOr: ["memory", "memoryReservation"] }),
    },
    {},
    { memory: undefined },
  ),
  ofTask(
    "a container waits for the end of one that is not essential, and for the health of one with a healthCheck",
    { join: "containerOrder" },
    [waits("COMPLETE"), side],
    [waits("COMPLETE"), { ...side, essential: true }],
    {},
    api("ecs", "ContainerDependency"),
  ),
  of(
    "a container has up to 10 files of environment",
    each({ maxItems: 10 }, ".environmentFiles"),
    { environmentFiles: files(10) },
    { environmentFiles: files(11) },
  ),
  of(
    "a file of environment is an object in S3, by its ARN",
    each({ pattern: "^arn:" }, ".environmentFiles[].value"),
    { environmentFiles: files(1) },
    { environmentFiles: [{ type: "s3", value: "s3://b/web.env" }] },
    {},
    api("ecs", "EnvironmentFile"),
  ),
  of(
    "a task on Fargate whose containers log by awslogs has an executionRoleArn",
    has(drivesAwslogs, { required: ["executionRoleArn"] }, isFargate),
    {},
    awslogs({ ...logs, "awslogs-stream-prefix": "web" }),
    fargate,
    page("AmazonECS/latest/developerguide/task_execution_IAM_role"),
  ),
  of(
    "a task whose containers have secrets has an executionRoleArn",
    has({ required: ["secrets[].valueFrom"] }, { required: ["executionRoleArn"] }),
    { secrets: [] },
    { secrets: [{ name: "KEY", valueFrom: "arn:aws:ssm:eu-west-1:111122223333:parameter/key" }] },
    {},
    page("AmazonECS/latest/developerguide/task_execution_IAM_role"),
  ),
  of(
    "Fargate has no GPU",
    { if: isFargate, then: each({ not: { const: "GPU" } }, ".resourceRequirements[].type") },
    {},
    { resourceRequirements: [{ type: "GPU", value: "1" }] },
    fargate,
    page("AmazonECS/latest/developerguide/fargate-tasks-services"),
  ),
  of(
    "ports of a container and of its host are the same in the network mode host",
    {
      when: { networkMode: "host" },
      ...each(
        { if: { properties: { hostPort: { minimum: 1 } } }, then: { equal: [["hostPort", "containerPort"]] } },
        ".portMappings[]",
      ),
    },
    port({ containerPort: 80, hostPort: 80 }),
    port({ containerPort: 80, hostPort: 8_080 }),
    { networkMode: "host" },
    api("ecs", "PortMapping"),
  ),
  of(
    "a container mounts volumes of the task",
    {
      if: { excluded: ["volumes"] },
      then: { excluded: ["containerDefinitions.$json[].mountPoints[].sourceVolume"] },
      else: { memberOf: [["containerDefinitions.$json[].mountPoints[].sourceVolume", "volumes[].name"]] },
    },
    {},
    mounts,
    {},
    api("ecs", "MountPoint"),
  ),
  ofTask(
    "a container has volumes of another container of the task",
    { memberOf: [["containerDefinitions.$json[].volumesFrom[].sourceContainer", "containerDefinitions.$json[].name"]] },
    [{ ...web, volumesFrom: [{ sourceContainer: "side" }] }, side],
    [{ ...web, volumesFrom: [{ sourceContainer: "other" }] }, side],
    {},
    api("ecs", "VolumeFrom"),
  ),
];

/** What is in the containers of a task. */
export const containerDefinitionRows: readonly TypeRows[] = [
  { type: "aws:ecs/taskDefinition:TaskDefinition", source: api("ecs", "RegisterTaskDefinition"), rows },
];
