import { type TypeRows } from "../../schema";
import { at, bars, oneOf, says } from "../given";
import { api } from "../pages";
import { frequency } from "./configFrequency";

const recording = { source: api("config", "RecordingGroup") };
const group = "recordingGroup";

/** What Config records and mends. */
export const configRecords: readonly TypeRows[] = [
  {
    type: "aws:cfg/recorder:Recorder",
    source: api("config", "PutConfigurationRecorder"),
    rows: [
      bars(
        "all types are recorded, or those that are named",
        { [`${group}.allSupported`]: true },
        { [`${group}.resourceTypes`]: ["AWS::EC2::Volume"] },
        recording,
      ),
      bars(
        "all types are recorded, or all but some",
        { [`${group}.allSupported`]: true },
        { [`${group}.exclusionByResourceTypes`]: [{ resourceTypes: ["AWS::EC2::Volume"] }] },
        recording,
      ),
      bars(
        "types of all Regions are of all types",
        { [`${group}.allSupported`]: false },
        { [`${group}.includeGlobalResourceTypes`]: true },
        recording,
      ),
      says(
        "types that are left out have their strategy",
        {
          if: { required: [`${group}.exclusionByResourceTypes[].resourceTypes[]`] },
          then: {
            required: [`${group}.recordingStrategies[].useOnly`],
            properties: { [`${group}.recordingStrategies[].useOnly`]: { const: "EXCLUSION_BY_RESOURCE_TYPES" } },
          },
          ...recording,
        },
        {
          [`${group}.exclusionByResourceTypes`]: [{ resourceTypes: ["AWS::EC2::Volume"] }],
          [`${group}.recordingStrategies`]: [{ useOnly: "EXCLUSION_BY_RESOURCE_TYPES" }],
        },
        { [`${group}.exclusionByResourceTypes`]: [{ resourceTypes: ["AWS::EC2::Volume"] }] },
      ),
      at(
        `${group}.recordingStrategies[].useOnly`,
        "a strategy is one of three",
        {
          enum: ["ALL_SUPPORTED_RESOURCE_TYPES", "INCLUSION_BY_RESOURCE_TYPES", "EXCLUSION_BY_RESOURCE_TYPES"],
          source: api("config", "RecordingStrategy"),
        },
        "INCLUSION_BY_RESOURCE_TYPES",
        "ALL",
      ),
      at(
        "recordingMode.recordingFrequency",
        "resources are recorded CONTINUOUS or DAILY",
        { enum: ["CONTINUOUS", "DAILY"], source: api("config", "RecordingMode") },
        "DAILY",
        "HOURLY",
      ),
    ],
  },
  {
    type: "aws:cfg/deliveryChannel:DeliveryChannel",
    source: api("config", "PutDeliveryChannel"),
    rows: [frequency("snapshotDeliveryProperties.deliveryFrequency")],
  },
  {
    type: "aws:cfg/remediationConfiguration:RemediationConfiguration",
    source: api("config", "RemediationConfiguration"),
    rows: [
      at(
        "parameters[]",
        "a parameter has a value of one kind",
        {
          requiredXor: ["resourceValue", "staticValue", "staticValues[]"],
          source: api("config", "RemediationParameterValue"),
        },
        { name: "a", staticValue: "b" },
        { name: "a", staticValue: "b", resourceValue: "RESOURCE_ID" },
      ),
      at(
        "parameters[].resourceValue",
        "a value of the resource is its id",
        { enum: ["RESOURCE_ID"], source: api("config", "ResourceValue") },
        "RESOURCE_ID",
        "RESOURCE_ARN",
      ),
    ],
  },
  {
    type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
    source: api("config", "PutConfigurationAggregator"),
    rows: [
      oneOf(
        "an aggregator is of accounts or of an organization",
        { "accountAggregationSource.accountIds": ["111122223333"] },
        { "organizationAggregationSource.roleArn": "arn:aws:iam::111122223333:role/r" },
      ),
      at(
        "accountAggregationSource",
        "accounts have all Regions or those that are named",
        { requiredXor: ["allRegions", "regions[]"], source: api("config", "AccountAggregationSource") },
        { accountIds: ["111122223333"], regions: ["eu-west-1"] },
        { accountIds: ["111122223333"] },
      ),
      at(
        "organizationAggregationSource",
        "an organization has all Regions or those that are named",
        { requiredXor: ["allRegions", "regions[]"], source: api("config", "OrganizationAggregationSource") },
        { roleArn: "r", allRegions: true },
        { roleArn: "r" },
      ),
    ],
  },
];
