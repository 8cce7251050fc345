import { type Row, type Schema, type TypeRows } from "../../schema";
import { api } from "../pages";
import { needs, only, together } from "../together";

const service = { name: "orders", cluster: "c" };
const ofTask = { ...service, taskDefinition: "orders:1" };
const network = { networkConfiguration: { subnets: ["subnet-1"] } };
const groupArn = "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/g";
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067";
const balancer = (containerName = "web", containerPort = 80) => ({
  loadBalancers: [{ containerName, containerPort, targetGroupArn }],
});
const definition = "aws:ecs/taskDefinition:TaskDefinition";
const task = {
  type: definition,
  properties: {
    arn: "orders:1",
    family: "orders",
    networkMode: "awsvpc",
    containerDefinitions: JSON.stringify([
      { name: "web", image: "web:1", memory: 256, portMappings: [{ name: "http", containerPort: 80 }] },
    ]),
  },
};
const ofDefinition = { beside: { task }, links: { taskDefinition: "task" } };
const controller = (type: string) => ({ deploymentController: { type } });
const isReplica: Schema = { properties: { schedulingStrategy: { const: "REPLICA" } } };
const rolling = api("ecs", "DeploymentConfiguration");

const rows: readonly Row[] = [
  needs("CodeDeploy has a load balancer", { "deploymentController.type": "CODE_DEPLOY" }, ["loadBalancers"])(
    { ...ofTask, ...controller("CODE_DEPLOY") },
    balancer(),
    {},
  ),
  only(
    "of an EXTERNAL deployment its task sets have the task and the load balancers",
    { "deploymentController.type": "EXTERNAL" },
    ["loadBalancers", "taskDefinition"],
  )({ ...service, ...controller("EXTERNAL") }, {}, { taskDefinition: "orders:1" }),
  together(
    "a deployment keeps up to 100 % of the tasks healthy, and has at least 100 % of them at most",
    {
      if: isReplica,
      then: {
        properties: { deploymentMinimumHealthyPercent: { maximum: 100 }, deploymentMaximumPercent: { minimum: 100 } },
      },
      source: rolling,
    },
    ofTask,
    { deploymentMinimumHealthyPercent: 100 },
    { deploymentMinimumHealthyPercent: 101 },
  ),
  together(
    "a deployment has room: deploymentMinimumHealthyPercent is below deploymentMaximumPercent",
    {
      if: isReplica,
      then: { ordered: [["deploymentMinimumHealthyPercent", "<", "deploymentMaximumPercent"]] },
      source: rolling,
    },
    { ...ofTask, deploymentMinimumHealthyPercent: 100 },
    { deploymentMaximumPercent: 150 },
    { deploymentMaximumPercent: 100 },
  ),
  together(
    "a service with a networkConfiguration has a task of the network mode awsvpc",
    {
      if: { required: ["networkConfiguration"] },
      then: {
        properties: {
          taskDefinition: {
            refersTo: { type: definition, fits: { properties: { networkMode: { const: "awsvpc" } } } },
          },
        },
      },
      beside: {
        task,
        bridged: { ...task, properties: { ...task.properties, arn: "orders:2", networkMode: "bridge" } },
      },
      source: api("ecs", "NetworkConfiguration"),
    },
    { ...service, ...network },
    { taskDefinition: "orders:1" },
    { taskDefinition: "orders:2" },
  ),
  only("Fargate has no classic load balancer", { launchType: "FARGATE" }, ["loadBalancers[].elbName"], {
    source: api("ecs", "LoadBalancer"),
  })({ ...ofTask, ...network, launchType: "FARGATE" }, balancer(), {
    loadBalancers: [{ containerName: "web", containerPort: 80, elbName: "classic" }],
  }),
  {
    at: "orderedPlacementStrategies[]",
    fact: "random has no field",
    when: { type: "random" },
    excluded: ["field"],
    source: api("ecs", "PlacementStrategy"),
    good: { type: "random" },
    bad: { type: "random", field: "memory" },
  },
  together(
    "a load balancer sends to a container of the task, and to a port of it",
    { join: "balancedContainers", ...ofDefinition, source: api("ecs", "LoadBalancer") },
    ofTask,
    balancer(),
    balancer("web", 8_080),
  ),
  together(
    "a role is for load balancers",
    { if: { required: ["iamRole"] }, then: { required: ["loadBalancers"] } },
    { ...ofTask, iamRole: "arn:aws:iam::111122223333:role/r" },
    { loadBalancers: [{ containerName: "web", containerPort: 80, elbName: "classic" }] },
    {},
  ),
];

const set = { cluster: "c", service: "orders", taskDefinition: "orders:1" };
const set80 = (containerName: string) => ({ loadBalancers: [{ containerName, containerPort: 80, targetGroupArn }] });

/** How services and task sets are deployed. */
export const containerDeployments: readonly TypeRows[] = [
  { type: "aws:ecs/service:Service", source: api("ecs", "CreateService"), rows },
  {
    type: "aws:ecs/taskSet:TaskSet",
    source: api("ecs", "CreateTaskSet"),
    rows: [
      only("a platform version is for Fargate", { launchType: ["EC2", "EXTERNAL"] }, ["platformVersion"])(
        { ...set, launchType: "EC2" },
        {},
        { platformVersion: "1.4.0" },
      ),
      together(
        "a load balancer sends to a container of the task, and to a port of it",
        { join: "balancedContainers", ...ofDefinition },
        set,
        set80("web"),
        set80("app"),
      ),
    ],
  },
  {
    type: "aws:ecs/capacityProvider:CapacityProvider",
    source: api("ecs", "AutoScalingGroupProvider"),
    rows: [
      {
        at: "autoScalingGroupProvider",
        fact: "instances that are kept from termination are of a group with protectFromScaleIn",
        when: { managedTerminationProtection: "ENABLED" },
        properties: {
          autoScalingGroupArn: {
            refersTo: {
              type: "aws:autoscaling/group:Group",
              fits: { required: ["protectFromScaleIn"], properties: { protectFromScaleIn: { const: true } } },
            },
          },
        },
        beside: {
          group: { type: "aws:autoscaling/group:Group", properties: { arn: groupArn, minSize: 1, maxSize: 2 } },
        },
        good: {
          autoScalingGroupArn: groupArn,
          managedTerminationProtection: "DISABLED",
          managedScaling: { status: "ENABLED" },
        },
        bad: {
          autoScalingGroupArn: groupArn,
          managedTerminationProtection: "ENABLED",
          managedScaling: { status: "ENABLED" },
        },
      },
    ],
  },
];
