import { isObject, isUnknown, list } from "../../frame/plain";
import { type FormatFault, jsonFormat, textFormat } from "./format";

type Container = Readonly<Record<string, unknown>>;

/** Numbers of a container, with what AWS takes: of its own, or of a part. */
const ranges: readonly (readonly [part: string, name: string, least: number, most: number])[] = [
  ["", "memory", 4, Infinity],
  ["", "memoryReservation", 4, Infinity],
  ["", "stopTimeout", 0, Infinity],
  ["healthCheck", "interval", 5, 300],
  ["healthCheck", "timeout", 2, 60],
  ["healthCheck", "retries", 1, 10],
  ["healthCheck", "startPeriod", 0, 300],
];

function numbers(container: Container, at: string): readonly FormatFault[] {
  return ranges.flatMap(([part, name, least, most]): FormatFault[] => {
    const holder = part === "" ? container : container[part];
    const value = isObject(holder) ? holder[name] : undefined;
    if (typeof value !== "number" || (value >= least && value <= most)) return [];
    const takes = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    return [{ at: [at, part, name].filter((each) => each !== "").join("."), is: `is ${value}`, takes }];
  });
}

function checked(container: Container, at: string): readonly FormatFault[] {
  const { healthCheck } = container;
  const command: unknown = isObject(healthCheck) ? healthCheck["command"] : undefined;
  const [first] = list(command);
  if (!Array.isArray(command) || ["CMD", "CMD-SHELL", "NONE"].includes(String(first))) return [];
  return [
    { at: `${at}.healthCheck.command`, is: `begins with ${String(first)}`, takes: "CMD, CMD-SHELL or NONE first" },
  ];
}

function ports(container: Container, at: string): readonly FormatFault[] {
  return list(container["portMappings"]).flatMap((mapping, index): FormatFault[] => {
    if (!isObject(mapping)) return [];
    const place = `${at}.portMappings[${index}]`;
    const { name: called } = mapping;
    return [
      ...["containerPort", "hostPort"].flatMap((name): FormatFault[] => {
        const port = mapping[name];
        if (typeof port !== "number" || (port >= 0 && port <= 65_535)) return [];
        return [{ at: `${place}.${name}`, is: `is ${port}`, takes: "0 to 65535" }];
      }),
      ...(typeof called === "string" && !isUnknown(called) && called.length > 64
        ? [{ at: `${place}.name`, is: `has ${called.length} characters`, takes: "at most 64" }]
        : []),
    ];
  });
}

function logs(container: Container, at: string): readonly FormatFault[] {
  const { logConfiguration } = container;
  if (!isObject(logConfiguration) || logConfiguration["logDriver"] !== "awslogs") return [];
  const { options } = logConfiguration;
  return ["awslogs-group", "awslogs-region"]
    .filter((name) => !isObject(options) || options[name] === undefined)
    .map((name) => ({ at: `${at}.logConfiguration.options`, is: `has no ${name}`, takes: `${name} with awslogs` }));
}

/** What a container waits for: containers of the same task, and not itself. */
function order(container: Container, at: string, names: ReadonlyMap<unknown, Container>): readonly FormatFault[] {
  return list(container["dependsOn"]).flatMap((each, index): FormatFault[] => {
    if (!isObject(each)) return [];
    const { containerName, condition } = each;
    const place = `${at}.dependsOn[${index}]`;
    const isThere = names.has(containerName) && containerName !== container["name"];
    const conditions = ["START", "COMPLETE", "SUCCESS", "HEALTHY"];
    const isForEver =
      ["COMPLETE", "SUCCESS"].includes(String(condition)) && names.get(containerName)?.["essential"] !== false;
    return [
      ...(isThere ? [] : [{ at: place, is: `names ${String(containerName)}`, takes: "another container of the task" }]),
      ...(isThere && isForEver
        ? [
            {
              at: place,
              is: `waits for ${String(condition)} of an essential container`,
              takes: "one that is not essential",
            },
          ]
        : []),
      ...(conditions.includes(String(condition))
        ? []
        : [{ at: place, is: `waits for ${String(condition)}`, takes: conditions.join(", ") }]),
    ];
  });
}

function one(container: unknown, index: number, names: ReadonlyMap<unknown, Container>): readonly FormatFault[] {
  const at = `[${index}]`;
  if (!isObject(container)) return [{ at, is: "is no object", takes: "a container" }];
  const { name, image, memory, memoryReservation } = container;
  const hasName = typeof name === "string" && /^[A-Za-z0-9_-]{1,255}$/.test(name);
  const isOver = typeof memory === "number" && typeof memoryReservation === "number" && memoryReservation > memory;
  return [
    ...(hasName || name === undefined
      ? []
      : [{ at: `${at}.name`, is: `is ${JSON.stringify(name)}`, takes: "letters, digits, - and _" }]),
    ...(name === undefined ? [{ at, is: "has no name", takes: "a name" }] : []),
    ...(image === undefined || image === "" ? [{ at, is: "has no image", takes: "an image" }] : []),
    ...(isOver
      ? [{ at: `${at}.memoryReservation`, is: `is ${memoryReservation}`, takes: `at most the memory, ${memory}` }]
      : []),
    ...numbers(container, at),
    ...checked(container, at),
    ...ports(container, at),
    ...logs(container, at),
    ...order(container, at, names),
  ];
}

/** The containers of a task. */
export const containerDefinitions = jsonFormat((document): readonly FormatFault[] => {
  if (!Array.isArray(document)) return [{ is: "is no list", takes: "a list of containers" }];
  const containers = document.filter(isObject);
  const names = containers.map(({ name }) => name);
  const byName = new Map(containers.map((container) => [container["name"], container]));
  const twice = names.find((name, index) => name !== undefined && names.indexOf(name) < index);
  return [
    ...(containers.every(({ essential }) => essential === false)
      ? [{ is: "has no essential container", takes: "at least one that is essential" }]
      : []),
    ...(twice === undefined
      ? []
      : [{ is: `has two containers ${JSON.stringify(twice)}`, takes: "containers of different names" }]),
    ...document.flatMap((container, index) => one(container, index, byName)),
  ];
});

/** The first and the last port of a mapping. */
export const portRange = textFormat((text) => {
  const [, first, last] = /^(\d+)-(\d+)$/.exec(text) ?? [];
  return Number(first) < Number(last) ? undefined : { takes: "two ports of which the first is lower, 8000-8010" };
});
/** The containers of a task that has no memory of its own. */
export const containerMemory = jsonFormat((document): readonly FormatFault[] =>
  list(document).flatMap((container, index) =>
    isObject(container) && container["memory"] === undefined && container["memoryReservation"] === undefined
      ? [{ at: `[${index}]`, is: "has no memory", takes: "memory or memoryReservation, of the task or the container" }]
      : [],
  ),
);
