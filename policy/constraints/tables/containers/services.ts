import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, only, together } from "../together";

const service = { name: "orders", cluster: "c", taskDefinition: "orders:1" };
const network = { networkConfiguration: { subnets: ["subnet-1"], securityGroups: ["sg-1"] } };
const strategy = { capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }] };
const balancer = { containerName: "app", containerPort: 80 };

const services: readonly Row[] = [
  like(
    "name",
    "a service has 1 to 255 letters, digits, hyphens and underscores",
    "^[A-Za-z0-9_-]{1,255}$",
    "orders",
    "orders.web",
  ),
  together(
    "a service has a launch type or capacity providers",
    { atMostOne: ["launchType", "capacityProviderStrategies"] },
    { ...service, ...network },
    { launchType: "FARGATE" },
    { launchType: "FARGATE", ...strategy },
  ),
  together(
    "a service on Fargate, or one that CodeDeploy or another controller deploys, is no DAEMON",
    {
      if: {
        anyOf: [
          { required: ["launchType"], properties: { launchType: { const: "FARGATE" } } },
          {
            required: ["deploymentController.type"],
            properties: { "deploymentController.type": { enum: ["CODE_DEPLOY", "EXTERNAL"] } },
          },
        ],
      },
      then: { properties: { schedulingStrategy: { const: "REPLICA" } } },
    },
    { ...service, ...network, launchType: "FARGATE" },
    { schedulingStrategy: "REPLICA" },
    { schedulingStrategy: "DAEMON" },
  ),
  only("a service on Fargate is not placed", { launchType: "FARGATE" }, [
    "orderedPlacementStrategies",
    "placementConstraints",
  ])(
    { ...service, ...network, launchType: "FARGATE" },
    {},
    { orderedPlacementStrategies: [{ type: "spread", field: "instanceId" }] },
  ),
  together(
    "a service on Fargate has a networkConfiguration",
    { when: { launchType: "FARGATE" }, required: ["networkConfiguration"] },
    { ...service, launchType: "FARGATE" },
    network,
    {},
  ),
  only("a DAEMON is not placed by a strategy", { schedulingStrategy: "DAEMON" }, ["orderedPlacementStrategies"])(
    { ...service, schedulingStrategy: "DAEMON", launchType: "EC2" },
    {},
    { orderedPlacementStrategies: [{ type: "spread", field: "instanceId" }] },
  ),
  only("a platform version is for Fargate", { launchType: ["EC2", "EXTERNAL"] }, ["platformVersion"])(
    { ...service, launchType: "EC2" },
    {},
    { platformVersion: "1.4.0" },
  ),
  only("a public address of a task is for Fargate", { launchType: "EC2" }, ["networkConfiguration.assignPublicIp"], {
    source: api("ecs", "AwsVpcConfiguration"),
  })({ ...service, launchType: "EC2" }, network, {
    networkConfiguration: { subnets: ["subnet-1"], assignPublicIp: true },
  }),
  {
    at: "networkConfiguration.subnets",
    maxItems: 16,
    source: api("ecs", "AwsVpcConfiguration"),
    good: ["subnet-1"],
    bad: Array.from({ length: 17 }, (_, index) => `subnet-${index}`),
  },
  {
    at: "networkConfiguration.securityGroups",
    maxItems: 5,
    source: api("ecs", "AwsVpcConfiguration"),
    good: ["sg-1"],
    bad: Array.from({ length: 6 }, (_, index) => `sg-${index}`),
  },
  {
    at: "loadBalancers[]",
    fact: "a load balancer is named by targetGroupArn or elbName",
    requiredXor: ["targetGroupArn", "elbName"],
    source: api("ecs", "LoadBalancer"),
    good: { ...balancer, targetGroupArn: "arn:tg" },
    bad: { ...balancer, targetGroupArn: "arn:tg", elbName: "orders" },
  },
  {
    at: "placementConstraints",
    maxItems: 10,
    good: [{ type: "distinctInstance" }],
    bad: Array.from({ length: 11 }, () => ({ type: "memberOf", expression: "a" })),
  },
  {
    at: "placementConstraints[]",
    fact: "distinctInstance has no expression",
    when: { type: "distinctInstance" },
    excluded: ["expression"],
    source: api("ecs", "PlacementConstraint"),
    good: { type: "distinctInstance" },
    bad: { type: "distinctInstance", expression: "attribute:a == b" },
  },
  {
    at: "placementConstraints[]",
    fact: "memberOf has an expression",
    when: { type: "memberOf" },
    required: ["expression"],
    source: api("ecs", "PlacementConstraint"),
    good: { type: "memberOf", expression: "attribute:a == b" },
    bad: { type: "memberOf" },
  },
  {
    at: "orderedPlacementStrategies",
    maxItems: 5,
    good: [{ type: "random" }],
    bad: Array.from({ length: 6 }, () => ({ type: "spread", field: "instanceId" })),
  },
  {
    at: "orderedPlacementStrategies[].type",
    enum: ["random", "spread", "binpack"],
    source: api("ecs", "PlacementStrategy"),
    good: "spread",
    bad: "pack",
  },
  {
    at: "orderedPlacementStrategies[]",
    fact: "binpack has the field cpu or memory",
    when: { type: "binpack" },
    required: ["field"],
    properties: { field: { enum: ["cpu", "memory", "CPU", "MEMORY"] } },
    source: api("ecs", "PlacementStrategy"),
    good: { type: "binpack", field: "memory" },
    bad: { type: "binpack", field: "instanceId" },
  },
  {
    at: "capacityProviderStrategies",
    fact: "one capacity provider of a strategy has a base",
    contains: { required: ["base"], properties: { base: { minimum: 1 } } },
    minContains: 0,
    maxContains: 1,
    source: api("ecs", "CapacityProviderStrategyItem"),
    good: [
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
      { capacityProvider: "FARGATE_SPOT", weight: 1 },
    ],
    bad: [
      { capacityProvider: "FARGATE", base: 1, weight: 1 },
      { capacityProvider: "FARGATE_SPOT", base: 1, weight: 1 },
    ],
  },
  {
    at: "capacityProviderStrategies",
    maxItems: 20,
    good: [{ capacityProvider: "a", weight: 1 }],
    bad: Array.from({ length: 21 }, (_, index) => ({ capacityProvider: `a${index}`, weight: 1 })),
  },
  only(
    "a circuit breaker is of deployments by ECS itself",
    { "deploymentController.type": ["CODE_DEPLOY", "EXTERNAL"] },
    ["deploymentCircuitBreaker"],
    { source: api("ecs", "DeploymentCircuitBreaker") },
  )(
    { ...service, deploymentController: { type: "CODE_DEPLOY" } },
    {},
    { deploymentCircuitBreaker: { enable: true, rollback: true } },
  ),
  together(
    "zones are balanced again for replicas only",
    { when: { availabilityZoneRebalancing: "ENABLED" }, properties: { schedulingStrategy: { const: "REPLICA" } } },
    { ...service, availabilityZoneRebalancing: "ENABLED" },
    { schedulingStrategy: "REPLICA" },
    { schedulingStrategy: "DAEMON" },
  ),
  together(
    "a task of its own network interface has no role for load balancers",
    { if: { required: ["networkConfiguration"] }, then: { excluded: ["iamRole"] } },
    { ...service, ...network },
    {},
    { iamRole: "arn:aws:iam::111122223333:role/r" },
  ),
];

/** Services of ECS. */
export const containerServices: readonly TypeRows[] = [
  { type: "aws:ecs/service:Service", source: api("ecs", "CreateService"), rows: services },
];
