import { type TypeRows } from "../../schema";
import { at } from "../given";
import { providerFile } from "../pages";
import { together } from "../together";

const role = "arn:aws:iam::111122223333:role/r";
const strategy = (only: string) => ({ recordingStrategies: [{ useOnly: only }] });
const useOnly = "recordingStrategies[].useOnly";
const excludedTypes = { exclusionByResourceTypes: [{ resourceTypes: ["AWS::EC2::Instance"] }] };
const alarm = {
  ...{ namespace: "AWS/SQS", metricName: "NumberOfMessagesSent", period: 60, statistic: "Sum", threshold: 1 },
  ...{ comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1 },
};
const domain = { domainName: "orders", subnetIds: ["subnet-0123456789abcdef0"], vpcId: "vpc-0123456789abcdef0" };
const propagated = { domainSettings: { trustedIdentityPropagationSettings: { status: "ENABLED" } } };
const kernel = { kernelGatewayImageConfig: { kernelSpecs: [{ name: "python3" }] } };
const cluster = { name: "orders", roleArn: role, vpcConfig: { subnetIds: ["subnet-0123456789abcdef0"] } };
const autoMode = {
  ...{ computeConfig: { enabled: true, nodePools: ["general-purpose"], nodeRoleArn: role } },
  ...{ kubernetesNetworkConfig: { elasticLoadBalancing: { enabled: true } } },
  ...{ storageConfig: { blockStorage: { enabled: true } } },
};
const modes = [
  "computeConfig.enabled",
  "kubernetesNetworkConfig.elasticLoadBalancing.enabled",
  "storageConfig.blockStorage.enabled",
];
const search = (engineVersion: string) => ({
  engineVersion,
  advancedSecurityOptions: { enabled: true, jwtOptions: { enabled: true, publicKey: "-----BEGIN PUBLIC KEY-----" } },
});
const autoScaled = {
  autoScalingGroupArn:
    "arn:aws:autoscaling:eu-west-1:111122223333:autoScalingGroup:12345678-1234-1234-1234-123456789012:autoScalingGroupName/g",
};

/** Conditions on what runs and watches applications that the AWS provider's own code has. */
export const providerOperations: readonly TypeRows[] = [
  {
    type: "aws:cfg/recorder:Recorder",
    source: providerFile("configservice/configuration_recorder"),
    rows: [
      at(
        "recordingGroup",
        "all types are recorded by the strategy ALL_SUPPORTED_RESOURCE_TYPES",
        { when: { allSupported: true }, properties: { [useOnly]: { const: "ALL_SUPPORTED_RESOURCE_TYPES" } } },
        { allSupported: true, ...strategy("ALL_SUPPORTED_RESOURCE_TYPES") },
        { allSupported: true, ...strategy("INCLUSION_BY_RESOURCE_TYPES") },
      ),
      at(
        "recordingGroup",
        "types are recorded or left out, not both",
        { dependentExcluded: { resourceTypes: ["exclusionByResourceTypes"] } },
        { allSupported: false, ...excludedTypes, ...strategy("EXCLUSION_BY_RESOURCE_TYPES") },
        { allSupported: false, ...excludedTypes, resourceTypes: ["AWS::S3::Bucket"] },
      ),
      at(
        "recordingGroup",
        "named types are recorded by the strategy INCLUSION_BY_RESOURCE_TYPES",
        {
          if: { required: ["resourceTypes[]"] },
          then: { properties: { [useOnly]: { const: "INCLUSION_BY_RESOURCE_TYPES" } } },
        },
        { allSupported: false, resourceTypes: ["AWS::S3::Bucket"], ...strategy("INCLUSION_BY_RESOURCE_TYPES") },
        { allSupported: false, resourceTypes: ["AWS::S3::Bucket"], ...strategy("EXCLUSION_BY_RESOURCE_TYPES") },
      ),
    ],
  },
  {
    type: "aws:cloudwatch/metricAlarm:MetricAlarm",
    source: providerFile("cloudwatch/metric_alarm"),
    rows: ["comparisonOperator", "evaluationPeriods"].map((argument) =>
      together(
        `an alarm on a metric has ${argument}`,
        { if: { required: ["metricName"] }, then: { required: [argument] }, level: "advisory" },
        alarm,
        {},
        { [argument]: undefined },
      ),
    ),
  },
  {
    type: "aws:ecs/capacityProvider:CapacityProvider",
    source: providerFile("ecs/capacity_provider"),
    rows: [
      together(
        "a provider of a group of instances belongs to no cluster",
        { dependentExcluded: { autoScalingGroupProvider: ["cluster"] } },
        { name: "orders", autoScalingGroupProvider: autoScaled },
        {},
        { cluster: "main" },
      ),
    ],
  },
  {
    type: "aws:ecs/taskDefinition:TaskDefinition",
    source: providerFile("ecs/validate"),
    rows: [
      at(
        "placementConstraints[]",
        "memberOf has an expression",
        { when: { type: "memberOf" }, required: ["expression"], properties: { expression: { minLength: 1 } } },
        { type: "memberOf", expression: "attribute:ecs.instance-type =~ t3.*" },
        { type: "memberOf" },
      ),
    ],
  },
  {
    type: "aws:sagemaker/domain:Domain",
    source: providerFile("sagemaker/domain"),
    rows: [
      together(
        "identities are propagated in a domain with SSO",
        {
          when: { "domainSettings.trustedIdentityPropagationSettings.status": "ENABLED" },
          properties: { authMode: { const: "SSO" } },
        },
        { ...domain, ...propagated, defaultUserSettings: { executionRole: role } },
        { authMode: "SSO" },
        { authMode: "IAM" },
      ),
    ],
  },
  {
    type: "aws:sagemaker/appImageConfig:AppImageConfig",
    source: providerFile("sagemaker/app_image_config"),
    rows: [
      together(
        "a configuration is of one kind of image",
        { requiredXor: ["codeEditorAppImageConfig", "jupyterLabImageConfig", "kernelGatewayImageConfig"] },
        { appImageConfigName: "orders" },
        kernel,
        { ...kernel, codeEditorAppImageConfig: { containerConfig: { containerArguments: ["a"] } } },
      ),
    ],
  },
  {
    type: "aws:eks/cluster:Cluster",
    source: providerFile("eks/cluster"),
    rows: [
      ...modes
        .slice(1)
        .flatMap((mode) =>
          modes
            .filter((other) => other !== mode)
            .map((other) =>
              together(
                `${mode} and ${other} are enabled together`,
                { when: { [mode]: true }, required: [other], properties: { [other]: { const: true } } },
                { ...cluster, accessConfig: { authenticationMode: "API" }, bootstrapSelfManagedAddons: false },
                autoMode,
                { [mode.split(".")[0] ?? ""]: autoMode[mode.split(".")[0] as keyof typeof autoMode] },
              ),
            ),
        ),
    ],
  },
  {
    type: "aws:opensearch/domain:Domain",
    source: providerFile("opensearch/domain"),
    rows: [
      together(
        "tokens of JWT are taken from OpenSearch 2.11 on",
        {
          when: { "advancedSecurityOptions.jwtOptions.enabled": true },
          properties: { engineVersion: { not: { pattern: "^Elasticsearch_|^OpenSearch_(1\\.|2\\.\\d$|2\\.10$)" } } },
        },
        { domainName: "orders" },
        search("OpenSearch_2.11"),
        search("OpenSearch_2.9"),
      ),
    ],
  },
];
