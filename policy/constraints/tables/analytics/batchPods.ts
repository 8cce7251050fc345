import { type Row, type TypeRows } from "../../schema";
import { type Given, at, says } from "../given";
import { api } from "../pages";

const on = (what: string) => ({ source: api("batch", what) });
const pod = "eksProperties.podProperties";
const limits = { cpu: "1", memory: "512Mi" };
const container = (more: Given = {}) => ({ image: "i", resources: { limits }, ...more });
const named = "[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?";

const pods: readonly Row[] = [
  at(`${pod}.containers`, "a pod has a container", { minItems: 1, ...on("EksPodProperties") }, [container()], []),
  at(
    `${pod}.containers`,
    "the containers of a pod have different names",
    { uniqueKeys: ["name"], ...on("EksContainer") },
    [container({ name: "a" }), container({ name: "b" })],
    [container({ name: "a" }), container({ name: "a" })],
  ),
  says(
    "containers of a pod ask for processors, memory in Mi and whole GPUs, within their limits",
    { join: "podResources", ...on("EksContainerResourceRequirements") },
    { [`${pod}.containers`]: [container()] },
    { [`${pod}.containers`]: [container({ resources: { limits, requests: { memory: "256Mi" } } })] },
  ),
  ...["cpu", "memory"].map((name) =>
    at(
      `${pod}.containers[].resources`,
      `a container of a pod has a limit of ${name}, or asks for it`,
      { requiredOr: [`limits.${name}`, `requests.${name}`], ...on("EksContainerResourceRequirements") },
      { limits },
      { limits: { a: "b" } },
    ),
  ),
  at(
    `${pod}.volumes[].emptyDir.medium`,
    "a folder is in Memory, or on a disk",
    { enum: ["Memory", ""], ...on("EksEmptyDir") },
    "Memory",
    "Disk",
  ),
  at(
    `${pod}.volumes[].emptyDir.sizeLimit`,
    "a folder has a size in Mi",
    { pattern: "^\\d+Mi$", ...on("EksEmptyDir") },
    "64Mi",
    "1Gi",
  ),
  at(
    pod,
    "what is mounted is a volume of the pod",
    { memberOf: [["containers[].volumeMounts[].name", "volumes[].name"]], ...on("EksContainerVolumeMount") },
    { containers: [container({ volumeMounts: [{ name: "v" }] })], volumes: [{ name: "v", hostPath: { path: "/a" } }] },
    { containers: [container({ volumeMounts: [{ name: "w" }] })], volumes: [{ name: "v", hostPath: { path: "/a" } }] },
  ),
  at(
    `${pod}.metadata.labels`,
    "a label's name is one of Kubernetes",
    { propertyNames: { pattern: `^([a-z0-9.-]+/)?${named}$` }, ...on("EksMetadata") },
    { a: "b" },
    { "-a": "b" },
  ),
  at(
    `${pod}.metadata.labels`,
    "a label is not of Kubernetes or Batch",
    {
      propertyNames: {
        not: {
          pattern: "^([a-z0-9.-]*\\.)?(kubernetes\\.io|k8s\\.io|batch\\.amazonaws\\.com)/|^batch\\.amazonaws\\.com",
        },
      },
      ...on("EksMetadata"),
    },
    { a: "b" },
    { "kubernetes.io/a": "b" },
  ),
  at(
    `${pod}.metadata.labels.*`,
    "a label has up to 63 characters",
    { maxLength: 63, ...on("EksMetadata") },
    "b",
    "b".repeat(64),
  ),
  says(
    "pods have no tags",
    { if: { required: ["eksProperties"] }, then: { properties: { propagateTags: { const: false } } } },
    { [`${pod}.containers`]: [container()] },
    { [`${pod}.containers`]: [container()], propagateTags: true },
  ),
];

/** What Batch refuses of jobs of pods. */
export const batchPods: readonly TypeRows[] = [
  { type: "aws:batch/jobDefinition:JobDefinition", source: api("batch", "EksProperties"), rows: pods },
];
