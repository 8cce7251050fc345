import { type Row, type Schema, type TypeRows } from "../../schema";
import { at, bars, narrows, needs, says } from "../given";
import { api } from "../pages";

const on = (what: string) => ({ source: api("codedeploy", what) });
const routing = "trafficRoutingConfig";
const green = "blueGreenDeploymentConfig";
const option = "deploymentStyle.deploymentOption";
const style = "deploymentStyle.deploymentType";
const percent = (path: string) =>
  at(
    path,
    "a percentage of hosts is below 100",
    { when: { type: "FLEET_PERCENT" }, properties: { value: { maximum: 99 } }, ...on("MinimumHealthyHosts") },
    { type: "FLEET_PERCENT", value: 99 },
    { type: "FLEET_PERCENT", value: 100 },
  );

const configs: readonly Row[] = [
  percent("minimumHealthyHosts"),
  percent("zonalConfig.minimumHealthyHostsPerZone"),
  needs(
    "functions and ECS have a routing of traffic",
    { computePlatform: ["Lambda", "ECS"] },
    { [routing]: { type: "AllAtOnce" } },
  ),
  ...["timeBasedCanary", "timeBasedLinear"].flatMap((name) => [
    at(
      `${routing}.${name}.percentage`,
      "1 to 99 % of the traffic are shifted at once",
      { minimum: 1, maximum: 99, ...on("TrafficRoutingConfig") },
      99,
      100,
    ),
    at(
      `${routing}.${name}.interval`,
      "an interval is 1 to 2,880 minutes",
      { minimum: 1, maximum: 2_880, ...on("TrafficRoutingConfig") },
      2_880,
      2_881,
    ),
  ]),
  says(
    "traffic is shifted within two days",
    { join: "shiftTime", ...on("TimeBasedLinear") },
    { [`${routing}.timeBasedLinear`]: { interval: 60, percentage: 10 } },
    { [`${routing}.timeBasedLinear`]: { interval: 60, percentage: 1 } },
  ),
  bars(
    "traffic that is shifted at once has no canary",
    { [`${routing}.type`]: "AllAtOnce" },
    { [`${routing}.timeBasedCanary`]: { interval: 5, percentage: 10 } },
    on("TrafficRoutingConfig"),
  ),
];

const app = (computePlatform: string) => ({
  type: "aws:codedeploy/application:Application",
  properties: { name: computePlatform, computePlatform },
});
const beside = { Lambda: app("Lambda"), Server: app("Server"), ECS: app("ECS") };
const ofPlatform = (platforms: readonly string[]): Schema => ({
  refersTo: {
    type: app("").type,
    fits: { required: ["computePlatform"], properties: { computePlatform: { enum: platforms } } },
  },
});
const notOf = (platforms: readonly string[]): Schema => ({
  refersTo: { type: app("").type, fits: { properties: { computePlatform: { not: { enum: platforms } } } } },
});
/** What is of applications of some platforms alone. */
const alone = (fact: string, set: string, words: Schema, value: unknown, [good, bad]: readonly [string, string]): Row =>
  says(
    fact,
    { if: { required: [set] }, then: { properties: { appName: words } }, beside },
    { appName: good, [set]: value },
    { appName: bad, [set]: value },
  );
const filter = { type: "KEY_ONLY", key: "a" };
const ready = { actionOnTimeout: "CONTINUE_DEPLOYMENT" };
const ends = { action: "KEEP_ALIVE" };
const topic = (name: string, region = "eu-west-1") => `arn:aws:sns:${region}:111122223333:${name}`;
const trigger = (triggerName: string, triggerTargetArn: string) => ({ triggerName, triggerTargetArn });
const config = (computePlatform: string) => ({
  type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
  properties: { deploymentConfigName: `of${computePlatform}`, computePlatform },
});

const groups: readonly Row[] = [
  at(
    green,
    "blue and green say when green is ready, and what becomes of blue",
    {
      required: ["deploymentReadyOption", "terminateBlueInstancesOnDeploymentSuccess"],
      ...on("BlueGreenDeploymentConfiguration"),
    },
    { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: ends },
    { terminateBlueInstancesOnDeploymentSuccess: ends },
  ),
  narrows(
    "blue and green have control of traffic",
    { [style]: "BLUE_GREEN" },
    option,
    { const: "WITH_TRAFFIC_CONTROL" },
    ["WITH_TRAFFIC_CONTROL", "WITHOUT_TRAFFIC_CONTROL"],
    on("DeploymentStyle"),
  ),
  says(
    "an Auto Scaling group that is copied is one",
    {
      when: { [`${green}.greenFleetProvisioningOption.action`]: "COPY_AUTO_SCALING_GROUP" },
      required: ["autoscalingGroups[]"],
      properties: { autoscalingGroups: { maxItems: 1 } },
      ...on("GreenFleetProvisioningOption"),
    },
    { [`${green}.greenFleetProvisioningOption.action`]: "COPY_AUTO_SCALING_GROUP", autoscalingGroups: ["g"] },
    { [`${green}.greenFleetProvisioningOption.action`]: "COPY_AUTO_SCALING_GROUP" },
  ),
  at(
    `${green}.deploymentReadyOption`,
    "a deployment that goes on does not wait",
    {
      when: { actionOnTimeout: "CONTINUE_DEPLOYMENT" },
      properties: { waitTimeInMinutes: { maximum: 0 } },
      ...on("DeploymentReadyOption"),
    },
    ready,
    { ...ready, waitTimeInMinutes: 5 },
  ),
  at(
    `${green}.deploymentReadyOption`,
    "a deployment that stops waits before",
    {
      when: { actionOnTimeout: "STOP_DEPLOYMENT" },
      required: ["waitTimeInMinutes"],
      properties: { waitTimeInMinutes: { minimum: 1 } },
      ...on("DeploymentReadyOption"),
    },
    { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 5 },
    { actionOnTimeout: "STOP_DEPLOYMENT" },
  ),
  alone("filters of tags are of servers", "ec2TagFilters[]", notOf(["Lambda", "ECS"]), [filter], ["Server", "Lambda"]),
  alone(
    "sets of tags are of servers",
    "ec2TagSets[]",
    notOf(["Lambda", "ECS"]),
    [{ ec2TagFilters: [filter] }],
    ["Server", "Lambda"],
  ),
  alone(
    "a service of ECS is of an application of ECS",
    "ecsService",
    ofPlatform(["ECS"]),
    { clusterName: "c", serviceName: "s" },
    ["ECS", "Server"],
  ),
  alone(
    "functions have no blue and green to configure",
    green,
    notOf(["Lambda"]),
    { deploymentReadyOption: ready, terminateBlueInstancesOnDeploymentSuccess: ends },
    ["ECS", "Lambda"],
  ),
  says(
    "functions are deployed BLUE_GREEN, WITH_TRAFFIC_CONTROL",
    {
      if: {
        not: {
          required: [style, option],
          properties: { [style]: { const: "BLUE_GREEN" }, [option]: { const: "WITH_TRAFFIC_CONTROL" } },
        },
      },
      then: { properties: { appName: notOf(["Lambda"]) } },
      beside,
    },
    { appName: "Lambda", [style]: "BLUE_GREEN", [option]: "WITH_TRAFFIC_CONTROL" },
    { appName: "Lambda", [style]: "IN_PLACE", [option]: "WITHOUT_TRAFFIC_CONTROL" },
  ),
  says(
    "a configuration of deployments is of the platform of its application",
    { join: "configPlatform", beside: { ...beside, ofLambda: config("Lambda"), ofECS: config("ECS") } },
    { appName: "Lambda", deploymentConfigName: "ofLambda" },
    { appName: "Lambda", deploymentConfigName: "ofECS" },
  ),
  ...["ec2TagFilters[]", "onPremisesInstanceTagFilters[]", "ec2TagSets[].ec2TagFilters[]"].flatMap((path) => [
    at(
      path,
      "a filter of keys has no value",
      { when: { type: "KEY_ONLY" }, excluded: ["value"], ...on("EC2TagFilter") },
      filter,
      { ...filter, value: "b" },
    ),
    at(
      path,
      "a filter of values has no key",
      { when: { type: "VALUE_ONLY" }, excluded: ["key"], ...on("EC2TagFilter") },
      { type: "VALUE_ONLY", value: "b" },
      { type: "VALUE_ONLY", key: "a", value: "b" },
    ),
  ]),
  at(
    "loadBalancerInfo.targetGroupInfos[].name",
    "a target group is named by up to 32 characters, not by its ARN",
    { maxLength: 32, ...on("TargetGroupInfo") },
    "t",
    "t".repeat(33),
  ),
  at(
    "triggerConfigurations",
    "triggers go to different topics",
    { uniqueKeys: ["triggerTargetArn"], ...on("TriggerConfig") },
    [trigger("a", topic("t"))],
    [trigger("a", topic("t")), trigger("b", topic("t"))],
  ),
  at(
    "triggerConfigurations[].triggerTargetArn",
    "a topic is of the Region of the group",
    { ownRegion: true, ...on("TriggerConfig") },
    topic("t"),
    topic("t", "us-east-1"),
  ),
];

/** What CodeDeploy refuses of configurations and groups. */
export const codedeployParts: readonly TypeRows[] = [
  {
    type: "aws:codedeploy/deploymentConfig:DeploymentConfig",
    source: api("codedeploy", "CreateDeploymentConfig"),
    rows: configs,
  },
  {
    type: "aws:codedeploy/deploymentGroup:DeploymentGroup",
    source: api("codedeploy", "CreateDeploymentGroup"),
    rows: groups,
  },
];
