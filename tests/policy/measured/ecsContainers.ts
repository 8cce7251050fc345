import { type Fact } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const definition = ofType("aws:ecs/taskDefinition:TaskDefinition", { family: "web" });
const role = { executionRoleArn: "arn:aws:iam::111122223333:role/r" };
const web = { name: "web", image: "web:1", essential: true, memory: 256 };
const side = { name: "side", image: "side:1", essential: false, memory: 128 };
const fargate = { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512" };
const defined = (...containers: readonly Arguments[]) => ({ containerDefinitions: JSON.stringify(containers) });

/** A fact of one container of a task. */
const container = (says: string, bad: Arguments, good: Arguments = {}, task: Arguments = {}): Fact =>
  definition(says, { ...task, ...defined({ ...web, ...bad }) }, { ...task, ...defined({ ...web, ...good }) });

/** A fact of two containers. */
const two = (says: string, bad: readonly [Arguments, Arguments], good: readonly [Arguments, Arguments]): Fact => {
  const both = ([first, second]: readonly [Arguments, Arguments]) =>
    defined({ ...web, ...first }, { ...side, ...second });
  return definition(says, both(bad), both(good));
};

/** A fact of a task with one container. */
const task = (says: string, bad: Arguments, good: Arguments, beside: Arguments = {}): Fact =>
  definition(says, { ...defined(web), ...beside, ...bad }, { ...defined(web), ...beside, ...good });

const own = { networkMode: "awsvpc" };
const logs = { "awslogs-group": "g", "awslogs-region": "eu-west-1" };
const awslogs = (options: Arguments) => ({ logConfiguration: { logDriver: "awslogs", options } });
const prefixed = awslogs({ ...logs, "awslogs-stream-prefix": "web" });
const firelens = { firelensConfiguration: { type: "fluentbit" } };
const routed = { logConfiguration: { logDriver: "awsfirelens" } };
const waits = (condition: string) => ({ dependsOn: [{ containerName: "side", condition }] });
const healthCheck = { command: ["CMD-SHELL", "true"] };
const files = (count: number) => ({
  environmentFiles: many(count, (index) => ({ type: "s3", value: `arn:aws:s3:::b/${index}.env` })),
});
const ports = (...portMappings: readonly Arguments[]) => ({ portMappings });
const range = (containerPortRange: string) => ({ containerPortRange });
const mounts = (sourceVolume: string) => ({ mountPoints: [{ sourceVolume, containerPath: "/data" }] });
const efs = (beside: Arguments) => ({
  volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0", ...beside } }],
  ...defined({ ...web, ...mounts("data") }),
});
const point = { transitEncryption: "ENABLED", authorizationConfig: { accessPointId: "fsap-0123456789abcdef0" } };
const proxy = (containerName: string, beside: Arguments = { ProxyEgressPort: "15001" }) => ({
  proxyConfiguration: {
    containerName,
    type: "APPMESH",
    properties: { AppPorts: "80", EgressIgnoredIPs: "169.254.170.2", ProxyIngressPort: "15000", ...beside },
  },
});
const secrets = { secrets: [{ name: "KEY", valueFrom: "arn:aws:ssm:eu-west-1:111122223333:parameter/key" }] };
const limit = (softLimit: number) => ({ ulimits: [{ name: "nofile", softLimit, hardLimit: 2048 }] });
const windows = (cpuArchitecture: string) => ({
  runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture },
});
const launched = { volumes: [{ name: "data", configureAtLaunch: true }] };

export const ecsContainers: FactsByName = {
  "ecs-awsfirelens-without-router": two("logs by FireLens have a router", [routed, {}], [routed, firelens]),
  "ecs-awslogs-fargate-missing-stream-prefix": container("streams of Fargate have a prefix", awslogs(logs), prefixed, {
    ...fargate,
    ...role,
  }),
  "ecs-awsvpc-extra-hosts": container(
    "a network interface of its own has no further hosts",
    { extraHosts: [{ hostname: "db", ipAddress: "10.0.0.4" }] },
    {},
    own,
  ),
  "ecs-awsvpc-hostname": container("a network interface of its own has no host name", { hostname: "web" }, {}, own),
  "ecs-container-memory-over-task": container(
    "a container has the memory of its task at most",
    { memory: 1024 },
    { memory: 512 },
    { memory: "512" },
  ),
  "ecs-container-memory-required": container("a container or its task has memory", { memory: undefined }),
  "ecs-dependson-complete-on-essential": two(
    "nothing waits for the end of what is essential",
    [waits("COMPLETE"), { essential: true }],
    [waits("COMPLETE"), {}],
  ),
  "ecs-dependson-healthy-without-healthcheck": two(
    "what is waited for to be healthy is checked",
    [waits("HEALTHY"), {}],
    [waits("HEALTHY"), { healthCheck }],
  ),
  "ecs-efs-access-point-with-root-directory": definition(
    "an access point has its own root",
    efs({ ...point, rootDirectory: "/data" }),
    efs({ ...point, rootDirectory: "/" }),
  ),
  "ecs-efs-transit-encryption-port-without-encryption": definition(
    "a port of TLS is of files over TLS",
    efs({ transitEncryptionPort: 2999 }),
    efs({ transitEncryptionPort: 2999, transitEncryption: "ENABLED" }),
  ),
  "ecs-environment-files-max": container("a container has 10 files of environment", files(11), files(10)),
  "ecs-environment-files-type": container(
    "a file of environment is named by its ARN",
    { environmentFiles: [{ type: "s3", value: "s3://b/0.env" }] },
    files(1),
  ),
  "ecs-fargate-container-cpu-over-task": container(
    "containers have the CPU of their task at most",
    { cpu: 512 },
    { cpu: 256 },
    fargate,
  ),
  "ecs-fargate-disable-networking": container(
    "a network interface of its own is on",
    { disableNetworking: true },
    { disableNetworking: false },
    own,
  ),
  "ecs-fargate-dns-servers": container(
    "a network interface of its own has the DNS of its VPC",
    { dnsServers: ["10.0.0.2"] },
    {},
    own,
  ),
  "ecs-fargate-ephemeral-storage-ec2": task(
    "instances have their own storage",
    { requiresCompatibilities: ["EC2"] },
    { ...fargate },
    { ephemeralStorage: { sizeInGib: 30 } },
  ),
  "ecs-fargate-execution-role-missing-awslogs": task("a role writes logs of Fargate", {}, role, {
    ...fargate,
    ...defined({ ...web, ...prefixed }),
  }),
  "ecs-fargate-gpu-resource": container(
    "Fargate has no GPU",
    { resourceRequirements: [{ type: "GPU", value: "1" }] },
    {},
    fargate,
  ),
  "ecs-fargate-links": container("a network interface of its own has no links", { links: ["side"] }, {}, own),
  "ecs-host-network-host-port-mismatch": container(
    "a port of the host is that of the container",
    ports({ containerPort: 80, hostPort: 8080 }),
    ports({ containerPort: 80, hostPort: 80 }),
    { networkMode: "host" },
  ),
  "ecs-mountpoint-source-volume-missing": task(
    "what is mounted is a volume of the task",
    defined({ ...web, ...mounts("files") }),
    defined({ ...web, ...mounts("data") }),
    { volumes: [{ name: "data" }] },
  ),
  "ecs-port-mapping-duplicate-name": two(
    "a port has its own name",
    [ports({ name: "http", containerPort: 80 }), ports({ name: "http", containerPort: 81 })],
    [ports({ name: "http", containerPort: 80 }), ports({ name: "admin", containerPort: 81 })],
  ),
  "ecs-port-range-overlap": container(
    "ranges of ports lie apart",
    ports(range("8000-8010"), range("8010-8020")),
    ports(range("8000-8010"), range("8011-8020")),
  ),
  "ecs-port-range-reversed": container(
    "a range of ports goes up",
    ports(range("8010-8000")),
    ports(range("8000-8010")),
  ),
  "ecs-port-range-with-host-port": container(
    "a mapping has a port or a range",
    ports({ ...range("8000-8010"), containerPort: 80 }),
    ports(range("8000-8010")),
  ),
  "ecs-proxy-configuration-awsvpc-required": task("a proxy has a network interface", { networkMode: "bridge" }, own, {
    ...proxy("web"),
  }),
  "ecs-proxy-configuration-container-missing": task("a proxy is a container", proxy("envoy"), proxy("web"), own),
  "ecs-proxy-configuration-missing-required-props": task(
    "a proxy has a port for what leaves",
    proxy("web", {}),
    proxy("web"),
    own,
  ),
  "ecs-restart-policy-attempt-period-range": container(
    "a container is restarted after half an hour at most",
    { restartPolicy: { enabled: true, restartAttemptPeriod: 1801 } },
    { restartPolicy: { enabled: true, restartAttemptPeriod: 1800 } },
  ),
  "ecs-secrets-without-execution-role": task("a role reads secrets", {}, role, defined({ ...web, ...secrets })),
  "ecs-ulimit-soft-over-hard": container("a soft limit is below the hard one", limit(4096), limit(1024)),
  "ecs-volume-not-referenced": task(
    "a volume of the launch is mounted",
    {},
    defined({ ...web, ...mounts("data") }),
    launched,
  ),
  "ecs-volumesfrom-source-container-missing": two(
    "volumes are those of a container of the task",
    [{ volumesFrom: [{ sourceContainer: "other" }] }, {}],
    [{ volumesFrom: [{ sourceContainer: "side" }] }, {}],
  ),
  "ecs-windows-arm64": task("Windows is not on ARM", windows("ARM64"), windows("X86_64")),
};
