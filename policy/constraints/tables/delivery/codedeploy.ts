import { type TypeRows } from "../../schema";
import { apart, at, bars, needs, says, takes } from "../given";
import { api, page } from "../pages";

const style = (deploymentOption: string, deploymentType: string) => ({
  deploymentStyle: { deploymentOption, deploymentType },
});
const pair = "loadBalancerInfo.targetGroupPairInfo";
const routing = "trafficRoutingConfig";

/** CodeDeploy. */
export const codedeploy: readonly TypeRows[] = [
  {
    type: "aws:codedeploy/deploymentGroup:DeploymentGroup",
    source: api("codedeploy", "CreateDeploymentGroup"),
    rows: [
      needs(
        "control of traffic in place takes a load balancer",
        { "deploymentStyle.deploymentOption": "WITH_TRAFFIC_CONTROL", "deploymentStyle.deploymentType": "IN_PLACE" },
        { loadBalancerInfo: { targetGroupInfos: [{ name: "g" }] } },
        { source: api("codedeploy", "LoadBalancerInfo") },
      ),
      takes(
        "a service of ECS has a load balancer",
        { ecsService: { clusterName: "c", serviceName: "s" } },
        { loadBalancerInfo: { targetGroupPairInfo: { targetGroups: [{ name: "g" }] } } },
        { source: page("codedeploy/latest/userguide/deployment-groups-create-ecs") },
      ),
      apart(
        "filters of tags are a list or sets",
        { ec2TagFilters: [{ type: "KEY_ONLY", key: "a" }] },
        { ec2TagSets: [{ ec2TagFilters: [] }] },
      ),
      says(
        "a service of ECS is deployed blue and green, with control of traffic",
        {
          if: { required: ["ecsService"] },
          then: {
            required: ["deploymentStyle"],
            properties: {
              deploymentStyle: {
                properties: {
                  deploymentOption: { const: "WITH_TRAFFIC_CONTROL" },
                  deploymentType: { const: "BLUE_GREEN" },
                },
                required: ["deploymentOption", "deploymentType"],
              },
            },
          },
          source: page("codedeploy/latest/userguide/deployment-groups-create-ecs"),
        },
        { "ecsService.clusterName": "c", ...style("WITH_TRAFFIC_CONTROL", "BLUE_GREEN") },
        { "ecsService.clusterName": "c", ...style("WITHOUT_TRAFFIC_CONTROL", "IN_PLACE") },
      ),
      at(
        "alarmConfiguration.alarms",
        "a group has up to 10 alarms",
        { maxItems: 10, source: api("codedeploy", "AlarmConfiguration") },
        ["a"],
        Array.from({ length: 11 }, (_, n) => `a${n}`),
      ),
      at(
        "alarmConfiguration",
        "alarms that are on are named",
        { when: { enabled: true }, required: ["alarms[]"], source: api("codedeploy", "AlarmConfiguration") },
        { enabled: true, alarms: ["a"] },
        { enabled: true },
      ),
      at(
        "autoRollbackConfiguration",
        "a rollback that is on has its events",
        { when: { enabled: true }, required: ["events[]"], source: api("codedeploy", "AutoRollbackConfiguration") },
        { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
        { enabled: true },
      ),
      at(
        "autoRollbackConfiguration.events[]",
        "a rollback comes of a failure, an alarm or a request",
        {
          enum: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
          source: api("codedeploy", "AutoRollbackConfiguration"),
        },
        "DEPLOYMENT_FAILURE",
        "FAILURE",
      ),
      at(
        "blueGreenDeploymentConfig.terminateBlueInstancesOnDeploymentSuccess.terminationWaitTimeInMinutes",
        "instances wait up to 2,880 minutes",
        { maximum: 2_880, source: api("codedeploy", "BlueInstanceTerminationOption") },
        2_880,
        2_881,
      ),
      at(
        `${pair}.targetGroups`,
        "a pair has one or two groups",
        { minItems: 1, maxItems: 2, source: api("codedeploy", "TargetGroupPairInfo") },
        [{ name: "a" }, { name: "b" }],
        [{ name: "a" }, { name: "b" }, { name: "c" }],
      ),
      at(
        `${pair}.prodTrafficRoute.listenerArns`,
        "a route has one listener",
        { maxItems: 1, source: api("codedeploy", "TrafficRoute") },
        ["arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/a/1/2"],
        ["a", "b"],
      ),
      at(
        "loadBalancerInfo.elbInfos",
        "a group has up to 10 load balancers",
        { maxItems: 10, source: api("codedeploy", "LoadBalancerInfo") },
        [{ name: "a" }],
        Array.from({ length: 11 }, (_, n) => ({ name: `a${n}` })),
      ),
      at(
        "loadBalancerInfo.targetGroupInfos",
        "a group has up to 10 groups of targets",
        { maxItems: 10, source: api("codedeploy", "LoadBalancerInfo") },
        [{ name: "a" }],
        Array.from({ length: 11 }, (_, n) => ({ name: `a${n}` })),
      ),
      at(
        "triggerConfigurations",
        "triggers have different names",
        { uniqueKeys: ["triggerName"], source: api("codedeploy", "TriggerConfig") },
        [{ triggerName: "a" }],
        [{ triggerName: "a" }, { triggerName: "a", triggerTargetArn: "t" }],
      ),
      at(
        "triggerConfigurations",
        "a group has up to 10 triggers",
        { maxItems: 10, source: page("codedeploy/latest/userguide/limits") },
        [{ triggerName: "a" }],
        Array.from({ length: 11 }, (_, n) => ({ triggerName: `a${n}` })),
      ),
      at(
        "autoscalingGroups",
        "a group has up to 10 Auto Scaling groups",
        { maxItems: 10, source: page("codedeploy/latest/userguide/limits") },
        ["a"],
        Array.from({ length: 11 }, (_, n) => `a${n}`),
      ),
      at(
        "ec2TagSets",
        "a group has up to three sets of tags",
        { maxItems: 3, source: page("codedeploy/latest/userguide/instances-tagging") },
        [{ ec2TagFilters: [] }],
        Array.from({ length: 4 }, () => ({ ec2TagFilters: [] })),
      ),
    ],
  },
  {
    type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
    source: api("codedeploy", "CreateDeploymentConfig"),
    rows: [
      at(
        "deploymentConfigName",
        "names that begin with CodeDeployDefault. are CodeDeploy's own",
        { not: { pattern: "^CodeDeployDefault\\." } },
        "orders",
        "CodeDeployDefault.Orders",
      ),
      bars(
        "functions and ECS have no healthy hosts",
        { computePlatform: ["Lambda", "ECS"] },
        { minimumHealthyHosts: { type: "HOST_COUNT", value: 1 } },
      ),
      bars("servers have no routing of traffic", { computePlatform: "Server" }, { [routing]: { type: "AllAtOnce" } }),
      needs(
        "servers have healthy hosts",
        { computePlatform: "Server" },
        { minimumHealthyHosts: { type: "HOST_COUNT", value: 1 } },
      ),
      bars(
        "zones are of servers",
        { computePlatform: ["Lambda", "ECS"] },
        { zonalConfig: { monitorDurationInSeconds: 1 } },
        { source: api("codedeploy", "ZonalConfig") },
      ),
      at(
        routing,
        "a canary has its interval and percentage",
        {
          when: { type: "TimeBasedCanary" },
          required: ["timeBasedCanary"],
          excluded: ["timeBasedLinear"],
          source: api("codedeploy", "TrafficRoutingConfig"),
        },
        { type: "TimeBasedCanary", timeBasedCanary: { interval: 5, percentage: 10 } },
        { type: "TimeBasedCanary", timeBasedLinear: { interval: 5, percentage: 10 } },
      ),
      at(
        routing,
        "a linear shift has its interval and percentage",
        {
          when: { type: "TimeBasedLinear" },
          required: ["timeBasedLinear"],
          excluded: ["timeBasedCanary"],
          source: api("codedeploy", "TrafficRoutingConfig"),
        },
        { type: "TimeBasedLinear", timeBasedLinear: { interval: 5, percentage: 10 } },
        { type: "TimeBasedLinear", timeBasedCanary: { interval: 5, percentage: 10 } },
      ),
      at(
        "minimumHealthyHosts.type",
        "hosts are counted or a percentage",
        { enum: ["HOST_COUNT", "FLEET_PERCENT"], source: api("codedeploy", "MinimumHealthyHosts") },
        "HOST_COUNT",
        "MOST_CONCURRENCY",
      ),
      at(
        "minimumHealthyHosts",
        "a percentage is up to 100",
        {
          when: { type: "FLEET_PERCENT" },
          properties: { value: { minimum: 0, maximum: 100 } },
          source: api("codedeploy", "MinimumHealthyHosts"),
        },
        { type: "FLEET_PERCENT", value: 95 },
        { type: "FLEET_PERCENT", value: 101 },
      ),
    ],
  },
];
