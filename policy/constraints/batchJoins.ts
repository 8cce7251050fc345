import { isObject, isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Join, named, refuse } from "./join";

const read = (value: unknown): unknown => {
  if (typeof value !== "string" || isUnknown(value)) return undefined;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
};

const amounts = (resources: unknown, kind: string): Readonly<Record<string, string>> => {
  const all = member(resources, kind);
  if (!isObject(all)) return {};
  return Object.fromEntries(
    Object.entries(all).filter((each): each is [string, string] => typeof each[1] === "string" && !isUnknown(each[1])),
  );
};

const taken = ["cpu", "memory", "nvidia.com/gpu"];

/** What is wrong with an amount that a container of a pod asks for, or may have at most. */
function amountFault(name: string, value: string): string | undefined {
  if (name === "cpu" && !Number.isInteger(Number(value.replace(/m$/, "")) * (value.endsWith("m") ? 1 : 4)))
    return "a multiple of 0.25";
  if (name === "memory" && !/^\d+Mi$/.test(value)) return "a number of Mi";
  if (name === "nvidia.com/gpu" && !/^\d+$/.test(value)) return "a whole number";
  return undefined;
}

/** The resources of the containers of a pod. */
export const podResources: Join = (definition, found) => {
  const pod = member(plainProperties(definition)["eksProperties"], "podProperties");
  for (const [index, container] of list(member(pod, "containers")).entries()) {
    const resources = member(container, "resources");
    const [limits, requests] = [amounts(resources, "limits"), amounts(resources, "requests")];
    const path = `eksProperties.podProperties.containers[${index}].resources`;
    const fault = (is: string, takes: string) => refuse(found, { path, is, takes, fix: `Change ${path}.` });
    for (const [name, value] of [...Object.entries(limits), ...Object.entries(requests)]) {
      if (!taken.includes(name)) fault(`has ${name}`, "cpu, memory and nvidia.com/gpu");
      const takes = amountFault(name, value);
      if (takes !== undefined) fault(`has ${name} ${value}`, takes);
    }
    for (const name of taken) {
      const [most, least] = [limits[name], requests[name]];
      if (most === undefined || least === undefined) continue;
      const isTaken = name === "cpu" ? !(parseFloat(least) > parseFloat(most)) : least === most;
      if (isTaken || most.endsWith("m") !== least.endsWith("m")) continue;
      fault(
        `has ${name} ${least} in requests, and ${most} in limits`,
        name === "cpu" ? "no more than the limit" : "the same in both",
      );
    }
  }
};

/** The first and the last node of a range. */
function parseRange(targets: unknown, count: number): readonly [number, number] | undefined {
  const [, first, colon, last] = (typeof targets === "string" && /^(\d*)(:?)(\d*)$/.exec(targets)) || [];
  if (first === undefined || (first === "" && colon === "")) return undefined;
  const from = first === "" ? 0 : Number(first);
  return [from, colon === "" ? from : last ? Number(last) : count - 1];
}

/** The ranges of a job's nodes are of its nodes, and of all of them. */
export const nodeRanges: Join = (definition, found) => {
  const properties = read(plainProperties(definition)["nodeProperties"]);
  const count = member(properties, "numNodes");
  if (typeof count !== "number" || count > 1000) return;
  const ranges = list(member(properties, "nodeRangeProperties")).map((each) =>
    parseRange(member(each, "targetNodes"), count),
  );
  const known = ranges.filter((range) => range !== undefined);
  const path = "nodeProperties";
  const beyond = known.find(([from, to]) => to >= count || from > to);
  if (beyond) {
    const is = `has a range from ${beyond[0]} to ${beyond[1]}, and ${count} nodes`;
    refuse(found, { path, is, takes: `nodes from 0 to ${count - 1}`, fix: "Change targetNodes or numNodes." });
    return;
  }
  const missing = Array.from({ length: count }, (_, node) => node).find(
    (node) => !known.some(([from, to]) => from <= node && node <= to),
  );
  if (missing === undefined || known.length !== ranges.length || known.length === 0) return;
  refuse(found, {
    path,
    is: `has no range with node ${missing}`,
    takes: "ranges with every node",
    fix: "Widen targetNodes.",
  });
};

/** What ends when the job does is not waited for until it has ended. */
export const taskDependencies: Join = (definition, found) => {
  const tasks = list(member(read(plainProperties(definition)["ecsProperties"]), "taskProperties"));
  for (const containers of tasks.map((task) => list(member(task, "containers")))) {
    const essential = containers
      .filter((each) => member(each, "essential") !== false)
      .map((each) => member(each, "name"));
    for (const wait of containers.flatMap((each) => list(member(each, "dependsOn")))) {
      const [name, condition] = ["containerName", "condition"].map((key) => member(wait, key));
      if (typeof name !== "string" || !essential.includes(name) || !["COMPLETE", "SUCCESS"].includes(String(condition)))
        continue;
      const is = `waits until ${name} ends, which is essential`;
      refuse(found, {
        path: "ecsProperties",
        is,
        takes: "the end of what is not essential",
        fix: `Set essential of ${name} to false.`,
      });
    }
  }
};

const kindOf = (type: string): string => (type.startsWith("FARGATE") ? "Fargate" : "EC2");

/** A queue has environments of Fargate, or of instances. */
export const queueKinds: Join = (queue, found, stack) => {
  const orders = queue.get("computeEnvironmentOrders").list();
  if (!stack || orders.state !== "known") return;
  const type = "aws:batch/computeEnvironment:ComputeEnvironment";
  const environments = orders.value.flatMap((order) =>
    named(queue, order.at("computeEnvironment"), type, found, stack),
  );
  const kinds = environments.flatMap((each) => {
    const own = each.get("computeResources", "type").text();
    return own.state === "known" ? [kindOf(own.value)] : [];
  });
  if (new Set(kinds).size < 2) return;
  const is = "has environments of Fargate and of EC2";
  refuse(found, {
    path: "computeEnvironmentOrders",
    is,
    takes: "one of the two",
    fix: "Make a queue for each of the two.",
  });
};

/** A prefix of shares is not the beginning of another one. */
export const sharePrefixes: Join = (policy, found) => {
  const all = list(member(plainProperties(policy)["fairSharePolicy"], "shareDistributions"));
  const names = all.map((each) => member(each, "shareIdentifier")).filter((each) => typeof each === "string");
  for (const prefix of names.filter((name) => name.endsWith("*"))) {
    const other = names.find((name) => name !== prefix && name.startsWith(prefix.slice(0, -1)));
    if (other === undefined) continue;
    const path = "fairSharePolicy.shareDistributions";
    refuse(found, { path, is: `has ${prefix} and ${other}`, takes: "shares apart", fix: "Remove one of the two." });
  }
};
