import assert from "node:assert/strict";
import { type Limit, limits } from "../../limits";
import { type types } from "../../policy/frame/resource";
import { rules } from "../../policy/rules";
import { holds, nest, open, resource, unknown, violates } from "./expectations";

/** Every rule that keeps one number of one resource within a limit. */
const ranges: readonly (readonly [rule: string, kind: keyof typeof types, path: readonly string[], limit: Limit])[] = [
  ["lambda-timeout", "function", ["timeout"], limits.lambda.timeout],
  ["lambda-memory", "function", ["memorySize"], limits.lambda.memory],
  ["lambda-ephemeral-storage", "function", ["ephemeralStorage", "size"], limits.lambda.ephemeralStorage],
  ["lambda-event-retries", "functionEventInvokeConfig", ["maximumRetryAttempts"], limits.lambda.asyncRetries],
  ["lambda-event-age", "functionEventInvokeConfig", ["maximumEventAgeInSeconds"], limits.lambda.asyncEventAge],
  [
    "lambda-provisioned-concurrency",
    "provisionedConcurrency",
    ["provisionedConcurrentExecutions"],
    limits.lambda.provisionedConcurrency,
  ],
  [
    "scheduler-flexible-window",
    "schedule",
    ["flexibleTimeWindow", "maximumWindowInMinutes"],
    limits.scheduler.flexibleWindow,
  ],
  ["scheduler-retries", "schedule", ["target", "retryPolicy", "maximumRetryAttempts"], limits.scheduler.retries],
  ["scheduler-event-age", "schedule", ["target", "retryPolicy", "maximumEventAgeInSeconds"], limits.scheduler.eventAge],
  ["eventbridge-target-retries", "eventTarget", ["retryPolicy", "maximumRetryAttempts"], limits.eventbridge.retries],
  [
    "eventbridge-target-event-age",
    "eventTarget",
    ["retryPolicy", "maximumEventAgeInSeconds"],
    limits.eventbridge.eventAge,
  ],
  ["sqs-delay", "queue", ["delaySeconds"], limits.sqs.delay],
  ["sqs-retention", "queue", ["messageRetentionSeconds"], limits.sqs.retention],
  ["sqs-receive-wait", "queue", ["receiveWaitTimeSeconds"], limits.sqs.receiveWait],
  ["sqs-visibility-timeout", "queue", ["visibilityTimeoutSeconds"], limits.sqs.visibilityTimeout],
  ["sqs-message-size", "queue", ["maxMessageSize"], limits.sqs.messageBytes],
  ["dynamodb-recovery-days", "table", ["pointInTimeRecovery", "recoveryPeriodInDays"], limits.dynamodb.recoveryDays],
  ["dynamodb-read-capacity", "table", ["readCapacity"], limits.dynamodb.readCapacity],
  ["dynamodb-write-capacity", "table", ["writeCapacity"], limits.dynamodb.writeCapacity],
  ["dax-nodes", "daxCluster", ["replicationFactor"], limits.dax.nodes],
  ["kinesis-retention", "stream", ["retentionPeriod"], limits.kinesis.retentionHours],
  ["kinesis-record-size", "stream", ["maxRecordSizeInKib"], limits.kinesis.recordKib],
  ["kms-deletion-window", "key", ["deletionWindowInDays"], limits.kms.deletionDays],
  ["kms-rotation-period", "key", ["rotationPeriodInDays"], limits.kms.rotationDays],
  ["secretsmanager-recovery-window", "secret", ["recoveryWindowInDays"], limits.secretsmanager.recoveryDays],
  ["apigateway-integration-timeout", "apiIntegration", ["timeoutMilliseconds"], limits.apigateway.integrationTimeout],
  [
    "apigateway-http-integration-timeout",
    "httpIntegration",
    ["timeoutMilliseconds"],
    limits.apigateway.httpIntegrationTimeout,
  ],
  ["apigateway-authorizer-ttl", "apiAuthorizer", ["authorizerResultTtlInSeconds"], limits.apigateway.authorizerTtl],
  [
    "apigateway-http-authorizer-ttl",
    "httpAuthorizer",
    ["authorizerResultTtlInSeconds"],
    limits.apigateway.authorizerTtl,
  ],
  ["cognito-password-length", "userPool", ["passwordPolicy", "minimumLength"], limits.cognito.passwordLength],
  ["cognito-password-history", "userPool", ["passwordPolicy", "passwordHistorySize"], limits.cognito.passwordHistory],
  [
    "cognito-temporary-password",
    "userPool",
    ["passwordPolicy", "temporaryPasswordValidityDays"],
    limits.cognito.temporaryPasswordDays,
  ],
  ["cognito-session", "userPoolClient", ["authSessionValidity"], limits.cognito.sessionMinutes],
  [
    "lambda-queue-concurrency",
    "eventSourceMapping",
    ["scalingConfig", "maximumConcurrency"],
    limits.eventSource.queueConcurrency,
  ],
  ["lambda-batch-size", "eventSourceMapping", ["batchSize"], limits.eventSource.batchSize],
  ["lambda-batch-window", "eventSourceMapping", ["maximumBatchingWindowInSeconds"], limits.eventSource.batchingWindow],
  [
    "lambda-stream-parallelization",
    "eventSourceMapping",
    ["parallelizationFactor"],
    limits.eventSource.parallelization,
  ],
  ["lambda-tumbling-window", "eventSourceMapping", ["tumblingWindowInSeconds"], limits.eventSource.tumblingWindow],
  ["lambda-stream-retries", "eventSourceMapping", ["maximumRetryAttempts"], limits.eventSource.retries],
  ["lambda-stream-record-age", "eventSourceMapping", ["maximumRecordAgeInSeconds"], limits.eventSource.recordAge],
  ["rds-instance-backups", "dbInstance", ["backupRetentionPeriod"], { ...limits.rds.instanceBackupDays, min: 0 }],
  ["rds-cluster-backups", "dbCluster", ["backupRetentionPeriod"], limits.rds.clusterBackupDays],
  ["rds-proxy-idle-timeout", "dbProxy", ["idleClientTimeout"], limits.rds.proxyIdleTimeout],
  [
    "rds-proxy-connections",
    "dbProxyTargetGroup",
    ["connectionPoolConfig", "maxConnectionsPercent"],
    limits.rds.proxyConnections,
  ],
  [
    "rds-proxy-borrow-timeout",
    "dbProxyTargetGroup",
    ["connectionPoolConfig", "connectionBorrowTimeout"],
    limits.rds.proxyBorrowTimeout,
  ],
  ["elasticache-snapshots", "serverlessCache", ["snapshotRetentionLimit"], limits.elasticache.snapshotDays],
];

describe("numbers within AWS's limits", () => {
  for (const [rule, kind, path, limit] of ranges) {
    const property = path.join(".");
    const set = (value: unknown) => resource(kind, "subject", nest(path, value));

    describe(rule, () => {
      for (const edge of [limit.min, limit.max]) {
        if (edge === undefined) continue;
        const beyond = edge === limit.min ? edge - 1 : edge + 1;
        it(`takes ${edge} and refuses ${beyond} ${limit.unit}, naming resource, property, value, limit and page`, async () => {
          await holds(rule, set(edge));
          await violates(
            rule,
            [`"subject": ${property} is ${beyond.toLocaleString("en-US")}`, "AWS allows", "Fix: ", limit.page],
            set(beyond),
          );
        });
      }

      it("refuses a fraction", () => violates(rule, ["AWS allows"], set((limit.min ?? 0) + 1.5)));
      it("takes a number that is written as text", () => holds(rule, set(String(limit.min ?? limit.max))));
      it("says nothing when the property is left out", () => holds(rule, resource(kind, "subject", {})));
      it("is not evaluated while the value is unknown", () => open(rule, [`subject (${property})`], set(unknown)));
      it("is not evaluated on something that is no number", () => open(rule, ["not a number"], set("soon")));
    });
  }
});

describe("logs-retention-value", () => {
  const group = (retentionInDays: unknown) => resource("logGroup", "logs", { retentionInDays });

  it("takes each of AWS's 22 values", async () => {
    for (const days of limits.logs.retentionDays.values) await holds("logs-retention-value", group(days));
  });
  it("refuses a number of days that AWS does not offer, and lists those it does", () =>
    violates("logs-retention-value", ["retentionInDays is 31 days", "1, 3, 5, 7, 14, 30, 60", "3653 days"], group(31)));
  it("leaves 0 and nothing to the rule that asks for a retention", async () => {
    await holds("logs-retention-value", group(0));
    await holds("logs-retention-value", resource("logGroup", "logs", {}));
  });
  it("is not evaluated while the value is unknown", () =>
    open("logs-retention-value", ["retentionInDays"], group(unknown)));
});

describe("what a rule on a range tells to set", () => {
  const parse = (figure: string): number => Number(figure.replaceAll(",", ""));

  it("has the figures of the limit's own record", () => {
    const compared = ranges.flatMap(([id, , , limit]) => {
      const { fix = "" } = rules.find((rule) => rule.id === id) ?? {};
      const [, min, max] = /([\d,]+)(?: \w+)?(?: \([^)]*\))? to ([\d,]+)/.exec(fix) ?? [];
      const [, most = max] = /at most ([\d,]+)/.exec(fix) ?? [];
      if (most === undefined) return [];
      assert.equal(parse(most), limit.max, `${id}: ${fix}`);
      if (min !== undefined) assert.ok(parse(min) >= (limit.min ?? 0), `${id}: ${fix}`);
      return [id];
    });
    assert.ok(compared.length >= 30, `${compared.length} rules were compared`);
  });
});
