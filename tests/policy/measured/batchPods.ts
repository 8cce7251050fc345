import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const definition = ofType("aws:batch/jobDefinition:JobDefinition", { name: "orders", type: "container" });
const limits = { cpu: "1", memory: "512Mi" };
const container = { name: "a", image: "i", resources: { limits } };
const pod = (more: Arguments = {}) => ({ eksProperties: { podProperties: { containers: [container], ...more } } });
const of = (more: Arguments) => pod({ containers: [{ ...container, ...more }] });
const asks = (limit: Arguments, requests: Arguments = {}) =>
  of({ resources: { limits: { ...limits, ...limit }, ...(Object.keys(requests).length > 0 ? { requests } : {}) } });
const labels = (values: Arguments) => pod({ metadata: { labels: values } });
const empty = (more: Arguments) => pod({ volumes: [{ name: "v", emptyDir: { sizeLimit: "64Mi", ...more } }] });
const gpu = "nvidia.com/gpu";

/** Facts of jobs of pods. */
export const batchPods: FactsByName = {
  "batch-jd-eks-container-name-unique": definition(
    "containers of a pod differ",
    pod({ containers: [container, container] }),
    pod({ containers: [container, { ...container, name: "b" }] }),
  ),
  "batch-jd-eks-containers-required": definition("a pod has a container", pod({ containers: [] }), pod()),
  "batch-jd-eks-cpu-limits-ge-requests": definition(
    "no more than the limit",
    asks({}, { cpu: "2" }),
    asks({}, { cpu: "0.5" }),
  ),
  "batch-jd-eks-cpu-value": definition("quarters", asks({ cpu: "0.3" }), asks({ cpu: "0.25" })),
  "batch-jd-eks-dns-policy-value": definition(
    "names are found",
    pod({ dnsPolicy: "None" }),
    pod({ dnsPolicy: "Default" }),
  ),
  "batch-jd-eks-empty-dir-medium-value": definition(
    "a folder is in memory",
    empty({ medium: "Disk" }),
    empty({ medium: "Memory" }),
  ),
  "batch-jd-eks-empty-dir-size-limit-unit": definition("a folder is in Mi", empty({ sizeLimit: "1Gi" }), empty({})),
  "batch-jd-eks-gpu-integer": definition("a GPU of a pod is whole", asks({ [gpu]: "0.5" }), asks({ [gpu]: "1" })),
  "batch-jd-eks-gpu-limits-eq-requests": definition(
    "GPUs are equal",
    asks({ [gpu]: "2" }, { [gpu]: "1" }),
    asks({ [gpu]: "2" }, { [gpu]: "2" }),
  ),
  "batch-jd-eks-image-pull-policy-value": definition(
    "an image is pulled",
    of({ imagePullPolicy: "Sometimes" }),
    of({ imagePullPolicy: "Always" }),
  ),
  "batch-jd-eks-label-key-format": definition("a label has a name", labels({ "-a": "b" }), labels({ a: "b" })),
  "batch-jd-eks-label-key-reserved-prefix": definition(
    "a label is one's own",
    labels({ "kubernetes.io/a": "b" }),
    labels({ "example.com/a": "b" }),
  ),
  "batch-jd-eks-label-value-format": definition(
    "a label is short",
    labels({ a: "b".repeat(64) }),
    labels({ a: "b".repeat(63) }),
  ),
  "batch-jd-eks-memory-limits-eq-requests": definition(
    "memory is equal",
    asks({}, { memory: "256Mi" }),
    asks({}, { memory: "512Mi" }),
  ),
  "batch-jd-eks-memory-unit": definition("memory is in Mi", asks({ memory: "1Gi" }), asks({})),
  "batch-jd-eks-propagate-tags": definition("pods have no tags", { ...pod(), propagateTags: true }, pod()),
  "batch-jd-eks-resource-key-unsupported": definition(
    "resources are three",
    asks({ "ephemeral-storage": "1Gi" }),
    asks({}),
  ),
  "batch-jd-eks-resources-required": definition("a container asks", of({ resources: { limits: { cpu: "1" } } }), pod()),
  "batch-jd-eks-volume-mount-name-exists": definition(
    "a volume is there",
    {
      eksProperties: {
        podProperties: {
          containers: [{ ...container, volumeMounts: [{ name: "w", mountPath: "/a" }] }],
          volumes: [{ name: "v", hostPath: { path: "/a" } }],
        },
      },
    },
    {
      eksProperties: {
        podProperties: {
          containers: [{ ...container, volumeMounts: [{ name: "v", mountPath: "/a" }] }],
          volumes: [{ name: "v", hostPath: { path: "/a" } }],
        },
      },
    },
  ),
};
