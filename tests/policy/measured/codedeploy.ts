import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";
import { beside } from "./on";

type Arguments = Record<string, unknown>;

const config = ofType("aws:codedeploy/deploymentConfig:DeploymentConfig", { deploymentConfigName: "orders" });
const hosts = (value: number, type = "FLEET_PERCENT") => ({ minimumHealthyHosts: { type, value } });
const server = { computePlatform: "Server", ...hosts(75) };
const routing = (type: string, more: Arguments = {}) => ({
  computePlatform: "Lambda",
  trafficRoutingConfig: { type, ...more },
});
const canary = (percentage: number, interval: number) =>
  routing("TimeBasedCanary", { timeBasedCanary: { interval, percentage } });
const linear = (percentage: number, interval: number) =>
  routing("TimeBasedLinear", { timeBasedLinear: { interval, percentage } });
const groupType = "aws:codedeploy/deploymentGroup:DeploymentGroup";
const base = { appName: "app", deploymentGroupName: "orders", serviceRoleArn: "arn:aws:iam::111122223333:role/r" };
const group = ofType(groupType, base);
const style = (deploymentOption: string, deploymentType: string) => ({
  deploymentStyle: { deploymentOption, deploymentType },
});
const targets = (name = "t") => ({ loadBalancerInfo: { targetGroupInfos: [{ name }] } });
const green = (more: Arguments = {}) => ({
  ...style("WITH_TRAFFIC_CONTROL", "BLUE_GREEN"),
  ...targets(),
  blueGreenDeploymentConfig: {
    deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" },
    terminateBlueInstancesOnDeploymentSuccess: { action: "KEEP_ALIVE" },
    ...more,
  },
});
const app = (computePlatform: string): Made => [
  "aws:codedeploy/application:Application",
  "app",
  { name: "app", computePlatform },
];
const of = (more: Arguments): Made => [groupType, "subject", { ...base, ...more }];
const filter = { type: "KEY_ONLY", key: "a" };
const ecs = {
  ...style("WITH_TRAFFIC_CONTROL", "BLUE_GREEN"),
  ecsService: { clusterName: "c", serviceName: "s" },
  loadBalancerInfo: {
    targetGroupPairInfo: { prodTrafficRoute: { listenerArns: ["l"] }, targetGroups: [{ name: "a" }, { name: "b" }] },
  },
  blueGreenDeploymentConfig: green().blueGreenDeploymentConfig,
};
const traffic = style("WITH_TRAFFIC_CONTROL", "BLUE_GREEN");
const topic = (name: string, region = "eu-west-1") => `arn:aws:sns:${region}:111122223333:${name}`;
const triggers = (...all: readonly (readonly [name: string, arn: string])[]) => ({
  triggerConfigurations: all.map(([triggerName, triggerTargetArn]) => ({
    triggerName,
    triggerTargetArn,
    triggerEvents: ["DeploymentFailure"],
  })),
});
const made = (computePlatform: string, more: Arguments): Made => [
  "aws:codedeploy/deploymentConfig:DeploymentConfig",
  computePlatform,
  { deploymentConfigName: computePlatform, computePlatform, ...more },
];

export const codedeploy: FactsByName = {
  "codedeploy-app-compute-platform-value": ofType("aws:codedeploy/application:Application", { name: "app" })(
    "a platform is known",
    { computePlatform: "EC2" },
    { computePlatform: "ECS" },
  ),
  "codedeploy-config-fleet-percent-range": config(
    "some hosts are not healthy",
    { computePlatform: "Server", ...hosts(100) },
    { computePlatform: "Server", ...hosts(99) },
  ),
  "codedeploy-config-lambda-forbids-minimum-healthy-hosts": config(
    "functions have no hosts",
    { ...canary(10, 5), ...hosts(75) },
    canary(10, 5),
  ),
  "codedeploy-config-lambda-requires-traffic-routing": config(
    "traffic goes somewhere",
    { computePlatform: "Lambda" },
    canary(10, 5),
  ),
  "codedeploy-config-name-reserved-prefix": config(
    "a name of one's own",
    { ...server, deploymentConfigName: "CodeDeployDefault.Mine" },
    server,
  ),
  "codedeploy-config-server-forbids-traffic-routing": config(
    "servers have no routing",
    { ...server, trafficRoutingConfig: { type: "AllAtOnce" } },
    server,
  ),
  "codedeploy-config-server-requires-minimum-healthy-hosts": config(
    "servers are healthy",
    { computePlatform: "Server" },
    server,
  ),
  "codedeploy-config-traffic-routing-block-matches-type": config(
    "a canary is a canary",
    routing("TimeBasedCanary", { timeBasedLinear: { interval: 5, percentage: 10 } }),
    canary(10, 5),
  ),
  "codedeploy-config-traffic-routing-percentage-range": config("a part of it", canary(100, 5), canary(99, 5)),
  "codedeploy-config-traffic-shift-interval-max": config("two days", linear(1, 60), linear(10, 60)),
  "codedeploy-config-zonal-minimum-healthy-per-zone-range": config(
    "some hosts of a zone",
    { ...server, zonalConfig: { minimumHealthyHostsPerZone: { type: "FLEET_PERCENT", value: 100 } } },
    { ...server, zonalConfig: { minimumHealthyHostsPerZone: { type: "FLEET_PERCENT", value: 99 } } },
  ),
  "codedeploy-config-zonal-server-only": config(
    "zones are of servers",
    { ...canary(10, 5), zonalConfig: { monitorDurationInSeconds: 1 } },
    { ...server, zonalConfig: { monitorDurationInSeconds: 1 } },
  ),
  "codedeploy-dg-alarm-configuration-enabled-requires-alarms": group(
    "alarms are named",
    { alarmConfiguration: { enabled: true } },
    { alarmConfiguration: { enabled: true, alarms: ["a"] } },
  ),
  "codedeploy-dg-autorollback-enabled-requires-events": group(
    "events are named",
    { autoRollbackConfiguration: { enabled: true } },
    { autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] } },
  ),
  "codedeploy-dg-blue-green-config-required-members": group(
    "green is ready",
    green({ deploymentReadyOption: undefined }),
    green(),
  ),
  "codedeploy-dg-bluegreen-requires-traffic-control": group(
    "green has traffic",
    { ...green(), ...style("WITHOUT_TRAFFIC_CONTROL", "BLUE_GREEN") },
    green(),
  ),
  "codedeploy-dg-copy-asg-requires-asg": group(
    "a group is copied",
    green({ greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" } }),
    { ...green({ greenFleetProvisioningOption: { action: "COPY_AUTO_SCALING_GROUP" } }), autoscalingGroups: ["g"] },
  ),
  "codedeploy-dg-deployment-config-platform-match": beside(
    [
      app("Lambda"),
      made("ECS", { trafficRoutingConfig: { type: "AllAtOnce" } }),
      made("Lambda", { trafficRoutingConfig: { type: "AllAtOnce" } }),
    ],
    "a configuration is of the platform",
    of({ ...traffic, deploymentConfigName: "ECS" }),
    of({ ...traffic, deploymentConfigName: "Lambda" }),
  ),
  "codedeploy-dg-deployment-ready-continue-no-wait-time": group(
    "what goes on does not wait",
    green({ deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT", waitTimeInMinutes: 5 } }),
    green(),
  ),
  "codedeploy-dg-deployment-ready-stop-requires-wait-time": group(
    "what stops waits",
    green({ deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT" } }),
    green({ deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 5 } }),
  ),
  "codedeploy-dg-ec2-filters-server-platform-only": beside(
    [app("Lambda")],
    "tags are of servers",
    of({ ...traffic, ec2TagFilters: [filter] }),
    of(traffic),
  ),
  "codedeploy-dg-ec2-tag-filters-xor-tag-set": group(
    "tags are told once",
    { ec2TagFilters: [filter], ec2TagSets: [{ ec2TagFilters: [filter] }] },
    { ec2TagFilters: [filter] },
  ),
  "codedeploy-dg-ecs-services-requires-ecs-platform": beside([app("Server")], "services are of ECS", of(ecs), of({})),
  "codedeploy-dg-lambda-forbids-blue-green-config": beside(
    [app("Lambda")],
    "functions have no blue",
    of({ ...traffic, blueGreenDeploymentConfig: green().blueGreenDeploymentConfig }),
    of(traffic),
  ),
  "codedeploy-dg-lambda-requires-blue-green-traffic-control": beside(
    [app("Lambda")],
    "functions have traffic",
    of(style("WITHOUT_TRAFFIC_CONTROL", "IN_PLACE")),
    of(traffic),
  ),
  "codedeploy-dg-tag-filter-type-value-consistency": group(
    "a key alone",
    { ec2TagFilters: [{ ...filter, value: "b" }] },
    { ec2TagFilters: [filter] },
  ),
  "codedeploy-dg-target-group-name-max-32": group(
    "a group has a name",
    { ...style("WITH_TRAFFIC_CONTROL", "IN_PLACE"), ...targets("t".repeat(33)) },
    { ...style("WITH_TRAFFIC_CONTROL", "IN_PLACE"), ...targets("t".repeat(32)) },
  ),
  "codedeploy-dg-termination-wait-max": group(
    "blue waits two days",
    green({ terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 2_881 } }),
    green({ terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 2_880 } }),
  ),
  "codedeploy-dg-traffic-control-requires-load-balancer": group(
    "traffic is balanced",
    style("WITH_TRAFFIC_CONTROL", "IN_PLACE"),
    { ...style("WITH_TRAFFIC_CONTROL", "IN_PLACE"), ...targets() },
  ),
  "codedeploy-dg-trigger-name-and-target-unique": group(
    "triggers differ",
    triggers(["a", topic("t")], ["b", topic("t")]),
    triggers(["a", topic("t")], ["b", topic("u")]),
  ),
  "codedeploy-dg-trigger-target-region": group(
    "a topic is near",
    triggers(["a", topic("t", "us-east-1")]),
    triggers(["a", topic("t")]),
  ),
  "codedeploy-dg-triggers-max-10": group(
    "ten triggers",
    triggers(...many(11, (index) => [`a${index}`, topic(`t${index}`)] as const)),
    triggers(...many(10, (index) => [`a${index}`, topic(`t${index}`)] as const)),
  ),
};
