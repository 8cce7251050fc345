import { type Row, type TypeRows } from "../../schema";
import { type Given, at, bars, narrows, says } from "../given";
import { api } from "../pages";

const on = (what: string) => ({ source: api("batch", what) });
const one = "containerProperties.$json";
const linux = "linuxParameters";
const size = (VCPU = "1") => [
  { type: "VCPU", value: VCPU },
  { type: "MEMORY", value: "2048" },
];
const fargate = { "platformCapabilities[]": "FARGATE" };
const role = "arn:aws:iam::111122223333:role/r";
const efs = { fileSystemId: "fs-0123456789abcdef0" };
const volume = (more: Given) => ({ name: "v", efsVolumeConfiguration: { ...efs, ...more } });
const amount = (type: string) => ({ contains: { required: ["type"], properties: { type: { const: type } } } });
const secrets = [{ name: "A", valueFrom: "arn:a" }];
const windows = { [`${one}.runtimePlatform.operatingSystemFamily`]: { pattern: "^WINDOWS_" } };
const platform = `${one}.runtimePlatform`;
const onWindows = (more: Given, resourceRequirements: readonly Given[] = size()) => ({
  [one]: { resourceRequirements, runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", ...more } },
});
const files = (platformVersion: string) => ({
  [one]: { volumes: [volume({})], fargatePlatformConfiguration: { platformVersion } },
});
/** What a container may not have on Fargate. */
const barred: Readonly<Record<string, unknown>> = {
  devices: [{ hostPath: "/dev/a" }],
  maxSwap: 1,
  sharedMemorySize: 64,
  swappiness: 60,
  tmpfs: [{ containerPath: "/a", size: 64 }],
};

const jobs: readonly Row[] = [
  ...Object.entries(barred).map(([name, value]) =>
    bars(`a job on Fargate has no ${name}`, fargate, { [`${one}.${linux}.${name}`]: value }, on("LinuxParameters")),
  ),
  says(
    "a job on Fargate mounts nothing of its host",
    { when: fargate, excluded: [`${one}.volumes[].host.sourcePath`], ...on("Host") },
    { platformCapabilities: ["FARGATE"], [`${one}.volumes`]: [{ name: "v" }] },
    { platformCapabilities: ["FARGATE"], [`${one}.volumes`]: [{ name: "v", host: { sourcePath: "/a" } }] },
  ),
  narrows(
    "a job on Fargate logs by awslogs, splunk or awsfirelens",
    fargate,
    `${one}.logConfiguration.logDriver`,
    { enum: ["awslogs", "splunk", "awsfirelens"] },
    ["awslogs", "json-file"],
    on("LogConfiguration"),
  ),
  narrows(
    "storage of Fargate is 21 to 200 GiB",
    fargate,
    `${one}.ephemeralStorage.sizeInGiB`,
    { minimum: 21, maximum: 200 },
    [21, 20],
    on("EphemeralStorage"),
  ),
  narrows(
    "a job on Fargate has no GPU",
    fargate,
    `${one}.resourceRequirements`,
    { ...amount("GPU"), minContains: 0, maxContains: 0 },
    [size(), [...size(), { type: "GPU", value: "1" }]],
    on("ResourceRequirement"),
  ),
  says(
    "files are of the platform 1.4.0 and later",
    {
      if: { required: [`${one}.volumes[].efsVolumeConfiguration`] },
      then: {
        properties: {
          [`${one}.fargatePlatformConfiguration.platformVersion`]: { pattern: "^(LATEST|1\\.([4-9]|\\d{2,})\\..*)$" },
        },
      },
      ...on("FargatePlatformConfiguration"),
    },
    files("1.4.0"),
    files("1.3.0"),
  ),
  ...(["fargatePlatformConfiguration", "runtimePlatform"] as const).map((name) =>
    says(
      `${name} is of Fargate`,
      {
        if: { properties: { "platformCapabilities[]": { const: "EC2" } } },
        then: { excluded: [`${one}.${name}`] },
        ...on("ContainerProperties"),
      },
      { platformCapabilities: ["FARGATE"], [`${one}.${name}`]: { cpuArchitecture: "X86_64" } },
      { [`${one}.${name}`]: { cpuArchitecture: "X86_64" } },
    ),
  ),
  at(
    `${platform}.cpuArchitecture`,
    "an architecture is X86_64 or ARM64",
    { enum: ["X86_64", "ARM64"], ...on("RuntimePlatform") },
    "ARM64",
    "ARM",
  ),
  at(
    `${platform}.operatingSystemFamily`,
    "a system is Linux or a server of Windows",
    {
      enum: [
        "LINUX",
        "WINDOWS_SERVER_2019_CORE",
        "WINDOWS_SERVER_2019_FULL",
        "WINDOWS_SERVER_2022_CORE",
        "WINDOWS_SERVER_2022_FULL",
      ],
      ...on("RuntimePlatform"),
    },
    "LINUX",
    "BSD",
  ),
  says(
    "Windows is of X86_64",
    { when: windows, properties: { [`${platform}.cpuArchitecture`]: { const: "X86_64" } }, ...on("RuntimePlatform") },
    onWindows({ cpuArchitecture: "X86_64" }),
    onWindows({ cpuArchitecture: "ARM64" }),
  ),
  says(
    "Windows has a processor or more",
    {
      when: windows,
      properties: {
        [`${one}.resourceRequirements[]`]: {
          if: { properties: { type: { const: "VCPU" } }, required: ["type"] },
          then: { properties: { value: { not: { pattern: "^0?\\." } } } },
        },
      },
      ...on("RuntimePlatform"),
    },
    onWindows({}, size()),
    onWindows({}, size("0.5")),
  ),
  says(
    "a job on instances has whole processors",
    {
      if: { properties: { "platformCapabilities[]": { const: "EC2" } } },
      then: {
        properties: {
          [`${one}.resourceRequirements[]`]: {
            if: { properties: { type: { const: "VCPU" } }, required: ["type"] },
            then: { properties: { value: { not: { pattern: "^0?\\." } } } },
          },
        },
      },
      ...on("ResourceRequirement"),
      level: "advisory",
    },
    { [`${one}.resourceRequirements`]: size() },
    { [`${one}.resourceRequirements`]: size("0.5") },
  ),
  ...(
    [
      ["vcpus", "VCPU"],
      ["memory", "MEMORY"],
    ] as const
  ).map(([name, type]) =>
    at(
      one,
      `${name} are asked for once`,
      {
        if: { required: [name] },
        then: { properties: { resourceRequirements: { ...amount(type), minContains: 0, maxContains: 0 } } },
        ...on("ContainerProperties"),
      },
      { image: "i", resourceRequirements: size() },
      { image: "i", [name]: 4, resourceRequirements: size() },
    ),
  ),
  at(`${one}.memory`, "a job has 4 MiB or more", { minimum: 4, ...on("ContainerProperties") }, 4, 3),
  ...["secrets[]", "logConfiguration.secretOptions[]"].map((path) =>
    at(
      one,
      `${path.replace("[]", "")} are read by an execution role`,
      { if: { required: [path] }, then: { required: ["executionRoleArn"] }, ...on("ContainerProperties") },
      { image: "i", executionRoleArn: role },
      path === "secrets[]"
        ? { image: "i", secrets }
        : { image: "i", logConfiguration: { logDriver: "awslogs", secretOptions: secrets } },
    ),
  ),
  at("platformCapabilities", "a job has one capability", { maxItems: 1 }, ["EC2"], ["EC2", "FARGATE"]),
  at(
    "name",
    "a definition has up to 128 letters, digits, hyphens and underscores",
    { pattern: "^[A-Za-z0-9_-]{1,128}$" },
    "orders_1",
    "my orders",
  ),
  at(
    "retryStrategy.attempts",
    "a job is tried up to ten times",
    { minimum: 1, maximum: 10, ...on("RetryStrategy") },
    10,
    11,
  ),
  at(
    "retryStrategy",
    "conditions of a retry are of a number of attempts",
    { if: { required: ["evaluateOnExits[]"] }, then: { required: ["attempts"] }, ...on("RetryStrategy") },
    { attempts: 2, evaluateOnExits: [{ action: "EXIT", onReason: "*" }] },
    { evaluateOnExits: [{ action: "EXIT", onReason: "*" }] },
  ),
  ...["onReason", "onStatusReason"].map((name) =>
    at(
      `retryStrategy.evaluateOnExits[].${name}`,
      "a reason has up to 512 characters",
      { maxLength: 512, ...on("EvaluateOnExit") },
      "*",
      "r".repeat(513),
    ),
  ),
  bars(
    "managed instances run tasks",
    { "platformCapabilities[]": "MANAGED_INSTANCES" },
    { containerProperties: '{"image":"i"}' },
    on("RegisterJobDefinition"),
  ),
];

/** What Batch refuses of jobs on Fargate, on Windows, and of what is tried again. */
export const batchJobs: readonly TypeRows[] = [
  { type: "aws:batch/jobDefinition:JobDefinition", source: api("batch", "RegisterJobDefinition"), rows: jobs },
];
