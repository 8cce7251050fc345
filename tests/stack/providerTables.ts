import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type Variant } from "./providerVariant";

/** The part of the program of every resource type that is about tables. */
export function tables(
  variant: Variant,
  others: { functionName: pulumi.Input<string>; queueArn: pulumi.Input<string>; roleArn: pulumi.Input<string> },
): { table: pulumi.Output<string>; streamArn: pulumi.Output<string> } {
  const { tags } = variant;
  const isFirst = variant.answer === "one";
  const table = new aws.dynamodb.Table("orders", {
    attributes: ["Customer", "Order", "Country", "City"].map((name) => ({ name, type: "S" })),
    hashKey: "Customer",
    rangeKey: "Order",
    billingMode: "PROVISIONED",
    readCapacity: isFirst ? 5 : 6,
    writeCapacity: 5,
    globalSecondaryIndexes: [
      {
        name: "ByPlace",
        keySchemas: [
          { attributeName: "Country", keyType: "HASH" },
          { attributeName: "City", keyType: "HASH" },
          { attributeName: "Order", keyType: "RANGE" },
        ],
        projectionType: "KEYS_ONLY",
        readCapacity: 1,
        writeCapacity: isFirst ? 1 : 2,
      },
      ...(isFirst
        ? []
        : [{ name: "ByCity", hashKey: "City", projectionType: "ALL", readCapacity: 1, writeCapacity: 1 }]),
    ],
    localSecondaryIndexes: [
      { name: "ByCountry", rangeKey: "Country", projectionType: "INCLUDE", nonKeyAttributes: ["Note"] },
    ],
    streamEnabled: true,
    streamViewType: "NEW_AND_OLD_IMAGES",
    ttl: { attributeName: "ExpiresAt", enabled: isFirst },
    pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 7 },
    replicas: [{ regionName: "eu-west-1", pointInTimeRecovery: isFirst, deletionProtectionEnabled: false }],
    tableClass: isFirst ? "STANDARD" : "STANDARD_INFREQUENT_ACCESS",
    tags,
  });
  new aws.dynamodb.ResourcePolicy("orders", {
    resourceArn: table.arn,
    policy: table.arn.apply((Resource) =>
      JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { AWS: "arn:aws:iam::000000000000:root" },
            Action: "dynamodb:GetItem",
            Resource,
          },
        ],
      }),
    ),
  });
  new aws.lambda.EventSourceMapping("orders", {
    eventSourceArn: table.streamArn,
    functionName: others.functionName,
    startingPosition: "TRIM_HORIZON",
    batchSize: isFirst ? 10 : 20,
    bisectBatchOnFunctionError: true,
    maximumRetryAttempts: 3,
    maximumRecordAgeInSeconds: 600,
    functionResponseTypes: ["ReportBatchItemFailures"],
    filterCriteria: { filters: [{ pattern: JSON.stringify({ eventName: ["INSERT"] }) }] },
    destinationConfig: { onFailure: { destinationArn: others.queueArn } },
    tags,
  });
  const target = new aws.appautoscaling.Target("orders", {
    serviceNamespace: "dynamodb",
    scalableDimension: "dynamodb:table:ReadCapacityUnits",
    resourceId: table.name.apply((name) => `table/${name}`),
    minCapacity: 5,
    maxCapacity: 50,
  });
  new aws.appautoscaling.Policy("orders", {
    policyType: "TargetTrackingScaling",
    serviceNamespace: target.serviceNamespace,
    scalableDimension: target.scalableDimension,
    resourceId: target.resourceId,
    targetTrackingScalingPolicyConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType: "DynamoDBReadCapacityUtilization" },
      targetValue: isFirst ? 70 : 60,
    },
  });
  const vault = new aws.backup.Vault("orders", { tags });
  const plan = new aws.backup.Plan("orders", {
    rules: [
      {
        ruleName: "daily",
        targetVaultName: vault.name,
        schedule: isFirst ? "cron(0 5 * * ? *)" : "cron(0 6 * * ? *)",
        lifecycle: { deleteAfter: 35 },
      },
    ],
    tags,
  });
  new aws.backup.Selection("orders", { planId: plan.id, iamRoleArn: others.roleArn, resources: [table.arn] });
  return { table: table.name, streamArn: table.streamArn };
}
