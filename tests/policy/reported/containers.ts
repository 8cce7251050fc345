import { facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "../measured/facts";
import { on } from "../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const taskType = "aws:ecs/taskDefinition:TaskDefinition";
const serviceType = "aws:ecs/service:Service";
const container = (more: Arguments = {}) => ({ name: "web", image: "nginx:1.27", essential: true, ...more });
const containers = (...all: readonly Arguments[]) => ({ containerDefinitions: JSON.stringify(all) });
const fargate = { ...{ family: "web", networkMode: "awsvpc", cpu: "256", memory: "512" } };
const serverless = { requiresCompatibilities: ["FARGATE"], ...containers(container()) };
const onFargate = on(taskType, { family: "web", ...serverless });
const task = (name: string) => `arn:aws:ecs:eu-west-1:${account}:task-definition/${name}:1`;
const network = { networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } };

/** A service on Fargate of some task. */
const launched = (of: Arguments): readonly Made[] => [
  [taskType, "web", { family: "web", arn: task("web"), ...of }],
  [
    serviceType,
    "subject",
    { name: "web", cluster: "own", taskDefinition: task("web"), launchType: "FARGATE", desiredCount: 1, ...network },
    { taskDefinition: `${taskType} web` },
  ],
];

const waits = (essential: boolean) =>
  containers(container({ dependsOn: [{ containerName: "init", condition: "SUCCESS" }] }), {
    ...container({ essential }),
    name: "init",
  });

export const ecs: FactsByName = {
  "awsvpc-host-port": on(taskType, { ...fargate, requiresCompatibilities: ["FARGATE"] })(
    "a container of awsvpc has one port inside and outside",
    containers(container({ portMappings: [{ containerPort: 80, hostPort: 8080 }] })),
    containers(container({ portMappings: [{ containerPort: 80, hostPort: 80 }] })),
  ),
  "container-memory": on(taskType, { family: "web", requiresCompatibilities: ["EC2"] })(
    "a container on EC2 has memory",
    containers(container()),
    containers(container({ memory: 128 })),
  ),
  "success-of-essential": on(taskType, { ...fargate, requiresCompatibilities: ["FARGATE"] })(
    "who is waited for to end is not essential",
    waits(true),
    waits(false),
  ),
  "fargate-memory": onFargate(
    "a task on Fargate has memory",
    { networkMode: "awsvpc", cpu: "1024" },
    { networkMode: "awsvpc", cpu: "1024", memory: "4096" },
  ),
  "fargate-bridge": onFargate(
    "a task on Fargate has its own address",
    { networkMode: "bridge", cpu: "256", memory: "512" },
    { networkMode: "awsvpc", cpu: "256", memory: "512" },
  ),
  "fargate-size": onFargate(
    "CPU and memory on Fargate go together",
    { networkMode: "awsvpc", cpu: "512", memory: "512" },
    { networkMode: "awsvpc", cpu: "512", memory: "1024" },
  ),
  "service-launch-type": facts(
    "a service on Fargate has a task for it",
    launched({ requiresCompatibilities: ["EC2"], networkMode: "bridge", ...containers(container({ memory: 128 })) }),
    launched({ ...fargate, ...serverless }),
  ),
};
