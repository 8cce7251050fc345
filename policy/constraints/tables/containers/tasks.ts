import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { between, like, together } from "../together";

const containers = JSON.stringify([{ name: "app", image: "app:1", essential: true }]);
const task = { family: "orders", containerDefinitions: containers };
const fargate = {
  ...task,
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "256",
  memory: "512",
};
const isFargate = {
  required: ["requiresCompatibilities"],
  properties: { requiresCompatibilities: { contains: { const: "FARGATE" } } },
} as const;
const sizes = page("AmazonECS/latest/developerguide/fargate-tasks-services");

/** What Fargate asks of a task. */
const onFargate = (
  fact: string,
  then: Parameters<typeof together>[1],
  good: Record<string, unknown>,
  bad: Record<string, unknown>,
  base: Record<string, unknown> = fargate,
): Row => together(fact, { if: isFargate, then, source: sizes }, base, good, bad);

const without = (...names: string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fargate).filter(([name]) => !names.includes(name)));

/** Memory in MiB that goes with a processor's units. */
const memory: readonly (readonly [cpu: string, vcpu: string, least: number, most: number, step: number])[] = [
  ["256", "0?\\.25", 512, 2_048, 512],
  ["512", "0?\\.5", 1_024, 4_096, 1_024],
  ["1024", "1", 2_048, 8_192, 1_024],
  ["2048", "2", 4_096, 16_384, 1_024],
  ["4096", "4", 8_192, 30_720, 1_024],
  ["8192", "8", 16_384, 61_440, 4_096],
  ["16384", "16", 32_768, 122_880, 8_192],
];

const rows: readonly Row[] = [
  like(
    "family",
    "a family has 1 to 255 letters, digits, hyphens and underscores",
    "^[A-Za-z0-9_-]{1,255}$",
    "orders",
    "orders.v1",
  ),
  {
    at: "containerDefinitions",
    format: "containerDefinitions",
    fact: "containers are a list with names, images and at least one that is essential",
    source: api("ecs", "ContainerDefinition"),
    good: containers,
    bad: JSON.stringify([{ name: "app", image: "app:1", essential: false }]),
  },
  onFargate(
    "a task on Fargate has the network mode awsvpc",
    { required: ["networkMode"], properties: { networkMode: { const: "awsvpc" } } },
    { networkMode: "awsvpc" },
    { networkMode: "bridge" },
    without("networkMode"),
  ),
  onFargate(
    "a task on Fargate says its cpu and memory",
    { required: ["cpu", "memory"] },
    { cpu: "256" },
    {},
    without("cpu"),
  ),
  onFargate(
    "Fargate has 256 to 16384 units of processor (32768 by quota), in powers of two",
    {
      properties: {
        cpu: {
          pattern: "^(256|512|1024|2048|4096|8192|16384|32768|(0?\\.25|0?\\.5|1|2|4|8|16|32) *[vV][cC][pP][uU])$",
        },
      },
    },
    { cpu: "256" },
    { cpu: "300" },
  ),
  ...memory.map(([cpu, vcpu, least, most, step]): Row =>
    together(
      `Fargate with ${cpu} units has ${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")} MiB`,
      {
        if: {
          ...isFargate,
          required: ["requiresCompatibilities", "cpu", "memory"],
          properties: {
            ...isFargate.properties,
            cpu: { pattern: `^(${cpu}|${vcpu} *[vV][cC][pP][uU])$` },
            memory: { pattern: "^\\d+$" },
          },
        },
        then: { properties: { memory: { minimum: least, maximum: most, multipleOf: step } } },
        source: sizes,
      },
      { ...fargate, cpu },
      { memory: String(least) },
      { memory: String(most + step) },
    ),
  ),
  onFargate(
    "a task on Fargate has no placement constraints",
    { excluded: ["placementConstraints"] },
    {},
    { placementConstraints: [{ type: "memberOf", expression: "attribute:a == b" }] },
  ),
  onFargate("a task on Fargate has no ipcMode", { excluded: ["ipcMode"] }, {}, { ipcMode: "task" }),
  onFargate(
    "a task on Fargate shares processes in the task only",
    { properties: { pidMode: { const: "task" } } },
    { pidMode: "task" },
    { pidMode: "host" },
  ),
  onFargate(
    "a task on Fargate mounts no path of the host and no Docker volume",
    { excluded: ["volumes[].hostPath", "volumes[].dockerVolumeConfiguration"] },
    { volumes: [{ name: "data" }] },
    { volumes: [{ name: "data", hostPath: "/data" }] },
  ),
  between("ephemeralStorage.sizeInGib", 21, 200, { source: api("ecs", "EphemeralStorage") }),
  {
    at: "volumes",
    fact: "volumes have different names",
    uniqueKeys: ["name"],
    source: api("ecs", "Volume"),
    good: [{ name: "a" }, { name: "b" }],
    bad: [{ name: "a" }, { name: "a" }],
  },
  {
    at: "volumes[]",
    fact: "a volume is of one kind",
    atMostOne: [
      "hostPath",
      "dockerVolumeConfiguration",
      "efsVolumeConfiguration",
      "fsxWindowsFileServerVolumeConfiguration",
    ],
    source: api("ecs", "Volume"),
    good: { name: "a", hostPath: "/data" },
    bad: { name: "a", hostPath: "/data", efsVolumeConfiguration: { fileSystemId: "fs-1" } },
  },
  {
    at: "volumes[].efsVolumeConfiguration",
    fact: "authorization by IAM needs encryption in transit",
    when: { "authorizationConfig.iam": "ENABLED" },
    required: ["transitEncryption"],
    properties: { transitEncryption: { const: "ENABLED" } },
    source: api("ecs", "EFSAuthorizationConfig"),
    good: { fileSystemId: "fs-1", transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } },
    bad: { fileSystemId: "fs-1", authorizationConfig: { iam: "ENABLED" } },
  },
  {
    at: "volumes[].efsVolumeConfiguration",
    fact: "an access point needs encryption in transit",
    if: { required: ["authorizationConfig.accessPointId"] },
    then: { required: ["transitEncryption"], properties: { transitEncryption: { const: "ENABLED" } } },
    source: api("ecs", "EFSAuthorizationConfig"),
    good: { fileSystemId: "fs-1", transitEncryption: "ENABLED", authorizationConfig: { accessPointId: "fsap-1" } },
    bad: { fileSystemId: "fs-1", authorizationConfig: { accessPointId: "fsap-1" } },
  },
  between("volumes[].efsVolumeConfiguration.transitEncryptionPort", 0, 65_535, {
    source: api("ecs", "EFSVolumeConfiguration"),
  }),
  {
    at: "volumes[].dockerVolumeConfiguration",
    fact: "autoprovision is for the scope shared",
    when: { autoprovision: true },
    required: ["scope"],
    properties: { scope: { const: "shared" } },
    source: api("ecs", "DockerVolumeConfiguration"),
    good: { autoprovision: true, scope: "shared" },
    bad: { autoprovision: true, scope: "task" },
  },
  {
    at: "placementConstraints",
    maxItems: 10,
    good: [{ type: "memberOf", expression: "a" }],
    bad: Array.from({ length: 11 }, () => ({ type: "memberOf", expression: "a" })),
  },
  together(
    "a proxy needs the network mode awsvpc",
    {
      if: { required: ["proxyConfiguration"] },
      then: { properties: { networkMode: { const: "awsvpc" } } },
      source: api("ecs", "ProxyConfiguration"),
    },
    { ...task, proxyConfiguration: { containerName: "envoy", properties: { AppPorts: "80" } } },
    { networkMode: "awsvpc" },
    { networkMode: "bridge" },
  ),
  together(
    "Windows on Fargate has at least 1,024 units of processor",
    {
      if: {
        ...isFargate,
        properties: { ...isFargate.properties, "runtimePlatform.operatingSystemFamily": { pattern: "^WINDOWS" } },
        required: ["requiresCompatibilities", "runtimePlatform.operatingSystemFamily"],
      },
      then: { properties: { cpu: { minimum: 1_024 } } },
      source: sizes,
    },
    { ...fargate, memory: "2048", runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } },
    { cpu: "1024" },
    { cpu: "512" },
  ),
];

/** Tasks of ECS. */
export const containerTasks: readonly TypeRows[] = [
  { type: "aws:ecs/taskDefinition:TaskDefinition", source: api("ecs", "RegisterTaskDefinition"), rows },
];
