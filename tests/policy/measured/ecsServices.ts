import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const service = ofType("aws:ecs/service:Service", { name: "web", cluster: "c", taskDefinition: "web:1" });
const cluster = ofType("aws:ecs/cluster:Cluster");
const providers = ofType("aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", { clusterName: "c" });
const provider = ofType("aws:ecs/capacityProvider:CapacityProvider");
const group = {
  autoScalingGroupArn: "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/g",
};

const onFargate = { launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-1"] } };
const spread = (beside: Arguments = {}) => ({ capacityProvider: "FARGATE", weight: 1, ...beside });
const spot = (beside: Arguments = {}) => ({ capacityProvider: "FARGATE_SPOT", weight: 1, ...beside });
const balanced = { containerName: "web", containerPort: 80 };
const targetGroupArn = "arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/73e2d6bc24d8a067";
const commands = (executeCommandConfiguration: Arguments) => ({
  name: "c",
  configuration: { executeCommandConfiguration },
});
const logConfiguration = { cloudWatchLogGroupName: "g" };

export const ecsServices: FactsByName = {
  "ecs-cluster-default-strategy-multiple-base": providers(
    "one provider has a base",
    {
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [spread({ base: 1 }), spot({ base: 1 })],
    },
    {
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
      defaultCapacityProviderStrategies: [spread({ base: 1 }), spot()],
    },
  ),
  "ecs-cluster-default-strategy-provider-not-listed": providers(
    "a strategy is of the cluster's providers",
    { capacityProviders: ["FARGATE"], defaultCapacityProviderStrategies: [spot()] },
    { capacityProviders: ["FARGATE"], defaultCapacityProviderStrategies: [spread()] },
  ),
  "ecs-cluster-execute-command-default-with-log-config": cluster(
    "logs of commands are one's own where they are set up",
    commands({ logging: "DEFAULT", logConfiguration }),
    commands({ logging: "OVERRIDE", logConfiguration }),
  ),
  "ecs-cluster-execute-command-override-without-log-config": cluster(
    "logs of commands go somewhere",
    commands({ logging: "OVERRIDE" }),
    commands({ logging: "OVERRIDE", logConfiguration }),
  ),
  "ecs-cluster-name": cluster("the name of a cluster has no space", { name: "my shop" }, { name: "my-shop" }),
  "ecs-cp-name-reserved-prefix": provider(
    "the name of a provider is not AWS's",
    { name: "ecs-own", autoScalingGroupProvider: group },
    { name: "own-ecs", autoScalingGroupProvider: group },
  ),
  "ecs-cp-scaling-step-order": provider(
    "the least step is no larger than the most",
    {
      name: "own",
      autoScalingGroupProvider: {
        ...group,
        managedScaling: { status: "ENABLED", minimumScalingStepSize: 10, maximumScalingStepSize: 5 },
      },
    },
    {
      name: "own",
      autoScalingGroupProvider: {
        ...group,
        managedScaling: { status: "ENABLED", minimumScalingStepSize: 5, maximumScalingStepSize: 10 },
      },
    },
  ),
  "ecs-service-fargate-placement": service(
    "Fargate is not placed",
    { ...onFargate, orderedPlacementStrategies: [{ type: "spread", field: "instanceId" }] },
    { launchType: "EC2", orderedPlacementStrategies: [{ type: "spread", field: "instanceId" }] },
  ),
  "ecs-service-launch-type-capacity-provider": service(
    "a service has a launch type or a strategy",
    { ...onFargate, capacityProviderStrategies: [spread()] },
    onFargate,
  ),
  "ecs-service-lb-target-exclusive": service(
    "a load balancer is of one kind",
    { launchType: "EC2", loadBalancers: [{ ...balanced, targetGroupArn, elbName: "classic" }] },
    { launchType: "EC2", loadBalancers: [{ ...balanced, targetGroupArn }] },
  ),
  "ecs-service-name": ofType("aws:ecs/service:Service", { cluster: "c", taskDefinition: "web:1", launchType: "EC2" })(
    "the name of a service has no space",
    { name: "my web" },
    { name: "my-web" },
  ),
  "ecs-service-platform-version-ec2": service(
    "a platform is Fargate's",
    { launchType: "EC2", platformVersion: "1.4.0" },
    { ...onFargate, platformVersion: "1.4.0" },
  ),
  "ecs-svc-binpack-field": service(
    "tasks are packed by CPU or memory",
    { launchType: "EC2", orderedPlacementStrategies: [{ type: "binpack", field: "instanceId" }] },
    { launchType: "EC2", orderedPlacementStrategies: [{ type: "binpack", field: "memory" }] },
  ),
  "ecs-svc-capacity-provider-multiple-base": service(
    "one provider of a service has a base",
    { capacityProviderStrategies: [spread({ base: 1 }), spot({ base: 1 })] },
    { capacityProviderStrategies: [spread({ base: 1 }), spot()] },
  ),
  "ecs-svc-capacity-provider-zero-weight": service(
    "a provider has some weight",
    { capacityProviderStrategies: [spread({ weight: 0 }), spot({ weight: 0 })] },
    { capacityProviderStrategies: [spread({ weight: 0 }), spot()] },
  ),
  "ecs-svc-circuit-breaker-with-code-deploy": service(
    "ECS alone rolls back by itself",
    {
      ...onFargate,
      deploymentController: { type: "CODE_DEPLOY" },
      loadBalancers: [{ ...balanced, targetGroupArn }],
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
    {
      ...onFargate,
      deploymentController: { type: "ECS" },
      loadBalancers: [{ ...balanced, targetGroupArn }],
      deploymentCircuitBreaker: { enable: true, rollback: true },
    },
  ),
  "ecs-svc-placement-constraint-distinct-instance-expression": service(
    "instances that differ need no expression",
    { launchType: "EC2", placementConstraints: [{ type: "distinctInstance", expression: "attribute:a == b" }] },
    { launchType: "EC2", placementConstraints: [{ type: "distinctInstance" }] },
  ),
  "ecs-svc-placement-strategies-max6": service(
    "a service has 5 strategies at most",
    {
      launchType: "EC2",
      orderedPlacementStrategies: many(6, (index) => ({ type: "spread", field: `attribute:a${index}` })),
    },
    {
      launchType: "EC2",
      orderedPlacementStrategies: many(5, (index) => ({ type: "spread", field: `attribute:a${index}` })),
    },
  ),
};
