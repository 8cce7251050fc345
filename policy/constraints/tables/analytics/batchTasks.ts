import { type Row, type TypeRows } from "../../schema";
import { type Given, apart, at, bars, says } from "../given";
import { api } from "../pages";

const on = (what: string) => ({ source: api("batch", what) });
const task = "ecsProperties.$json.taskProperties[]";
const node = "nodeProperties.$json";
const ranges = `${node}.nodeRangeProperties`;
const [a, b] = [
  { name: "a", image: "i" },
  { name: "b", image: "i" },
];
const after = (containerName: string, condition = "START") => ({ dependsOn: [{ containerName, condition }] });
const managed = { "platformCapabilities[]": "MANAGED_INSTANCES" };
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ ...a, name: `a${index}` }));

const tasks: readonly Row[] = [
  at(
    `${task}.containers`,
    "a task has one to ten containers",
    { minItems: 1, maxItems: 10, ...on("EcsTaskProperties") },
    [a],
    many(11),
  ),
  at(
    `${task}.containers`,
    "the containers of a task have different names",
    { uniqueKeys: ["name"], ...on("TaskContainerProperties") },
    [a, b],
    [a, a],
  ),
  at(
    `${task}.containers`,
    "a container of a task is essential",
    { contains: { properties: { essential: { const: true } } }, ...on("TaskContainerProperties") },
    [a, { ...b, essential: false }],
    [{ ...a, essential: false }],
  ),
  at(
    `${task}.containers[].dependsOn[].condition`,
    "a container waits for START, COMPLETE or SUCCESS",
    { enum: ["START", "COMPLETE", "SUCCESS"], ...on("TaskContainerDependency") },
    "START",
    "HEALTHY",
  ),
  at(
    task,
    "a container waits for one of the same task",
    { memberOf: [["containers[].dependsOn[].containerName", "containers[].name"]], ...on("TaskContainerDependency") },
    { containers: [a, { ...b, ...after("a") }] },
    { containers: [a, { ...b, ...after("c") }] },
  ),
  at(
    task,
    "one container waits for no other",
    {
      if: { properties: { containers: { maxItems: 1 } }, required: ["containers"] },
      then: { excluded: ["containers[].dependsOn[]"] },
      ...on("TaskContainerDependency"),
    },
    { containers: [a] },
    { containers: [{ ...a, ...after("a") }] },
  ),
  says(
    "what is waited for until it ends is not essential",
    { join: "taskDependencies", ...on("TaskContainerDependency") },
    {
      [task]: {
        containers: [
          { ...a, essential: false },
          { ...b, ...after("a", "SUCCESS") },
        ],
      },
    },
    { [task]: { containers: [a, { ...b, ...after("a", "SUCCESS") }] } },
  ),
  at(
    task,
    "logs are routed for a container that logs by awsfirelens",
    {
      if: { required: ["containers[].firelensConfiguration"] },
      then: {
        properties: {
          containers: {
            contains: {
              required: ["logConfiguration.logDriver"],
              properties: { "logConfiguration.logDriver": { const: "awsfirelens" } },
            },
          },
        },
      },
      ...on("FirelensConfiguration"),
    },
    {
      containers: [
        { ...a, firelensConfiguration: { type: "fluentbit" } },
        { ...b, logConfiguration: { logDriver: "awsfirelens" } },
      ],
    },
    { containers: [{ ...a, firelensConfiguration: { type: "fluentbit" } }, b] },
  ),
  at(
    `${task}.ipcMode`,
    "memory is shared by host, task or none",
    { enum: ["host", "task", "none"], ...on("EcsTaskProperties") },
    "task",
    "all",
  ),
  at(
    `${task}.pidMode`,
    "processes are shared by host or task",
    { enum: ["host", "task"], ...on("EcsTaskProperties") },
    "task",
    "all",
  ),
  says(
    "a task on Fargate has an execution role",
    {
      if: {
        required: ["ecsProperties"],
        properties: { "platformCapabilities[]": { const: "FARGATE" } },
        allOf: [{ required: ["platformCapabilities[]"] }],
      },
      then: { required: [`${task}.executionRoleArn`] },
      ...on("EcsTaskProperties"),
    },
    { platformCapabilities: ["FARGATE"], [task]: { containers: [a], executionRoleArn: "arn:r" } },
    { platformCapabilities: ["FARGATE"], [task]: { containers: [a] } },
  ),
  apart(
    "ecsProperties are not beside eksProperties",
    { ecsProperties: "{}" },
    { "eksProperties.podProperties.containers[].image": "i" },
  ),
  bars("managed instances run one node", managed, { nodeProperties: "{}" }),
  says(
    "managed instances are of Linux",
    {
      when: managed,
      properties: { [`${task}.runtimePlatform.operatingSystemFamily`]: { const: "LINUX" } },
      ...on("RuntimePlatform"),
    },
    { platformCapabilities: ["MANAGED_INSTANCES"], [`${task}.runtimePlatform.operatingSystemFamily`]: "LINUX" },
    {
      platformCapabilities: ["MANAGED_INSTANCES"],
      [`${task}.runtimePlatform.operatingSystemFamily`]: "WINDOWS_SERVER_2022_CORE",
    },
  ),
];

const range = (more: Given = {}) => ({ targetNodes: "0:", container: { image: "i" }, ...more });
const nodes = (more: Given = {}, ...all: readonly Given[]) => ({
  mainNode: 0,
  numNodes: 4,
  nodeRangeProperties: all.length > 0 ? all : [range()],
  ...more,
});
const payload = ["container", "ecsProperties", "eksProperties"];

const several: readonly Row[] = [
  bars("one node has no nodeProperties", { type: "container" }, { nodeProperties: "{}" }),
  at(
    node,
    "the main node is one of the nodes",
    { ordered: [["mainNode", "<", "numNodes"]], ...on("NodeProperties") },
    nodes(),
    nodes({ mainNode: 4 }),
  ),
  at(
    `${node}.numNodes`,
    "a job has 1 to 1,000 nodes",
    { minimum: 1, maximum: 1_000, ...on("NodeProperties") },
    1_000,
    1_001,
  ),
  at(
    ranges,
    "nodes have up to five ranges",
    { maxItems: 5, ...on("NodeProperties") },
    [range()],
    Array.from({ length: 6 }, (_, index) => range({ targetNodes: `${index}` })),
  ),
  at(
    `${ranges}[]`,
    "a range has a container, tasks or pods",
    { requiredXor: payload, ...on("NodeRangeProperty") },
    range(),
    { targetNodes: "0:" },
  ),
  at(
    `${ranges}[]`,
    "types of instances are of tasks",
    { dependentRequired: { "instanceTypes[]": ["ecsProperties"] }, ...on("NodeRangeProperty") },
    range(),
    range({ instanceTypes: ["m5.large"] }),
  ),
  at(
    `${ranges}[].targetNodes`,
    "a range is n, n:, :m or n:m",
    { pattern: "^(\\d+(:\\d*)?|:\\d+)$", ...on("NodeRangeProperty") },
    "0:3",
    "all",
  ),
  says(
    "ranges are of the nodes of the job, and of all of them",
    { join: "nodeRanges", ...on("NodeRangeProperty") },
    { [node]: nodes() },
    { [node]: nodes({}, range({ targetNodes: "0:2" })) },
  ),
];

/** What Batch refuses of jobs of tasks and nodes. */
export const batchTasks: readonly TypeRows[] = [
  {
    type: "aws:batch/jobDefinition:JobDefinition",
    source: api("batch", "RegisterJobDefinition"),
    rows: [...tasks, ...several],
  },
];
