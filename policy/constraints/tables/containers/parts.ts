import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { together } from "../together";

const containers = (more: object = {}) =>
  JSON.stringify([{ name: "web", image: "web:1", memory: 256, essential: true, ...more }]);
const task = { family: "web", containerDefinitions: containers() };
const pair = (cpuArchitecture: string) => ({
  runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture },
});
const proxy = (beside: object = {}, containerName = "web") => ({
  proxyConfiguration: {
    containerName,
    type: "APPMESH",
    properties: { AppPorts: "80", EgressIgnoredIPs: "169.254.170.2", ProxyIngressPort: "15000", ...beside },
  },
});
const ports = (...ranges: readonly string[]) => ({
  containerDefinitions: containers({ portMappings: ranges.map((containerPortRange) => ({ containerPortRange })) }),
});
const named = (...names: readonly string[]) => ({
  containerDefinitions: containers({
    portMappings: names.map((name, index) => ({ name, containerPort: 80 + index })),
  }),
});
const mapping = api("ecs", "PortMapping");
const ebs = { volumes: [{ name: "data", configureAtLaunch: true }] };

const rows: readonly Row[] = [
  {
    at: "containerDefinitions.$json[].restartPolicy.restartAttemptPeriod",
    fact: "a container is restarted after 60 to 1800 seconds",
    minimum: 60,
    maximum: 1_800,
    source: api("ecs", "ContainerRestartPolicy"),
    good: 60,
    bad: 1_801,
  },
  {
    at: "containerDefinitions.$json[].ulimits[]",
    fact: "the soft limit is not above the hard limit",
    // -1 is no limit.
    if: { properties: { hardLimit: { minimum: 0 } } },
    then: { ordered: [["softLimit", "<=", "hardLimit"]] },
    source: api("ecs", "Ulimit"),
    good: { name: "nofile", softLimit: 1_024, hardLimit: 2_048 },
    bad: { name: "nofile", softLimit: 4_096, hardLimit: 2_048 },
  },
  {
    at: "containerDefinitions.$json[].portMappings[]",
    fact: "a port mapping is of one port or of a range",
    dependentExcluded: { containerPortRange: ["containerPort", "hostPort"] },
    source: mapping,
    good: { containerPortRange: "8000-8010" },
    bad: { containerPortRange: "8000-8010", containerPort: 80 },
  },
  {
    at: "containerDefinitions.$json[].portMappings[].containerPortRange",
    fact: "a range of ports goes up",
    format: "portRange",
    source: mapping,
    good: "8000-8010",
    bad: "8010-8000",
  },
  together(
    "port mappings of a task have different names",
    { uniqueAcross: ["containerDefinitions.$json[].portMappings[].name"], source: mapping },
    task,
    named("web", "admin"),
    named("web", "web"),
  ),
  together(
    "ranges of ports of a task lie apart",
    { join: "portRanges", source: mapping },
    task,
    ports("8000-8010", "8011-8020"),
    ports("8000-8010", "8005-8020"),
  ),
  together(
    "a proxy is a container of the task",
    {
      memberOf: [["proxyConfiguration.containerName", "containerDefinitions.$json[].name"]],
      source: api("ecs", "ProxyConfiguration"),
    },
    { ...task, networkMode: "awsvpc" },
    proxy({ ProxyEgressPort: "15001" }),
    proxy({ ProxyEgressPort: "15001" }, "envoy"),
  ),
  together(
    "a proxy of App Mesh has AppPorts, EgressIgnoredIPs, ProxyIngressPort and ProxyEgressPort",
    {
      if: { required: ["proxyConfiguration"], properties: { "proxyConfiguration.type": { const: "APPMESH" } } },
      then: {
        required: ["AppPorts", "EgressIgnoredIPs", "ProxyIngressPort", "ProxyEgressPort"].map(
          (name) => `proxyConfiguration.properties.${name}`,
        ),
      },
      source: api("ecs", "ProxyConfiguration"),
    },
    { ...task, networkMode: "awsvpc" },
    proxy({ ProxyEgressPort: "15001" }),
    proxy(),
  ),
  together(
    "ephemeral storage is of tasks on Fargate",
    {
      if: {
        required: ["requiresCompatibilities"],
        properties: { requiresCompatibilities: { minItems: 1, items: { enum: ["EC2", "EXTERNAL"] } } },
      },
      then: { excluded: ["ephemeralStorage"] },
      source: api("ecs", "EphemeralStorage"),
    },
    { ...task, requiresCompatibilities: ["EC2"] },
    {},
    { ephemeralStorage: { sizeInGib: 30 } },
  ),
  together(
    "Windows is on X86_64",
    {
      if: {
        required: ["runtimePlatform.operatingSystemFamily"],
        properties: { "runtimePlatform.operatingSystemFamily": { pattern: "^WINDOWS" } },
      },
      then: { properties: { "runtimePlatform.cpuArchitecture": { const: "X86_64" } } },
      source: api("ecs", "RuntimePlatform"),
    },
    task,
    pair("X86_64"),
    pair("ARM64"),
  ),
  {
    at: "volumes[].efsVolumeConfiguration",
    fact: "with an access point the root directory is / or left out",
    if: { required: ["authorizationConfig.accessPointId"] },
    then: { properties: { rootDirectory: { const: "/" } } },
    source: api("ecs", "EFSVolumeConfiguration"),
    good: {
      fileSystemId: "fs-1",
      transitEncryption: "ENABLED",
      authorizationConfig: { accessPointId: "fsap-1" },
      rootDirectory: "/",
    },
    bad: {
      fileSystemId: "fs-1",
      transitEncryption: "ENABLED",
      authorizationConfig: { accessPointId: "fsap-1" },
      rootDirectory: "/data",
    },
  },
  {
    at: "volumes[].efsVolumeConfiguration",
    fact: "a port for encryption goes with transitEncryption",
    if: { required: ["transitEncryptionPort"], properties: { transitEncryptionPort: { minimum: 1 } } },
    then: { required: ["transitEncryption"], properties: { transitEncryption: { const: "ENABLED" } } },
    source: api("ecs", "EFSVolumeConfiguration"),
    good: { fileSystemId: "fs-1", transitEncryption: "ENABLED", transitEncryptionPort: 2_049 },
    bad: { fileSystemId: "fs-1", transitEncryptionPort: 2_049 },
  },
  together(
    "a volume that is configured at launch is mounted",
    { join: "mountedVolumes", source: api("ecs", "Volume") },
    { family: "web", ...ebs },
    { containerDefinitions: containers({ mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }) },
    { containerDefinitions: containers() },
  ),
];

/** Further parts of a task. */
export const taskParts: readonly TypeRows[] = [
  { type: "aws:ecs/taskDefinition:TaskDefinition", source: api("ecs", "RegisterTaskDefinition"), rows },
];
