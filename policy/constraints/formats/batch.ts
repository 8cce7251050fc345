import { isObject, list, member } from "../../frame/plain";
import { type FormatFault, jsonFormat } from "./format";

/** How much of a resource a container of AWS Batch asks for, in either of its two places. */
const amount = (container: unknown, kind: string, old: string): unknown =>
  list(member(container, "resourceRequirements")).find((each) => member(each, "type") === kind) ??
  member(container, old);

/** The properties of a container of AWS Batch. */
export const batchContainer = jsonFormat((container) => {
  if (!isObject(container)) return [{ takes: "a JSON object" }];
  const faults: FormatFault[] = [];
  if (typeof container["image"] !== "string") faults.push({ at: "image", is: "is not set", takes: "an image" });
  for (const [kind, old] of [
    ["VCPU", "vcpus"],
    ["MEMORY", "memory"],
  ] as const) {
    if (amount(container, kind, old) !== undefined) continue;
    faults.push({ at: "resourceRequirements", is: `has no ${kind}`, takes: `${kind} and MEMORY of a container` });
  }
  return faults;
});

const gib = (from: number, to: number, step: number): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => (from + index * step) * 1024);

/** The memory in MiB that Fargate has with each number of processors. */
const sizes: Readonly<Record<string, readonly number[]>> = {
  "0.25": [512, 1024, 2048],
  "0.5": gib(1, 4, 1),
  "1": gib(2, 8, 1),
  "2": gib(4, 16, 1),
  "4": gib(8, 30, 1),
  "8": gib(16, 60, 4),
  "16": gib(32, 120, 8),
};

/** The same, of a job on Fargate. */
export const batchFargateContainer = jsonFormat((container) => {
  const faults: FormatFault[] = [];
  if (member(container, "executionRoleArn") === undefined)
    faults.push({ at: "executionRoleArn", is: "is not set", takes: "an execution role" });
  for (const key of ["privileged", "ulimits", "instanceType", "vcpus", "memory"]) {
    const value = member(container, key);
    if (value !== undefined && value !== false) faults.push({ at: key, is: "is set", takes: `no ${key} on Fargate` });
  }
  const [vcpu, memory] = [amount(container, "VCPU", ""), amount(container, "MEMORY", "")].map((each) =>
    member(each, "value"),
  );
  if (typeof vcpu !== "string" || typeof memory !== "string") return faults;
  const taken = sizes[String(Number(vcpu))];
  if (!taken)
    faults.push({
      at: "VCPU",
      is: `is ${vcpu}`,
      takes: `one of ${Object.keys(sizes)
        .sort((a, b) => Number(a) - Number(b))
        .join(", ")}`,
    });
  else if (!taken.includes(Number(memory)))
    faults.push({ at: "MEMORY", is: `is ${memory}`, takes: `one of ${taken.join(", ")} MiB with ${vcpu} VCPU` });
  return faults;
});
