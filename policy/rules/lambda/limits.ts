import { limits } from "../../../limits";
import { elements, limitRule, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";

const managedMemory = { ...limits.lambda.memory, max: 32_768 };

/** Numbers kept within AWS's limits, one row each. */
export const limitRows: readonly Rule[] = [
  rangeRule({
    id: "lambda-batch-size",
    title: "A batch of an event source has 1 to 10,000 records",
    type: types.eventSourceMapping,
    property: ["batchSize"],
    limit: limits.eventSource.batchSize,
    fix: "Set 1 to 10,000 records.",
  }),
  rangeRule({
    id: "lambda-batch-window",
    type: types.eventSourceMapping,
    property: ["maximumBatchingWindowInSeconds"],
    limit: limits.eventSource.batchingWindow,
    fix: "Set 0 to 300 s.",
  }),
  limitRule({
    id: "lambda-environment-size",
    title: "A function's environment variables take at most 4 KB together",
    fix: "Move large values to SSM Parameter Store or AppConfig and pass their names.",
    limit: limits.lambda.environmentBytes,
    type: types.function,
    measure(fn) {
      const what = "environment";
      const variables = fn.get("environment", "variables").entries();
      if (variables.state === "unknown") return { what: "environment.variables", used: variables };
      if (variables.state !== "known") return { what, used: variables };
      const texts = variables.value.map(([name, property]) => [name, property.text()] as const);
      // The service measures the JSON text of the variables.
      const known = texts.map(([name, text]) => [name, text.state === "known" ? text.value : ""] as const);
      return {
        what,
        used: { state: "known", value: Buffer.byteLength(JSON.stringify(Object.fromEntries(known))) },
        missing: texts.some(([, text]) => text.state === "unknown") ? "environment.variables" : undefined,
      };
    },
  }),
  rangeRule({
    id: "lambda-ephemeral-storage",
    type: types.function,
    property: ["ephemeralStorage", "size"],
    limit: limits.lambda.ephemeralStorage,
    fix: "Set the storage to a whole number of MB from 512 to 10,240, or mount an EFS file system.",
    headroom: true,
  }),
  rangeRule({
    id: "lambda-event-age",
    type: types.functionEventInvokeConfig,
    property: ["maximumEventAgeInSeconds"],
    limit: limits.lambda.asyncEventAge,
    fix: "Set an age from 60 s to 21,600 s (six hours).",
  }),
  rangeRule({
    id: "lambda-event-filters",
    type: types.eventSourceMapping,
    property: ["filterCriteria", "filters"],
    limit: { ...limits.eventSource.filters, min: 0 }, // an empty list takes the filter away
    measure: elements,
    fix: "Combine patterns, or have AWS Support raise the limit to 10.",
    headroom: true,
  }),
  rangeRule({
    id: "lambda-event-retries",
    type: types.functionEventInvokeConfig,
    property: ["maximumRetryAttempts"],
    limit: limits.lambda.asyncRetries,
    fix: "Set 0, 1 or 2 retries; for more, put an SQS queue in front of the function.",
  }),
  limitRule({
    id: "lambda-layers",
    title: "A function has at most 5 layers",
    fix: "Merge layers, or bundle the code into the package.",
    limit: limits.lambda.layers,
    type: types.function,
    measure: (fn) => ({ what: "number of layers", used: elements.of(fn.get("layers")) }),
  }),
  rangeRule({
    id: "lambda-memory",
    type: types.function,
    property: ["memorySize"],
    limit: limits.lambda.memory,
    // On Lambda Managed Instances, which a capacity provider stands for, a function may have up to 32 GB.
    limitOf: (fn) => (fn.get("capacityProviderConfig").any().state === "absent" ? undefined : managedMemory),
    fix: "Set the memory to a whole number of MB from 128 to 10,240.",
    headroom: true,
  }),
  rangeRule({
    id: "lambda-queue-concurrency",
    type: types.eventSourceMapping,
    property: ["scalingConfig", "maximumConcurrency"],
    limit: limits.eventSource.queueConcurrency,
    fix: "Set 2 to 1,000, or leave it out.",
  }),
  rangeRule({
    id: "lambda-stream-parallelization",
    type: types.eventSourceMapping,
    property: ["parallelizationFactor"],
    limit: limits.eventSource.parallelization,
    fix: "Set 1 to 10 batches a shard.",
  }),
  rangeRule({
    id: "lambda-stream-record-age",
    type: types.eventSourceMapping,
    property: ["maximumRecordAgeInSeconds"],
    limit: limits.eventSource.recordAge,
    unset: [-1],
    fix: "Set 60 to 604,800 s, or \u22121 until the stream drops the record.",
  }),
  rangeRule({
    id: "lambda-stream-retries",
    type: types.eventSourceMapping,
    property: ["maximumRetryAttempts"],
    limit: limits.eventSource.retries,
    fix: "Set at most 10,000 retries, or \u22121 until the records expire.",
  }),
  rangeRule({
    id: "lambda-timeout",
    type: types.function,
    property: ["timeout"],
    limit: limits.lambda.timeout,
    fix: "Set a timeout of at most 900 s, or split the work: Step Functions and AWS Batch run for longer.",
    headroom: true,
  }),
  rangeRule({
    id: "lambda-tumbling-window",
    type: types.eventSourceMapping,
    property: ["tumblingWindowInSeconds"],
    limit: limits.eventSource.tumblingWindow,
    fix: "Set 0 to 900 s.",
  }),
  limitRule({
    id: "lambda-vpc-security-groups",
    title: "A function has at most 5 security groups",
    fix: "Merge the rules into fewer security groups.",
    limit: limits.lambda.vpcSecurityGroups,
    type: types.function,
    measure: (fn) => ({
      what: "number of security groups",
      used: elements.of(fn.get("vpcConfig", "securityGroupIds")),
    }),
  }),
  limitRule({
    id: "lambda-vpc-subnets",
    title: "A function is in at most 16 subnets",
    fix: "Choose one subnet an Availability Zone.",
    limit: limits.lambda.vpcSubnets,
    type: types.function,
    measure: (fn) => ({ what: "number of subnets", used: elements.of(fn.get("vpcConfig", "subnetIds")) }),
  }),
];
