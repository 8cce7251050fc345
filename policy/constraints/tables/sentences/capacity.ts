import { type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, together } from "../together";

const scaled = {
  serviceNamespace: "ecs",
  resourceId: "service/own/web",
  scalableDimension: "ecs:service:DesiredCount",
};
const predictive = "predictiveScalingPolicyConfiguration";
const tracked = "targetTrackingScalingPolicyConfiguration.customizedMetricSpecification";
const stepped = (...stepAdjustments: readonly object[]) => ({
  stepScalingPolicyConfiguration: { adjustmentType: "ChangeInCapacity", stepAdjustments },
});
const math = (returnData: boolean) => ({
  metrics: [
    { id: "m1", returnData, metricStat: { stat: "Sum", metric: { namespace: "Own", metricName: "Orders" } } },
    { id: "e1", expression: "m1 / 2", returnData: true },
  ],
});
const canary = { name: "orders", artifactConfig: { s3Encryption: { encryptionMode: "SSE_S3" } } };
const units = ["maxReadRequestUnits", "maxWriteRequestUnits"].flatMap((name) =>
  ["onDemandThroughput", "globalSecondaryIndexes[].onDemandThroughput"].map((holder) => ({
    at: `${holder}.${name}`,
    minimum: -1,
    good: -1,
    bad: -2,
  })),
);

/** What sentences of the API models say of scaling, backups, canaries and tables. */
export const capacitySentences: readonly TypeRows[] = [
  {
    type: "aws:appautoscaling/policy:Policy",
    source: api("applicationScaling", "PutScalingPolicy"),
    rows: [
      {
        at: predictive,
        fact: "maxCapacityBuffer is for the maxCapacityBreachBehavior IncreaseMaxCapacity alone",
        if: { required: ["maxCapacityBuffer"] },
        then: {
          required: ["maxCapacityBreachBehavior"],
          properties: { maxCapacityBreachBehavior: { const: "IncreaseMaxCapacity" } },
        },
        source: api("applicationScaling", "PredictiveScalingPolicyConfiguration"),
        good: { maxCapacityBuffer: 10, maxCapacityBreachBehavior: "IncreaseMaxCapacity" },
        bad: { maxCapacityBuffer: 10 },
      },
      {
        at: predictive,
        fact: "IncreaseMaxCapacity needs a maxCapacityBuffer",
        when: { maxCapacityBreachBehavior: "IncreaseMaxCapacity" },
        required: ["maxCapacityBuffer"],
        source: api("applicationScaling", "PredictiveScalingPolicyConfiguration"),
        good: { maxCapacityBuffer: 10, maxCapacityBreachBehavior: "IncreaseMaxCapacity" },
        bad: { maxCapacityBreachBehavior: "IncreaseMaxCapacity" },
      },
      {
        at: `${tracked}.metrics`,
        fact: "one metric of a tracked specification returns data",
        contains: { properties: { returnData: { const: true } } },
        maxContains: 1,
        source: api("applicationScaling", "TargetTrackingMetricDataQuery"),
        good: math(false).metrics,
        bad: math(true).metrics,
      },
      together(
        "steps follow each other, without gaps, and one above has no upper bound",
        { join: "targetStepsInOrder", source: api("applicationScaling", "StepScalingPolicyConfiguration") },
        { ...scaled, name: "p", policyType: "StepScaling" },
        stepped({ metricIntervalLowerBound: "0", scalingAdjustment: 1 }),
        stepped({ metricIntervalLowerBound: "0", metricIntervalUpperBound: "10", scalingAdjustment: 1 }),
      ),
    ],
  },
  {
    type: "aws:synthetics/canary:Canary",
    source: "https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_ArtifactConfigInput.html",
    rows: [
      together(
        "artifacts are encrypted with a choice from the runtime syn-nodejs-puppeteer-3.3 on",
        {
          when: { runtimeVersion: { pattern: "^syn-(1\\.0|nodejs-2\\.[0-2]|nodejs-puppeteer-3\\.[0-2])$" } },
          excluded: ["artifactConfig.s3Encryption"],
        },
        canary,
        { runtimeVersion: "syn-nodejs-puppeteer-10.0" },
        { runtimeVersion: "syn-nodejs-puppeteer-3.2" },
      ),
    ],
  },
  {
    type: "aws:xray/group:Group",
    source: "https://docs.aws.amazon.com/xray/latest/api/API_CreateGroup.html",
    rows: [like("groupName", "Default is a reserved name of groups", "^(?!Default$)", "orders", "Default")],
  },
  { type: "aws:dynamodb/table:Table", source: api("dynamodb", "CreateTable"), rows: units },
  {
    type: "aws:backup/plan:Plan",
    source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/API_AdvancedBackupSetting.html",
    rows: [
      {
        at: "advancedBackupSettings[].backupOptions.WindowsVSS",
        enum: ["enabled", "disabled"],
        good: "enabled",
        bad: "on",
      },
    ],
  },
];
