import { isObject, isUnknown, list, member, plainProperties } from "../frame/plain";
import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { type Findings } from "./fault";
import { type Join, named, refuse } from "./join";
import { parsePath, type Place, placesAt } from "./place";
import { toNumber } from "./words";

const containersAt = parsePath("containerDefinitions.$json[]");

/** The containers of a task; none, and a question that is open, where they are not known. */
function readContainers(task: Resource, found: Findings): readonly Place[] {
  const places = placesAt({ value: plainProperties(task), path: "" }, containersAt);
  found.open.push(...places.filter(({ value }) => isUnknown(value)).map(({ path }) => path));
  return places.filter(({ value }) => isObject(value));
}

const nameOf = ({ value }: Place): unknown => member(value, "name");

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** What containers have fits into what the task has. */
export const containerSizes: Join = (task, found) => {
  const { cpu, memory } = plainProperties(task);
  const containers = readContainers(task, found);
  const [processor, most] = [toNumber(cpu), toNumber(memory)];
  for (const { value, path } of containers) {
    const own = member(value, "memory");
    if (most === undefined || typeof own !== "number" || own <= most) continue;
    const takes = `at most the memory of the task, ${most}`;
    refuse(found, { path: `${path}.memory`, is: `is ${own}`, takes, fix: "Give the task more memory." });
  }
  const total = sum(containers.map(({ value }) => toNumber(member(value, "cpu")) ?? 0));
  // Fewer units than any task has are a number of vCPUs: that is another rule's.
  if (processor === undefined || processor < 128 || total <= processor) return;
  const is = `have ${total} units of cpu together`;
  const takes = `at most those of the task, ${processor}`;
  refuse(found, { path: "containerDefinitions", is, takes, fix: "Give the task more cpu." });
};

/** What a container waits for can happen. */
export const containerOrder: Join = (task, found) => {
  const containers = readContainers(task, found);
  for (const { value, path } of containers) {
    for (const [index, each] of list(member(value, "dependsOn")).entries()) {
      const [awaited, condition] = [member(each, "containerName"), String(member(each, "condition"))];
      const other = containers.find((container) => nameOf(container) === awaited);
      if (!other) continue;
      const ends = ["COMPLETE", "SUCCESS"].includes(condition) && member(other.value, "essential") !== false;
      const isUnchecked = condition === "HEALTHY" && member(other.value, "healthCheck") === undefined;
      if (!ends && !isUnchecked) continue;
      const takes = ends ? "a container that is not essential" : "a container with a healthCheck";
      const is = `waits for ${condition} of ${String(awaited)}`;
      refuse(found, { path: `${path}.dependsOn[${index}]`, is, takes, fix: "Wait for START, or change the other." });
    }
  }
};

/** Each volume of a deployment is mounted. */
export const mountedVolumes: Join = (task, found) => {
  const containers = readContainers(task, found);
  if (containers.length === 0) return;
  const mounts = containers.flatMap(({ value }) => list(member(value, "mountPoints")));
  const mounted = new Set(mounts.map((mount) => member(mount, "sourceVolume")));
  for (const [index, volume] of list(plainProperties(task)["volumes"]).entries()) {
    const name = member(volume, "name");
    if (member(volume, "configureAtLaunch") !== true || isUnknown(name) || mounted.has(name)) continue;
    const takes = "a volume that a container mounts";
    refuse(found, { path: `volumes[${index}].name`, is: `is ${String(name)}`, takes, fix: "Add a mount point." });
  }
};

/** Ranges of ports of the containers of a task lie apart. */
export const portRanges: Join = (task, found) => {
  const before: { readonly text: string; readonly least: number; readonly most: number }[] = [];
  for (const { value, path } of readContainers(task, found)) {
    for (const mapping of list(member(value, "portMappings"))) {
      const text = member(mapping, "containerPortRange");
      const [, first, last] = /^(\d+)-(\d+)$/.exec(String(text)) ?? [];
      if (first === undefined || last === undefined) continue;
      const range = { text: String(text), least: Number(first), most: Number(last) };
      const other = before.find(({ least, most }) => range.least <= most && least <= range.most);
      before.push(range);
      if (!other) continue;
      const is = `has the ports ${range.text}, and ${other.text} are taken`;
      refuse(found, { path: `${path}.portMappings`, is, takes: "ports that lie apart", fix: "Choose other ports." });
    }
  }
};

const definition = "aws:ecs/taskDefinition:TaskDefinition";

/** What a service asks of one task definition. */
type Asked = (service: Readonly<Record<string, unknown>>, task: Resource, found: Findings) => void;

const ofTask =
  (ask: Asked): Join =>
  (service, found, stack: Graph | undefined) => {
    for (const task of named(service, "taskDefinition", definition, found, stack))
      ask(plainProperties(service), task, found);
  };

const portsOf = (container: unknown): readonly unknown[] => list(member(container, "portMappings"));

/** Whether a port of a container is mapped, alone or in a range. */
function hasPort(container: unknown, port: number): boolean {
  return portsOf(container).some((mapping) => {
    const [, first, last] = /^(\d+)-(\d+)$/.exec(String(member(mapping, "containerPortRange"))) ?? [];
    return toNumber(member(mapping, "containerPort")) === port || (Number(first) <= port && port <= Number(last));
  });
}

/** Load balancers send to containers, and ports, of the task. */
export const balancedContainers: Join = ofTask(({ loadBalancers }, task, found) => {
  const containers = readContainers(task, found);
  if (containers.length === 0) return;
  for (const [index, balancer] of list(loadBalancers).entries()) {
    const [name, port] = [member(balancer, "containerName"), toNumber(member(balancer, "containerPort"))];
    if (typeof name !== "string" || isUnknown(name)) continue;
    const container = containers.find((each) => nameOf(each) === name);
    const path = `loadBalancers[${index}].${container ? "containerPort" : "containerName"}`;
    if (container && (port === undefined || hasPort(container.value, port))) continue;
    const takes = container ? `a port of ${name} in ${task.label}` : `a container of ${task.label}`;
    refuse(found, { path, is: `is ${container ? port : name}`, takes, fix: `Set ${path} to ${takes}.` });
  }
});

/** Service Connect names ports of the task. */
export const connectedPorts: Join = ofTask(({ serviceConnectConfiguration }, task, found) => {
  const containers = readContainers(task, found);
  if (containers.length === 0) return;
  const names = new Set(containers.flatMap(({ value }) => portsOf(value).map((mapping) => member(mapping, "name"))));
  for (const [index, service] of list(member(serviceConnectConfiguration, "services")).entries()) {
    const name = member(service, "portName");
    if (typeof name !== "string" || isUnknown(name) || names.has(name)) continue;
    const path = `serviceConnectConfiguration.services[${index}].portName`;
    const takes = `the name of a port mapping of ${task.label}`;
    refuse(found, { path, is: `is ${name}`, takes, fix: `Set ${path} to ${takes}.` });
  }
});

/** Volumes that a service sets up are volumes of the task. */
export const launchedVolumes: Join = ofTask(({ volumeConfiguration }, task, found) => {
  const name = member(volumeConfiguration, "name");
  const { volumes } = plainProperties(task);
  const names = list(volumes).map((volume) => member(volume, "name"));
  if (typeof name !== "string" || [name, volumes, ...names].some(isUnknown) || names.includes(name)) return;
  const path = "volumeConfiguration.name";
  refuse(found, { path, is: `is ${name}`, takes: `a volume of ${task.label}`, fix: "Add the volume to the task." });
});
