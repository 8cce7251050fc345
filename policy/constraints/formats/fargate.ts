import { isObject, list, member } from "../../frame/plain";
import { type FormatFault, jsonFormat } from "./format";

/** Parts of a container that Fargate does not have. */
const none: readonly string[] = [
  "linuxParameters.devices",
  "linuxParameters.maxSwap",
  "linuxParameters.sharedMemorySize",
  "linuxParameters.swappiness",
  "privileged",
  "dockerSecurityOptions",
];

const isSet = (value: unknown): boolean =>
  value !== undefined &&
  value !== null &&
  value !== false &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

const drivers = ["awslogs", "splunk", "awsfirelens"];

/** Containers of a task on Fargate. */
export const fargateContainers = jsonFormat((containers) =>
  list(containers).flatMap((container, index): FormatFault[] => {
    const at = (path: string) => `[${index}].${path}`;
    const read = (path: string) => path.split(".").reduce<unknown>((value, key) => member(value, key), container);
    const driver = read("logConfiguration.logDriver");
    const ports = list(read("portMappings")).flatMap((mapping, place): FormatFault[] => {
      const [host, own] = [member(mapping, "hostPort"), member(mapping, "containerPort")];
      if (!isObject(mapping) || typeof host !== "number" || host === 0 || host === own) return [];
      return [
        { at: at(`portMappings[${place}].hostPort`), is: `is ${host}`, takes: `the containerPort ${String(own)}` },
      ];
    });
    const added = list(read("linuxParameters.capabilities.add")).filter((each) => each !== "SYS_PTRACE");
    return [
      ...none
        .filter((path) => isSet(read(path)))
        .map((path) => ({ at: at(path), is: "is set", takes: `no ${path} on Fargate` })),
      ...added.map((each) => ({
        at: at("linuxParameters.capabilities.add"),
        is: `has ${String(each)}`,
        takes: "SYS_PTRACE on Fargate",
      })),
      ...(typeof driver !== "string" || drivers.includes(driver)
        ? []
        : [{ at: at("logConfiguration.logDriver"), is: `is ${driver}`, takes: drivers.join(", ") }]),
      ...ports,
    ];
  }),
);
