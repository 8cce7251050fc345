import { type types } from "../../policy/frame/resource";
import { cases, resource, unknown } from "./expectations";

type Kind = keyof typeof types;

const statement = (more: Record<string, unknown>) =>
  JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*", ...more } });

/** Every rule that no policy of a kind of resource lets anyone in. */
const documents: readonly (readonly [rule: string, ...kinds: Kind[]])[] = [
  ["sqs-public-policy", "queue", "queuePolicy"],
  ["sns-public-policy", "topic", "topicPolicy"],
  ["s3-public-policy", "bucket", "bucketPolicy"],
  ["kms-public-policy", "key", "keyPolicy"],
  ["secretsmanager-public-policy", "secret", "secretPolicy"],
  ["dynamodb-public-policy", "tablePolicy"],
  ["kinesis-public-policy", "streamPolicy"],
  ["backup-public-policy", "backupVaultPolicy"],
];

for (const [rule, ...kinds] of documents) {
  for (const kind of kinds) {
    describe(kind, () => {
      const policy = (more: Record<string, unknown>) => [resource(kind, "subject", { policy: statement(more) })];
      const under = (Condition: unknown) => policy({ Principal: "*", Condition });
      cases(rule, {
        holds: {
          "an account": policy({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }),
          "everybody of an organisation": under({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }),
          "a service on behalf of one resource": under({ ArnLike: { "AWS:SourceArn": "arn:aws:s3:::uploads" } }),
          "a denial of everybody": policy({ Effect: "Deny", Principal: "*" }),
        },
        violates: {
          everybody: [["its policy is public: it allows"], ...policy({ Principal: "*" })],
          "everybody of AWS": [["is public"], ...policy({ Principal: { AWS: ["*"] } })],
          "everybody but one": [["is public"], ...policy({ NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" } })],
          "everybody over TLS": [["is public"], ...under({ Bool: { "aws:SecureTransport": "true" } })],
          "every organisation but one": [["is public"], ...under({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } })],
          "every address": [["is public"], ...under({ IpAddress: { "aws:SourceIp": "0.0.0.0/0" } })],
        },
        open: {
          "a policy that is made from others": [
            ["subject (policy)"],
            resource("role", "r", {}),
            resource(kind, "subject", { policy: unknown }, { policy: ["role:r"] }),
          ],
          "a policy that IAM could not read": [["subject (policy)"], resource(kind, "subject", { policy: "{" })],
        },
      });
    });
  }
}

const acl = (more: Record<string, unknown>) => resource("webAcl", "acl", { arn: "acl", ...more });
const logging = (resourceArn: unknown, links = {}) => resource("webAclLogging", "l", { resourceArn }, links);
cases("waf-logging", {
  holds: {
    "a log": [acl({}), logging("acl")],
    "a log by link": [acl({ arn: unknown }), logging(unknown, { resourceArn: ["webAcl:acl"] })],
  },
  violates: { none: [["there is no record of which requests"], acl({})] },
  open: { "a log of nobody knows what": [["logging"], acl({}), logging(unknown)] },
});
const logsTo = (...logDestinationConfigs: unknown[]) => resource("webAclLogging", "l", { logDestinationConfigs });
cases("waf-log-name", {
  holds: {
    "a log group, a bucket and a Firehose of the right name": [
      logsTo(
        "arn:aws:logs:eu-west-1:1:log-group:aws-waf-logs-api:*",
        "arn:aws:s3:::aws-waf-logs-api",
        "arn:aws:firehose:eu-west-1:1:deliverystream/aws-waf-logs-api",
      ),
    ],
  },
  violates: { "another name": [["is called waf-logs"], logsTo("arn:aws:logs:eu-west-1:1:log-group:waf-logs:*")] },
  open: { "a name that is unknown": [["logDestinationConfigs[0]"], logsTo(unknown)] },
});
cases("waf-rules", {
  holds: {
    "a rule": [acl({ defaultAction: { allow: {} }, rules: [{ name: "rate" }] })],
    "rules as JSON": [acl({ defaultAction: { allow: {} }, ruleJson: "[]" })],
    "rules that are unknown": [acl({ defaultAction: { allow: {} }, rules: unknown })],
    "an ACL that blocks what it does not know": [acl({ defaultAction: { block: {} } })],
  },
  violates: {
    "an ACL that allows everything": [["it has no rules"], acl({ defaultAction: { allow: {} }, rules: [] })],
  },
});
cases("waf-scope", {
  holds: {
    "us-east-1": [acl({ scope: "CLOUDFRONT", region: "us-east-1" })],
    "an ACL for an API": [acl({ scope: "REGIONAL", region: "eu-west-1" })],
  },
  violates: { "another Region": [["its Region is eu-west-1"], acl({ scope: "CLOUDFRONT", region: "eu-west-1" })] },
  open: {
    "a Region that is unknown": [["region"], acl({ scope: "CLOUDFRONT" })],
    "a scope that is unknown": [["scope"], acl({ scope: unknown })],
  },
});
const association = (resourceArn: unknown, links = {}) => resource("webAclAssociation", "a", { resourceArn }, links);
cases("waf-http-api", {
  holds: {
    "a stage of a REST API": [association("arn:aws:apigateway:eu-west-1::/restapis/a/stages/live")],
    "one by link": [resource("apiStage", "live", {}), association(unknown, { resourceArn: ["apiStage:live"] })],
  },
  violates: {
    "a stage of an HTTP API": [["names an HTTP API"], association("arn:aws:apigateway:eu-west-1::/apis/a/stages/live")],
    "one by link": [
      ["names an HTTP API"],
      resource("httpStage", "live", {}),
      association(unknown, { resourceArn: ["httpStage:live"] }),
    ],
  },
  open: { "a resource that is unknown": [["resourceArn"], association(unknown)] },
});

const alarm = (more: Record<string, unknown>, name = "late") => resource("metricAlarm", name, more);
cases("cloudwatch-alarm-actions", {
  holds: {
    "a topic": [alarm({ alarmActions: ["arn:topic"] })],
    "a topic that is unknown": [alarm({ alarmActions: [unknown] })],
  },
  violates: {
    "an alarm without": [['MetricAlarm "late"', "alarms that notify nobody: late"], alarm({})],
    "actions that are switched off": [["late"], alarm({ alarmActions: ["arn:topic"], actionsEnabled: false })],
    "many, in one finding": [
      ["a, b, c and 1 more"],
      ...["a", "b", "c", "d"].map((name) => alarm({ alarmActions: [] }, name)),
    ],
  },
});
const query = (period: unknown) => alarm({ metricQueries: [{ id: "a", metric: { period } }] });
cases("cloudwatch-alarm-period", {
  holds: {
    "10 seconds": [alarm({ period: 10 })],
    minutes: [alarm({ period: 300 })],
    nothing: [alarm({})],
    "a query": [query(60)],
  },
  violates: {
    "61 seconds": [["period is 61 s"], alarm({ period: 61 })],
    "15 seconds": [["period is 15 s"], alarm({ period: 15 })],
    "a query": [["metricQueries[0].metric.period is 0 s"], query(0)],
  },
  open: {
    "a period that is unknown": [["late (period)"], alarm({ period: unknown })],
    "queries that are unknown": [["metricQueries"], alarm({ metricQueries: unknown })],
    "no number": [["period"], alarm({ period: "long" })],
  },
});
cases("cloudwatch-alarm-window", {
  holds: {
    "a day": [alarm({ period: 60, evaluationPeriods: 1440 })],
    "a week of hours": [alarm({ period: 3600, evaluationPeriods: 168 })],
    nothing: [alarm({})],
  },
  violates: {
    "a minute more": [["is 86,460 s", "at most 86,400"], alarm({ period: 60, evaluationPeriods: 1441 })],
    "an hour more than a week": [["is 608,400 s", "at most 604,800"], alarm({ period: 3600, evaluationPeriods: 169 })],
  },
  open: {
    "periods that are unknown": [["period × evaluationPeriods"], alarm({ period: 60, evaluationPeriods: unknown })],
  },
});
cases("cloudwatch-alarm-datapoints", {
  holds: { "all of them": [alarm({ datapointsToAlarm: 3, evaluationPeriods: 3 })], nothing: [alarm({})] },
  violates: {
    "one more": [
      ["datapointsToAlarm is 4 and evaluationPeriods is 3"],
      alarm({ datapointsToAlarm: 4, evaluationPeriods: 3 }),
    ],
  },
  open: {
    "a number that is unknown": [["datapointsToAlarm"], alarm({ datapointsToAlarm: 1, evaluationPeriods: unknown })],
  },
});

const secret = resource("secret", "s", { arn: "arn:s" });
const rotation = (secretId: unknown, links = {}) => resource("secretRotation", "r", { secretId }, links);
cases("secretsmanager-rotation", {
  holds: {
    "a rotation": [secret, rotation("arn:s")],
    "a rotation by link": [resource("secret", "s", {}), rotation(unknown, { secretId: ["secret:s"] })],
  },
  violates: { none: [["it never changes by itself"], secret] },
  open: { "a rotation of nobody knows what": [["rotation"], secret, rotation(unknown)] },
});

const credential = "AKIA1234567890ABCDEF";
const parameter = (more: Record<string, unknown>) => resource("parameter", "p", more);
cases("ssm-secret-values", {
  holds: {
    "a credential that is encrypted": [parameter({ type: "SecureString", value: credential })],
    "a plain value": [parameter({ type: "String", value: "eu-west-1" })],
  },
  violates: {
    "a credential in plain text": [
      ["value holds an AWS access key id"],
      parameter({ type: "String", value: credential }),
    ],
    "one in insecureValue": [["insecureValue holds"], parameter({ type: "String", insecureValue: credential })],
  },
  open: {
    "a value that is unknown": [["value"], parameter({ type: "String", value: unknown })],
    "a type that is unknown": [["value"], parameter({ type: unknown, value: credential })],
  },
});

const script = `#!/bin/sh\nexport DATABASE=postgres://admin:hunter2@db.example.com/orders\n`;
const encoded = Buffer.from(script).toString("base64");
for (const [rule, kind] of [
  ["ec2-user-data", "instance"],
  ["ec2-launch-template-user-data", "launchTemplate"],
] as const) {
  cases(rule, {
    holds: {
      "a script that reads its secrets": [resource(kind, "m", { userData: "aws secretsmanager get-secret-value" })],
      "a URL whose password is a variable": [resource(kind, "m", { userData: "postgres://admin:${PASSWORD}@db" })],
      nothing: [resource(kind, "m", {})],
    },
    violates: {
      "a password in a URL": [["userData holds a URL with a password"], resource(kind, "m", { userData: script })],
      "one in Base64": [["userData holds a URL with a password"], resource(kind, "m", { userData: encoded })],
    },
    open: { "user data that is unknown": [["userData"], resource(kind, "m", { userData: unknown })] },
  });
}

const task = (containerDefinitions: unknown) => resource("taskDefinition", "t", { containerDefinitions });
const container = (value: string) => JSON.stringify([{ name: "app", environment: [{ name: "KEY", value }] }]);
cases("ecs-secret-values", {
  holds: {
    "names of things": [task(container("orders"))],
    "a container without variables": [task('[{"name":"app"}]')],
  },
  violates: { "a credential": [["environment variable KEY holds an AWS access key id"], task(container(credential))] },
  open: {
    "containers that are unknown": [["containerDefinitions"], task(unknown)],
    "something that is no JSON": [["containerDefinitions"], task("{")],
  },
});
