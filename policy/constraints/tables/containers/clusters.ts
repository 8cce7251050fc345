import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { among, like, needs, only, together } from "../together";

const group = {
  autoScalingGroupArn: "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:1:autoScalingGroupName/g",
};
const managed = {
  infrastructureRoleArn: "arn:aws:iam::111122223333:role/r",
  instanceLaunchTemplate: {
    ec2InstanceProfileArn: "arn:aws:iam::111122223333:instance-profile/p",
    networkConfiguration: { subnets: ["subnet-1"] },
    storageConfiguration: { storageSizeGib: 30 },
  },
};
const logging = (value: object) => ({ configuration: { executeCommandConfiguration: value } });

/** Clusters of ECS and where their capacity comes from. */
export const containerClusters: readonly TypeRows[] = [
  {
    type: "aws:ecs/cluster:Cluster",
    source: api("ecs", "CreateCluster"),
    rows: [
      like(
        "name",
        "a cluster has 1 to 255 letters, digits, hyphens and underscores",
        "^[A-Za-z0-9_-]{1,255}$",
        "orders",
        "orders.eu",
      ),
      needs(
        "logging to a place of one's own says where",
        { "configuration.executeCommandConfiguration.logging": "OVERRIDE" },
        ["configuration.executeCommandConfiguration.logConfiguration"],
        { source: api("ecs", "ExecuteCommandConfiguration") },
      )(
        { name: "orders" },
        logging({ logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: "g" } }),
        logging({ logging: "OVERRIDE" }),
      ),
      only(
        "a place for logs is of the logging OVERRIDE",
        { "configuration.executeCommandConfiguration.logging": ["NONE", "DEFAULT"] },
        ["configuration.executeCommandConfiguration.logConfiguration"],
        { source: api("ecs", "ExecuteCommandConfiguration") },
      )(
        { name: "orders" },
        logging({ logging: "DEFAULT" }),
        logging({ logging: "DEFAULT", logConfiguration: { cloudWatchLogGroupName: "g" } }),
      ),
      among("settings[].value", ["enabled", "disabled", "enhanced"], "on", { source: api("ecs", "ClusterSetting") }),
    ],
  },
  {
    type: "aws:ecs/capacityProvider:CapacityProvider",
    source: api("ecs", "CreateCapacityProvider"),
    rows: [
      {
        at: "name",
        fact: "the name of a capacity provider does not begin with aws, ecs or fargate",
        not: { pattern: "^([aA][wW][sS]|[eE][cC][sS]|[fF][aA][rR][gG][aA][tT][eE])" },
        good: "orders",
        bad: "fargate-orders",
      },
      together(
        "capacity comes from a group or from managed instances",
        { requiredXor: ["autoScalingGroupProvider", "managedInstancesProvider"] },
        { name: "orders" },
        { autoScalingGroupProvider: group },
        { autoScalingGroupProvider: group, managedInstancesProvider: managed, cluster: "c" },
      ),
      together(
        "managed instances are of a cluster",
        { if: { required: ["managedInstancesProvider"] }, then: { required: ["cluster"] } },
        { name: "orders", managedInstancesProvider: managed },
        { cluster: "c" },
        {},
      ),
      {
        at: "autoScalingGroupProvider",
        fact: "instances are protected from termination under managed scaling",
        when: { managedTerminationProtection: "ENABLED" },
        required: ["managedScaling"],
        properties: { "managedScaling.status": { const: "ENABLED" } },
        good: { ...group, managedTerminationProtection: "ENABLED", managedScaling: { status: "ENABLED" } },
        bad: { ...group, managedTerminationProtection: "ENABLED", managedScaling: { status: "DISABLED" } },
      },
      {
        at: "autoScalingGroupProvider.managedScaling",
        fact: "minimumScalingStepSize is not above maximumScalingStepSize",
        ordered: [["minimumScalingStepSize", "<=", "maximumScalingStepSize"]],
        source: api("ecs", "ManagedScaling"),
        good: { minimumScalingStepSize: 1, maximumScalingStepSize: 10 },
        bad: { minimumScalingStepSize: 11, maximumScalingStepSize: 10 },
      },
    ],
  },
  {
    type: "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
    source: api("ecs", "PutClusterCapacityProviders"),
    rows: [
      together(
        "a default strategy has capacity providers of the cluster",
        { memberOf: [["defaultCapacityProviderStrategies[].capacityProvider", "capacityProviders[]"]] },
        { clusterName: "c", capacityProviders: ["FARGATE"] },
        { defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }] },
        { defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] },
      ),
      {
        at: "defaultCapacityProviderStrategies",
        fact: "one capacity provider of a strategy has a base",
        contains: { required: ["base"], properties: { base: { minimum: 1 } } },
        minContains: 0,
        maxContains: 1,
        source: api("ecs", "CapacityProviderStrategyItem"),
        good: [{ capacityProvider: "FARGATE", base: 1 }],
        bad: [
          { capacityProvider: "FARGATE", base: 1 },
          { capacityProvider: "FARGATE_SPOT", base: 1 },
        ],
      },
    ],
  },
];
