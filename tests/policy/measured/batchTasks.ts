import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const role = "arn:aws:iam::111122223333:role/r";
const resourceRequirements = [
  { type: "VCPU", value: "1" },
  { type: "MEMORY", value: "2048" },
];
const container = { name: "a", image: "i", resourceRequirements };
const other = { ...container, name: "b" };
const definition = ofType("aws:batch/jobDefinition:JobDefinition", { name: "orders", type: "container" });
const task = (more: Arguments = {}) => ({
  ecsProperties: JSON.stringify({ taskProperties: [{ containers: [container], ...more }] }),
});
const two = (more: Arguments, first: Arguments = {}) =>
  task({
    containers: [
      { ...container, ...first },
      { ...other, ...more },
    ],
  });
const after = (containerName: string, condition = "START") => ({ dependsOn: [{ containerName, condition }] });
const firelens = (logDriver: string) =>
  two({ logConfiguration: { logDriver } }, { firelensConfiguration: { type: "fluentbit" } });
const fargate = (more: Arguments = {}) => ({ platformCapabilities: ["FARGATE"], ...task(more) });

const range = (targetNodes = "0:", more: Arguments = {}) => ({
  targetNodes,
  container: { image: "i", resourceRequirements },
  ...more,
});
const nodes = (more: Arguments = {}, ...ranges: readonly Arguments[]) => ({
  nodeProperties: JSON.stringify({
    mainNode: 0,
    numNodes: 4,
    nodeRangeProperties: ranges.length > 0 ? ranges : [range()],
    ...more,
  }),
});
const several = ofType("aws:batch/jobDefinition:JobDefinition", { name: "orders", type: "multinode" });
const ecs = { taskProperties: [{ containers: [container] }] };
const pods = {
  eksProperties: {
    podProperties: { containers: [{ image: "i", resources: { limits: { cpu: "1", memory: "512Mi" } } }] },
  },
};

/** Facts of jobs of several containers or nodes. */
export const batchTasks: FactsByName = {
  "batch-jd-ecs-container-name-unique": definition("containers differ", two({ name: "a" }), two({})),
  "batch-jd-ecs-depends-on-condition-value": definition(
    "a condition is known",
    two(after("a", "HEALTHY")),
    two(after("a")),
  ),
  "batch-jd-ecs-depends-on-container-exists": definition(
    "a container is there to wait for",
    two(after("c")),
    two(after("a")),
  ),
  "batch-jd-ecs-depends-on-essential-complete": definition(
    "what is essential does not end",
    two(after("a", "SUCCESS")),
    two(after("a", "SUCCESS"), { essential: false }),
  ),
  "batch-jd-ecs-depends-on-single-container": definition(
    "one waits for none",
    task({ containers: [{ ...container, ...after("a") }] }),
    task(),
  ),
  "batch-jd-ecs-essential-required": definition(
    "one is essential",
    two({ essential: false }, { essential: false }),
    two({ essential: false }),
  ),
  "batch-jd-ecs-fargate-execution-role": definition(
    "a task of Fargate has a role",
    fargate(),
    fargate({ executionRoleArn: role }),
  ),
  "batch-jd-ecs-firelens-log-driver": definition("logs are routed", firelens("awslogs"), firelens("awsfirelens")),
  "batch-jd-ecs-ipc-mode-value": definition("memory is shared", task({ ipcMode: "all" }), task({ ipcMode: "task" })),
  "batch-jd-ecs-pid-mode-value": definition(
    "processes are shared",
    task({ pidMode: "all" }),
    task({ pidMode: "task" }),
  ),
  "batch-jd-ecs-task-containers-max": definition(
    "ten containers",
    task({ containers: many(11, (index) => ({ ...container, name: `a${index}` })) }),
    task({ containers: many(10, (index) => ({ ...container, name: `a${index}` })) }),
  ),
  "batch-jd-ecs-task-containers-required": definition("a task has a container", task({ containers: [] }), task()),
  "batch-jd-props-container-and-ecs": definition(
    "a container or tasks",
    { ...task(), containerProperties: JSON.stringify({ image: "i", resourceRequirements }) },
    task(),
  ),
  "batch-jd-props-container-and-eks": definition(
    "a container or pods",
    { ...pods, containerProperties: JSON.stringify({ image: "i", resourceRequirements }) },
    pods,
  ),
  "batch-jd-props-ecs-and-eks": definition("tasks or pods", { ...task(), ...pods }, task()),
  "batch-jd-eks-node-properties": definition("pods or nodes", { ...pods, ...nodes() }, pods),
  "batch-jd-mi-no-multinode": several(
    "managed instances are one node",
    { ...nodes(), platformCapabilities: ["MANAGED_INSTANCES"] },
    nodes(),
  ),
  "batch-jd-mi-os-family-linux": definition(
    "managed instances are of Linux",
    {
      ...task({ runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
      platformCapabilities: ["MANAGED_INSTANCES"],
    },
    { ...task({ runtimePlatform: { operatingSystemFamily: "LINUX" } }), platformCapabilities: ["MANAGED_INSTANCES"] },
  ),
  "batch-jd-multinode-requires-node-properties": several("nodes have properties", {}, nodes()),
  "batch-jd-node-instance-types-ecs-only": several(
    "types are of tasks",
    nodes({}, range("0:", { instanceTypes: ["m5.large"] })),
    nodes({}, { targetNodes: "0:", ecsProperties: ecs, instanceTypes: ["m5.large"] }),
  ),
  "batch-jd-node-main-node-lt-num": several("the first is one of them", nodes({ mainNode: 4 }), nodes({ mainNode: 3 })),
  "batch-jd-node-num-nodes-max": several("a thousand nodes", nodes({ numNodes: 1001 }), nodes({ numNodes: 1000 })),
  "batch-jd-node-properties-requires-multinode": definition("nodes are several", { ...nodes(), ...task() }, task()),
  "batch-jd-node-range-payload-exclusive": several(
    "a range is of one kind",
    nodes({}, range("0:", { ecsProperties: ecs })),
    nodes(),
  ),
  "batch-jd-node-range-payload-required": several("a range does something", nodes({}, { targetNodes: "0:" }), nodes()),
  "batch-jd-node-ranges-max": several(
    "five ranges",
    nodes({ numNodes: 6 }, ...many(6, (index) => range(`${index}`))),
    nodes({ numNodes: 5 }, ...many(5, (index) => range(`${index}`))),
  ),
  "batch-jd-node-target-nodes-coverage": several(
    "all nodes have a range",
    nodes({}, range("0:2")),
    nodes({}, range("0:3")),
  ),
  "batch-jd-node-target-nodes-format": several(
    "a range is of numbers",
    nodes({}, range("all")),
    nodes({}, range("0:")),
  ),
  "batch-jd-node-target-nodes-in-range": several("a range ends", nodes({}, range("0:4")), nodes({}, range("0:3"))),
};
