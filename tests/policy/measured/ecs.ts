import { type Fact } from "../heldOut/inputs";
import { ecsContainers } from "./ecsContainers";
import { ecsDeployments } from "./ecsDeployments";
import { ecsServices } from "./ecsServices";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const definition = ofType("aws:ecs/taskDefinition:TaskDefinition", { family: "web" });
const role = "arn:aws:iam::111122223333:role/r";

const web = { name: "web", image: "web:1", essential: true, memory: 256 };
const defined = (...containers: readonly Arguments[]) => ({ containerDefinitions: JSON.stringify(containers) });
const fargate = {
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
  executionRoleArn: role,
};

/** A fact of one container. */
const container = (says: string, bad: Arguments, good: Arguments): Fact =>
  definition(says, defined({ ...web, ...bad }), defined({ ...web, ...good }));

/** A fact of one container of a task of Fargate. */
const serverless = (says: string, bad: Arguments, good: Arguments = {}): Fact =>
  definition(says, { ...fargate, ...defined({ ...web, ...bad }) }, { ...fargate, ...defined({ ...web, ...good }) });

/** A fact of a task of Fargate with one container. */
const task = (says: string, bad: Arguments, good: Arguments = {}): Fact =>
  definition(says, { ...fargate, ...defined(web), ...bad }, { ...fargate, ...defined(web), ...good });

const awslogs = (options: Arguments) => ({ logConfiguration: { logDriver: "awslogs", options } });
const logged = { "awslogs-group": "g", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" };

const volume = (beside: Arguments) => ({
  volumes: [{ name: "data", ...beside }],
  ...defined({ ...web, mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }),
});
const efs = (beside: Arguments) =>
  volume({ efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", ...beside } });
const encrypted = { transitEncryption: "ENABLED" };
const point = (iam?: string) => ({ authorizationConfig: { accessPointId: "fsap-0123456789abcdef0", iam } });

const side = { name: "side", image: "side:1", memory: 128 };
const waits = (condition: string, other: Arguments = {}, containerName = "side") =>
  defined({ ...web, dependsOn: [{ containerName, condition }] }, { ...side, essential: true, ...other });
const check = { command: ["CMD-SHELL", "true"] };

export const ecs: FactsByName = {
  ...ecsServices,
  ...ecsContainers,
  ...ecsDeployments,
  "ecs-awslogs-missing-group": container(
    "logs have a group",
    awslogs({ "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" }),
    awslogs(logged),
  ),
  "ecs-container-definitions-empty": definition("a task has a container", defined(), defined(web)),
  "ecs-container-memory-reservation": container(
    "no more memory is kept than there is",
    { memoryReservation: 512 },
    { memoryReservation: 128 },
  ),
  "ecs-dependson-container-missing": definition(
    "a container waits for one of its task",
    waits("START", {}, "other"),
    waits("START"),
  ),
  "ecs-duplicate-container-names": definition(
    "a container has its own name",
    defined(web, { ...side, name: "web" }),
    defined(web, side),
  ),
  "ecs-efs-iam-without-transit-encryption": definition(
    "files are asked for with a role over TLS",
    efs(point("ENABLED")),
    efs({ ...encrypted, ...point("ENABLED") }),
  ),
  "ecs-ephemeral-storage-range": task(
    "a task has 200 GiB at most",
    { ephemeralStorage: { sizeInGib: 201 } },
    { ephemeralStorage: { sizeInGib: 200 } },
  ),
  "ecs-essential-container": container("a container is essential", { essential: false }, { essential: true }),
  "ecs-fargate-capabilities-add": serverless(
    "Fargate gives one capability",
    { linuxParameters: { capabilities: { add: ["NET_ADMIN"] } } },
    { linuxParameters: { capabilities: { add: ["SYS_PTRACE"] } } },
  ),
  "ecs-fargate-devices": serverless("Fargate has no devices", {
    linuxParameters: { devices: [{ hostPath: "/dev/a" }] },
  }),
  "ecs-fargate-docker-security-options": serverless("Fargate has no options of Docker", {
    dockerSecurityOptions: ["no-new-privileges"],
  }),
  "ecs-fargate-docker-volume": task(
    "Fargate has no volume of Docker",
    volume({ dockerVolumeConfiguration: { scope: "task", driver: "local" } }),
    volume({}),
  ),
  "ecs-fargate-host-source-path": task("Fargate has no host", volume({ hostPath: "/data" }), volume({})),
  "ecs-fargate-ipc-mode": task("Fargate shares no memory", { ipcMode: "task" }),
  "ecs-fargate-log-driver-unsupported": serverless(
    "Fargate has three ways to log",
    { logConfiguration: { logDriver: "syslog" } },
    { ...awslogs(logged) },
  ),
  "ecs-fargate-max-swap": serverless("Fargate does not swap", { linuxParameters: { maxSwap: 128 } }),
  "ecs-fargate-network-mode": task("Fargate stands in a VPC", { networkMode: "bridge" }),
  "ecs-fargate-pid-mode-host": task("Fargate has no processes of a host", { pidMode: "host" }, { pidMode: "task" }),
  "ecs-fargate-placement-constraints": task("Fargate is not placed", {
    placementConstraints: [{ type: "memberOf", expression: "attribute:a == b" }],
  }),
  "ecs-fargate-privileged": serverless("Fargate gives no privileges", { privileged: true }),
  "ecs-fargate-shared-memory-size": serverless("Fargate has its own size of shared memory", {
    linuxParameters: { sharedMemorySize: 128 },
  }),
  "ecs-fargate-task-cpu-memory": task("a task of Fargate has a size", { memory: undefined }),
  "ecs-fargate-windows-cpu-under-1vcpu": task(
    "Windows has a vCPU at least",
    {
      cpu: "512",
      memory: "2048",
      runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" },
    },
    {
      cpu: "1024",
      memory: "2048",
      runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" },
    },
  ),
  "ecs-healthcheck-interval-range": container(
    "health is checked every 5 minutes at least",
    { healthCheck: { ...check, interval: 301 } },
    { healthCheck: { ...check, interval: 300 } },
  ),
  "ecs-healthcheck-retries-range": container(
    "a check is made 10 times at most",
    { healthCheck: { ...check, retries: 11 } },
    { healthCheck: { ...check, retries: 10 } },
  ),
  "ecs-healthcheck-start-period-range": container(
    "a container starts within 5 minutes",
    { healthCheck: { ...check, startPeriod: 301 } },
    { healthCheck: { ...check, startPeriod: 300 } },
  ),
  "ecs-healthcheck-timeout-range": container(
    "a check takes a minute at most",
    { healthCheck: { ...check, timeout: 61 } },
    { healthCheck: { ...check, timeout: 60 } },
  ),
  "ecs-taskdef-family": ofType("aws:ecs/taskDefinition:TaskDefinition", defined(web))(
    "a family has no space",
    { family: "my web" },
    { family: "my-web" },
  ),
};
