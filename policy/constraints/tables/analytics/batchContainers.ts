import { type Row, type Schema, type TypeRows } from "../../schema";
import { type Given, at } from "../given";
import { api, page } from "../pages";

const on = (what: string) => ({ source: api("batch", what) });
const one = "containerProperties.$json";
/** Where a job has containers. */
const places = [
  one,
  "ecsProperties.$json.taskProperties[].containers[]",
  "nodeProperties.$json.nodeRangeProperties[].container",
];
/** Where it has volumes. */
const tasks = [one, "ecsProperties.$json.taskProperties[]", "nodeProperties.$json.nodeRangeProperties[].container"];
const every = (
  all: readonly string[],
  path: string,
  fact: string,
  words: Schema & { source?: string },
  good: unknown,
  bad: unknown,
): readonly Row[] => all.map((place) => at(path === "" ? place : `${place}.${path}`, fact, words, good, bad));
const linux = "linuxParameters";
const size = (VCPU = "1") => [
  { type: "VCPU", value: VCPU },
  { type: "MEMORY", value: "2048" },
];
const efs = { fileSystemId: "fs-0123456789abcdef0" };
const volume = (more: Given) => ({ name: "v", efsVolumeConfiguration: { ...efs, ...more } });

const containers: readonly Row[] = [
  ...every(
    places,
    `${linux}.devices[].permissions[]`,
    "a device is for READ, WRITE or MKNOD",
    { enum: ["READ", "WRITE", "MKNOD"], ...on("Device") },
    "READ",
    "EXECUTE",
  ),
  ...every(places, `${linux}.maxSwap`, "swap is not negative", { minimum: 0, ...on("LinuxParameters") }, 0, -1),
  ...every(
    places,
    `${linux}.swappiness`,
    "swappiness is 0 to 100",
    { minimum: 0, maximum: 100, ...on("LinuxParameters") },
    100,
    101,
  ),
  ...every(
    places,
    linux,
    "maxSwap has a swappiness",
    { dependentRequired: { maxSwap: ["swappiness"] }, ...on("LinuxParameters") },
    { maxSwap: 1, swappiness: 1 },
    { maxSwap: 1 },
  ),
  ...every(places, `${linux}.tmpfs[].size`, "a tmpfs has 1 MiB or more", { minimum: 1, ...on("Tmpfs") }, 1, 0),
  ...every(
    places,
    "environment[]",
    "a variable has a name",
    { required: ["name"], ...on("KeyValuePair") },
    { name: "A", value: "1" },
    { value: "1" },
  ),
  ...every(
    places,
    "environment[].name",
    "a variable does not begin with AWS_BATCH",
    { not: { pattern: "^AWS_BATCH" }, ...on("KeyValuePair") },
    "A",
    "AWS_BATCH_A",
  ),
  ...every(
    places,
    "resourceRequirements",
    "a resource is asked for once",
    { uniqueKeys: ["type"], ...on("ResourceRequirement") },
    size(),
    [...size(), ...size()],
  ),
  ...every(
    places,
    "resourceRequirements[]",
    "GPUs are a whole number",
    { when: { type: "GPU" }, properties: { value: { pattern: "^\\d+$" } }, ...on("ResourceRequirement") },
    { type: "GPU", value: "1" },
    { type: "GPU", value: "0.5" },
  ),
  ...every(
    places,
    "logConfiguration",
    "awslogs has the options of Batch's page",
    {
      when: { logDriver: "awslogs" },
      properties: {
        options: {
          propertyNames: {
            pattern:
              "^awslogs-(group|region|stream-prefix|datetime-format|multiline-pattern|create-group)$|^(mode|max-buffer-size)$",
          },
        },
      },
      source: page("batch/latest/userguide/using_awslogs"),
    },
    { logDriver: "awslogs", options: { "awslogs-group": "a" } },
    { logDriver: "awslogs", options: { "awslogs-stream": "a" } },
  ),
  ...every(
    tasks,
    "volumes[]",
    "a volume is of one kind",
    { atMostOne: ["host", "efsVolumeConfiguration"], ...on("Volume") },
    { name: "v", host: { sourcePath: "/a" } },
    { ...volume({}), host: { sourcePath: "/a" } },
  ),
  ...every(
    tasks,
    "volumes[].efsVolumeConfiguration.fileSystemId",
    "a file system has the id fs-…",
    { pattern: "^(fs-|\\$|Ref::)", ...on("EFSVolumeConfiguration") },
    "fs-01234567",
    "files",
  ),
  ...every(
    tasks,
    "volumes[].efsVolumeConfiguration.transitEncryptionPort",
    "a port is up to 65,535",
    { minimum: 1, maximum: 65_535, ...on("EFSVolumeConfiguration") },
    2_049,
    70_000,
  ),
  ...every(
    tasks,
    "volumes[].efsVolumeConfiguration",
    "an access point is the root, over an encrypted connection",
    {
      if: { required: ["authorizationConfig.accessPointId"] },
      then: {
        required: ["transitEncryption"],
        properties: { transitEncryption: { const: "ENABLED" }, rootDirectory: { enum: ["/", ""] } },
      },
      ...on("EFSAuthorizationConfig"),
    },
    { ...efs, transitEncryption: "ENABLED", authorizationConfig: { accessPointId: "fsap-1" } },
    { ...efs, transitEncryption: "ENABLED", rootDirectory: "/a", authorizationConfig: { accessPointId: "fsap-1" } },
  ),
  ...every(
    tasks,
    "volumes[].efsVolumeConfiguration",
    "who signs in by IAM does so over an encrypted connection",
    {
      when: { "authorizationConfig.iam": "ENABLED" },
      required: ["transitEncryption"],
      properties: { transitEncryption: { const: "ENABLED" } },
      ...on("EFSAuthorizationConfig"),
    },
    { ...efs, transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } },
    { ...efs, authorizationConfig: { iam: "ENABLED" } },
  ),
];

/** What Batch refuses of jobs of containers. */
export const batchContainers: readonly TypeRows[] = [
  {
    type: "aws:batch/jobDefinition:JobDefinition",
    source: api("batch", "RegisterJobDefinition"),
    rows: containers,
  },
];
