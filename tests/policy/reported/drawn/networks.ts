import { facts, type Made } from "../../heldOut/inputs";
import { type FactsByName } from "../../measured/facts";
import { on } from "../../measured/on";

type Arguments = Record<string, unknown>;

const account = "111122223333";

export const ec2: FactsByName = {
  "gateway-in-block": on("aws:ec2/natGateway:NatGateway", { allocationId: "eipalloc-0123456789abcdef0" })(
    "a gateway is in a subnet",
    { subnetId: "10.0.2.0/24" },
    { subnetId: "subnet-0123456789abcdef0" },
  ),
};

const taskType = "aws:ecs/taskDefinition:TaskDefinition";
const container = (more: Arguments) => ({ name: "web", image: "nginx:1.27", essential: true, ...more });
const containers = (...all: readonly Arguments[]) => ({ containerDefinitions: JSON.stringify(all) });
const fargate = on(taskType, {
  ...{ family: "web", networkMode: "awsvpc", cpu: "256", memory: "512", requiresCompatibilities: ["FARGATE"] },
  executionRoleArn: `arn:aws:iam::${account}:role/tasks`,
});
const logged = (options: Arguments) => containers(container({ logConfiguration: { logDriver: "awslogs", options } }));
const arn = `arn:aws:ecs:eu-west-1:${account}:task-definition/web:1`;
const served = (networkMode: string): readonly Made[] => [
  [taskType, "web", { family: "web", arn, networkMode, ...containers(container({ memory: 128 })) }],
  [
    "aws:ecs/service:Service",
    "subject",
    {
      ...{ name: "web", cluster: "own", taskDefinition: arn, launchType: "EC2", desiredCount: 1 },
      networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] },
    },
    { taskDefinition: `${taskType} web` },
  ],
];

export const ecs: FactsByName = {
  "awslogs-options": fargate(
    "logs go to a group of a Region",
    logged({ "awslogs-stream-prefix": "web" }),
    logged({ "awslogs-group": "web", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "web" }),
  ),
  "network-of-bridge": facts(
    "a service of a task in bridge mode has no network of its own",
    served("bridge"),
    served("awsvpc"),
  ),
};

const record = (name: string, value: string): Made => [
  "aws:route53/record:Record",
  name,
  { zoneId: "Z1D633PJN98FT9", name: "_check.example.com", type: "CNAME", ttl: 60, records: [value] },
];

export const route53: FactsByName = {
  "record-twice": facts(
    "a name has one set of records of a type",
    [record("first", "a.example.net"), record("second", "b.example.net")],
    [record("first", "a.example.net")],
  ),
};
