import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

type Properties = Record<string, unknown>;

const account = "123456789012";
const document = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:${account}:${rest}`;
const roleArn = `arn:aws:iam::${account}:role/r`;
const role = (service: string, ...managed: string[]) =>
  resource("role", "r", {
    name: "r",
    arn: roleArn,
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Service: `${service}.amazonaws.com` },
      Action: "sts:AssumeRole",
    }),
    managedPolicyArns: managed.map((name) => `arn:aws:iam::aws:policy/${name}`),
  });
const rights = (Resource: unknown, ...Action: string[]) =>
  resource("rolePolicy", "p", { role: "r", policy: document({ Effect: "Allow", Action, Resource }) });
const unread = resource("rolePolicy", "p", { role: "r", policy: unknown });
const sent = (type: string, properties: Properties): Sent => ({ type, name: "x", properties, links: {} });

/** A role that a service writes logs by: what is enough, what is not, and what cannot be read. */
function writesLogs(rule: string, service: string, owner: Sent, managed?: string): void {
  cases(rule, {
    holds: {
      "a role that may write": [role(service), rights("*", "logs:CreateLogStream", "logs:PutLogEvents"), owner],
      "all of CloudWatch Logs": [role(service), rights("*", "logs:*"), owner],
      "a role of another stack": [owner],
      ...(managed === undefined ? {} : { "the policy of AWS for it": [role(service, managed), owner] }),
    },
    violates: {
      "a role that may nothing": [
        ["needs logs:CreateLogStream, logs:PutLogEvents", "may not do"],
        role(service),
        owner,
      ],
      "a role that may only read": [["logs:PutLogEvents"], role(service), rights("*", "logs:Get*"), owner],
    },
    open: { "a policy that is not known yet": [["what Role"], role(service), unread, owner] },
  });
}

writesLogs(
  "apigateway-account-rights",
  "apigateway",
  sent("aws:apigateway/account:Account", { cloudwatchRoleArn: roleArn }),
  "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
);
writesLogs(
  "appsync-logs-rights",
  "appsync",
  resource("graphqlApi", "g", { name: "g", logConfig: { cloudwatchLogsRoleArn: roleArn, fieldLogLevel: "ERROR" } }),
  "service-role/AWSAppSyncPushToCloudWatchLogs",
);
writesLogs(
  "sns-delivery-status-rights",
  "sns",
  resource("topic", "t", { lambdaFailureFeedbackRoleArn: roleArn }),
  "service-role/AmazonSNSRole",
);
writesLogs("ec2-flow-log-rights", "vpc-flow-logs", sent("aws:ec2/flowLog:FlowLog", { iamRoleArn: roleArn }));
writesLogs(
  "cloudtrail-logs-rights",
  "cloudtrail",
  sent("aws:cloudtrail/trail:Trail", { cloudWatchLogsRoleArn: roleArn }),
);

/** A role that is handed to a service, which must be able to assume it. */
function handedTo(rule: string, service: string, owner: Sent): void {
  cases(rule, {
    holds: { "a role for the service": [role(service), owner], "a role of another stack": [owner] },
    violates: { "a role for another one": [[`${service}.amazonaws.com may not assume`], role("ec2"), owner] },
    open: {
      "a trust that is not known yet": [
        ["assumeRolePolicy"],
        resource("role", "r", { name: "r", arn: roleArn, assumeRolePolicy: unknown }),
        owner,
      ],
    },
  });
}

handedTo("ec2-flow-log-role-trust", "vpc-flow-logs", sent("aws:ec2/flowLog:FlowLog", { iamRoleArn: roleArn }));
handedTo("cloudtrail-role-trust", "cloudtrail", sent("aws:cloudtrail/trail:Trail", { cloudWatchLogsRoleArn: roleArn }));
handedTo("rds-monitoring-role-trust", "monitoring.rds", resource("dbInstance", "d", { monitoringRoleArn: roleArn }));
handedTo("codebuild-role-trust", "codebuild", sent("aws:codebuild/project:Project", { serviceRole: roleArn }));

const integration = (uri: string, more: Properties = {}) =>
  resource("apiIntegration", "i", { type: "AWS", integrationHttpMethod: "POST", credentials: roleArn, uri, ...more });
const calls = (rest: string) => `arn:aws:apigateway:eu-west-1:${rest}`;
const firstClass = (integrationSubtype: string) =>
  resource("httpIntegration", "i", {
    apiId: "a",
    integrationType: "AWS_PROXY",
    integrationSubtype,
    credentialsArn: roleArn,
  });
const gateway = role("apigateway");
cases("apigateway-integration-rights", {
  holds: {
    "an action that the role may do": [
      gateway,
      rights("*", "dynamodb:PutItem"),
      integration(calls("dynamodb:action/PutItem")),
    ],
    "a function that it may invoke": [
      gateway,
      rights(arn("lambda", "function:f"), "lambda:InvokeFunction"),
      integration(calls(`lambda:path/2015-03-31/functions/${arn("lambda", "function:f")}/invocations`)),
    ],
    "an object that it may read": [
      gateway,
      rights("*", "s3:GetObject"),
      integration(calls("s3:path/photos/{key}"), { integrationHttpMethod: "GET" }),
    ],
    "a path whose action the request names": [gateway, integration(calls(`sqs:path/${account}/q`))],
    "a service that IAM calls otherwise": [gateway, integration(calls("monitoring:action/PutMetricData"))],
    "the caller's own rights": [
      integration(calls("dynamodb:action/PutItem"), { credentials: "arn:aws:iam::*:user/*" }),
    ],
    "a first-class integration": [gateway, rights("*", "kinesis:PutRecord"), firstClass("Kinesis-PutRecord")],
  },
  violates: {
    "another action": [
      ["uri needs dynamodb:PutItem"],
      gateway,
      rights("*", "dynamodb:GetItem"),
      integration(calls("dynamodb:action/PutItem")),
    ],
    "another function": [
      ["uri needs lambda:InvokeFunction"],
      gateway,
      rights(arn("lambda", "function:g"), "lambda:InvokeFunction"),
      integration(calls(`lambda:path/2015-03-31/functions/${arn("lambda", "function:f")}/invocations`)),
    ],
    "an object that it may only read": [
      ["uri needs s3:PutObject"],
      gateway,
      rights("*", "s3:GetObject"),
      integration(calls("s3:path/photos/{key}"), { integrationHttpMethod: "PUT" }),
    ],
    "a first-class integration": [
      ["integrationSubtype needs states:StartSyncExecution"],
      gateway,
      rights("*", "states:StartExecution"),
      firstClass("StepFunctions-StartSyncExecution"),
    ],
  },
  open: {
    "a policy that is not known yet": [["what Role"], gateway, unread, integration(calls("kinesis:action/PutRecord"))],
  },
});

const source = (more: Properties) =>
  sent("aws:appsync/dataSource:DataSource", { apiId: "a", name: "s", serviceRoleArn: roleArn, ...more });
const appsync = role("appsync");
cases("appsync-source-rights", {
  holds: {
    "a table that is only read": [
      appsync,
      rights("*", "dynamodb:Query"),
      source({ type: "AMAZON_DYNAMODB", dynamodbConfig: { tableName: "t" } }),
    ],
    "a function that may be invoked": [
      appsync,
      rights("*", "lambda:InvokeFunction"),
      source({ type: "AWS_LAMBDA", lambdaConfig: { functionArn: arn("lambda", "function:f") } }),
    ],
    "a source without a role": [sent("aws:appsync/dataSource:DataSource", { type: "NONE", name: "s" })],
  },
  violates: {
    "a table that it may only describe": [
      ["dynamodbConfig.tableName needs dynamodb:GetItem or"],
      appsync,
      rights("*", "dynamodb:DescribeTable"),
      source({ type: "AMAZON_DYNAMODB", dynamodbConfig: { tableName: "t" } }),
    ],
    "a function that it may not invoke": [
      ["needs lambda:InvokeFunction"],
      appsync,
      source({ type: "AWS_LAMBDA", lambdaConfig: { functionArn: arn("lambda", "function:f") } }),
    ],
  },
});

const subscription = sent("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", {
  logGroup: "g",
  destinationArn: arn("kinesis", "stream/s"),
  roleArn,
});
cases("logs-subscription-rights", {
  holds: {
    "a stream that it may write to": [role("logs"), rights(arn("kinesis", "stream/s"), "kinesis:Put*"), subscription],
  },
  violates: {
    "another stream": [
      ["destinationArn needs kinesis:PutRecord", "refuses the filter"],
      role("logs"),
      rights(arn("kinesis", "stream/other"), "kinesis:PutRecord"),
      subscription,
    ],
  },
});

const pool = resource("userPool", "u", { smsConfiguration: { externalId: "x", snsCallerArn: roleArn } });
cases("cognito-sms-role-rights", {
  holds: { "a role that may publish": [role("cognito-idp"), rights("*", "sns:Publish"), pool] },
  violates: { "a role that may not": [["smsConfiguration needs sns:Publish"], role("cognito-idp"), pool] },
});

const secretArn = arn("secretsmanager", "secret:db-a1b2c3");
const proxy = resource("dbProxy", "d", { roleArn, auths: [{ authScheme: "SECRETS", secretArn }] });
cases("rds-proxy-role-rights", {
  holds: {
    "the secret": [role("rds"), rights(secretArn, "secretsmanager:GetSecretValue"), proxy],
    "no secret, but IAM": [role("rds"), resource("dbProxy", "d", { roleArn, defaultAuthScheme: "IAM_AUTH" })],
  },
  violates: {
    "another secret": [
      ["needs secretsmanager:GetSecretValue", "no connection"],
      role("rds"),
      rights(`${secretArn}x`, "secretsmanager:GetSecretValue"),
      proxy,
    ],
  },
});

const cluster = resource("daxCluster", "c", { iamRoleArn: roleArn });
cases("dax-role-rights", {
  holds: { "a table": [role("dax"), rights(arn("dynamodb", "table/t"), "dynamodb:GetItem"), cluster] },
  violates: {
    "nothing of DynamoDB": [["iamRoleArn needs dynamodb:GetItem or"], role("dax"), rights("*", "s3:*"), cluster],
  },
});
