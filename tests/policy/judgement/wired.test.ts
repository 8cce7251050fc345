import { by, type Input, judges, sent as r } from "./judge";
import { type Sent } from "../server";
import { account, fnArn, policy } from "./samples";

/** Another account than that of the samples. */
const B = "222222222222";
const acc = account;
const trust = (s: string) => policy({ Effect: "Allow", Principal: { Service: s }, Action: "sts:AssumeRole" });
const role = (s = "lambda.amazonaws.com", more = {}) =>
  r("role", "x", { name: "x", arn: `arn:aws:iam::${acc}:role/x`, assumeRolePolicy: trust(s), ...more });
const rp = (...st: object[]) => r("rolePolicy", "rp", { role: "x", policy: policy(...st) });
const fn = (more = {}) =>
  r("function", "f", {
    name: "f",
    arn: fnArn,
    role: `arn:aws:iam::${acc}:role/x`,
    runtime: "nodejs24.x",
    handler: "i.h",
    s3Bucket: "x",
    s3Key: "y",
    timeout: 3,
    memorySize: 256,
    ...more,
  });
const qArn = (a = acc) => `arn:aws:sqs:eu-west-1:${a}:q`;
const queue = (a = acc, more = {}) =>
  r("queue", "q", {
    name: "q",
    arn: qArn(a),
    url: `https://sqs.eu-west-1.amazonaws.com/${a}/q`,
    visibilityTimeoutSeconds: 60,
    ...more,
  });
const qp = (...st: object[]) =>
  r("queuePolicy", "qp", { queueUrl: `https://sqs.eu-west-1.amazonaws.com/${acc}/q`, policy: policy(...st) });
const read = {
  Effect: "Allow",
  Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
  Resource: "*",
};
const esm = (a = acc) => r("eventSourceMapping", "e", { functionName: "f", eventSourceArn: qArn(a) });
const tArn = `arn:aws:sns:eu-west-1:${acc}:t`;
const topic = (more = {}) => r("topic", "t", { name: "t", arn: tArn, ...more });
const sub = r("topicSubscription", "s", { topic: tArn, protocol: "sqs", endpoint: qArn() });
const send = (Condition?: object, more = {}) => ({
  Effect: "Allow",
  Principal: { Service: "sns.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: "*",
  ...(Condition ? { Condition } : {}),
  ...more,
});
const perm = (principal: string, more = {}) =>
  r("permission", "p", { function: "f", action: "lambda:InvokeFunction", principal, ...more });
const bucket = r("bucket", "b", { bucket: "bbb1", arn: "arn:aws:s3:::bbb1" });
const notifies = r("bucketNotification", "n", {
  bucket: "bbb1",
  lambdaFunctions: [{ lambdaFunctionArn: fnArn, events: ["s3:ObjectCreated:*"] }],
});
/** A bucket of the other account, and what the function's permission says of the account that calls. */
const bucketOfB = (sourceAccount: string) => {
  const ofB = (resource: Sent) => by(resource, "b", { allowedAccountIds: [B] });
  const permission = perm("s3.amazonaws.com", { sourceArn: "arn:aws:s3:::bbb1", sourceAccount });
  return [ofB(bucket), role(), fn(), permission, ofB(notifies)];
};
const poolArn = `arn:aws:cognito-idp:eu-west-1:${acc}:userpool/eu-west-1_abcdefghi`;
const trigger = (qualifier?: string) => [
  r("userPool", "up", {
    name: "up",
    id: "eu-west-1_abcdefghi",
    arn: poolArn,
    lambdaConfig: { preSignUp: `${fnArn}:live` },
  }),
  perm("cognito-idp.amazonaws.com", { sourceArn: poolArn, qualifier }),
];
const groupArn = `arn:aws:logs:us-east-1:${acc}:log-group:/aws/route53/x`;
const queryLog = (service?: string, Resource = "arn:aws:logs:*:*:log-group:/aws/route53/*") => [
  r("logGroup", "g", { name: "/aws/route53/x", retentionInDays: 30, region: "us-east-1", arn: groupArn }),
  r("aws:route53/queryLog:QueryLog", "ql", { zoneId: "Z1", cloudwatchLogGroupArn: groupArn }),
  ...(service === undefined
    ? []
    : [
        r("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "lp", {
          policyName: "queries",
          policyDocument: policy({
            Effect: "Allow",
            Principal: { Service: service },
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource,
          }),
        }),
      ]),
];

const wired: readonly Input[] = [
  [
    "a queue whose policy names the role",
    ["says nothing of", "event-source-rights"],
    role(),
    fn(),
    queue(),
    qp({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${acc}:role/x` }, Action: read.Action, Resource: qArn() }),
    esm(),
  ],
  ["a mapping whose role has no rights", ["stops", "event-source-rights"], role(), fn(), queue(), esm()],
  [
    "rights that a statement denies",
    ["stops", "event-source-rights"],
    role(),
    fn(),
    queue(),
    rp(read, { Effect: "Deny", Action: "sqs:*", Resource: "*" }),
    esm(),
  ],
  [
    "rights of AWS's policy that a statement denies",
    ["stops", "event-source-rights"],
    role("lambda.amazonaws.com", {
      managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"],
    }),
    fn(),
    queue(),
    rp({ Effect: "Deny", Action: "sqs:*", Resource: "*" }),
    esm(),
  ],
  [
    "rights outside the boundary",
    ["stops", "event-source-rights"],
    r("policy", "b", {
      name: "b",
      arn: `arn:aws:iam::${acc}:policy/b`,
      policy: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
    }),
    role("lambda.amazonaws.com", { permissionsBoundary: `arn:aws:iam::${acc}:policy/b` }),
    fn(),
    queue(),
    rp(read),
    esm(),
  ],
  [
    "rights within a boundary, which is nobody's policy",
    ["says nothing of", "event-source-rights"],
    r("policy", "b", {
      name: "b",
      arn: `arn:aws:iam::${acc}:policy/b`,
      policy: policy({ Effect: "Allow", Action: "*", Resource: "*" }),
    }),
    role("lambda.amazonaws.com", { permissionsBoundary: `arn:aws:iam::${acc}:policy/b` }),
    fn(),
    queue(),
    rp(read),
    esm(),
  ],
  [
    "a queue of another account that does not let the role",
    ["stops", "event-source-rights"],
    role(),
    fn(),
    by(queue(B), "b", { allowedAccountIds: [B] }),
    rp(read),
    esm(B),
  ],
  [
    "a queue of another account that lets the role's",
    ["says nothing of", "event-source-rights"],
    role(),
    fn(),
    queue(B, { policy: policy({ Effect: "Allow", Principal: { AWS: acc }, Action: "sqs:*", Resource: "*" }) }),
    rp(read),
    esm(B),
  ],
  [
    "sns to sqs SourceAccount right",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send({ StringEquals: { "aws:SourceAccount": acc } })),
    sub,
  ],
  [
    "sns to sqs SourceAccount wrong",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send({ StringEquals: { "aws:SourceAccount": B } })),
    sub,
  ],
  [
    "sns to sqs both conds",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send({ StringEquals: { "aws:SourceAccount": [acc] }, ArnLike: { "aws:SourceArn": tArn } })),
    sub,
  ],
  [
    "sns to sqs StringLike arn",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send({ StringLike: { "aws:SourceArn": `arn:aws:sns:*:${acc}:*` } })),
    sub,
  ],
  [
    "sns to sqs with TLS allow cond",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send({ Bool: { "aws:SecureTransport": "true" } })),
    sub,
  ],
  [
    "sns to sqs with TLS deny",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send({ ArnEquals: { "aws:SourceArn": tArn } }), {
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
    sub,
  ],
  [
    "sns to sqs with Deny all",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send(), { Effect: "Deny", Principal: "*", Action: "sqs:SendMessage", Resource: "*" }),
    sub,
  ],
  [
    "sns to sqs with Deny NotEquals SourceArn other",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send(), {
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:SendMessage",
      Resource: "*",
      Condition: { ArnNotEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:123456789012:other" } },
    }),
    sub,
  ],
  [
    "sns to sqs with Deny NotEquals SourceArn same",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send(), {
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:SendMessage",
      Resource: "*",
      Condition: { ArnNotEquals: { "aws:SourceArn": tArn } },
    }),
    sub,
  ],
  [
    "sns to sqs wrong resource in policy",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send(undefined, { Resource: "arn:aws:sqs:eu-west-1:123456789012:other" })),
    sub,
  ],
  [
    "sns to sqs wrong service",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send(undefined, { Principal: { Service: "events.amazonaws.com" } })),
    sub,
  ],
  [
    "sns to sqs wrong topic",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send({ ArnEquals: { "aws:SourceArn": tArn + "2" } })),
    sub,
  ],
  [
    "sns to sqs PrincipalOrgID (service has none)",
    ["advises", "delivery"],
    topic(),
    queue(),
    qp(send({ StringEquals: { "aws:PrincipalOrgID": "o-1" } }, { Principal: "*" })),
    sub,
  ],
  [
    "sns to sqs SourceOrgID",
    ["says nothing of", "delivery"],
    topic(),
    queue(),
    qp(send({ StringEquals: { "aws:SourceOrgID": "o-1234567890" } })),
    sub,
  ],
  ["sns to sqs no policy", ["advises", "delivery"], topic(), queue(), sub],
  [
    "sns to lambda by lambda.ResourcePolicy",
    ["says nothing of", "permission"],
    role(),
    fn(),
    topic(),
    r("aws:lambda/resourcePolicy:ResourcePolicy", "rp", {
      resourceArn: fnArn,
      policy: policy({
        Effect: "Allow",
        Principal: { Service: "sns.amazonaws.com" },
        Action: "lambda:InvokeFunction",
        Resource: fnArn,
        Condition: { ArnLike: { "AWS:SourceArn": tArn } },
      }),
    }),
    r("topicSubscription", "s", { topic: tArn, protocol: "lambda", endpoint: fnArn }),
  ],
  [
    "route53 query log with policy",
    ["says nothing of", "delivery"],
    r("logGroup", "g", {
      name: "/aws/route53/x",
      retentionInDays: 30,
      region: "us-east-1",
      arn: `arn:aws:logs:us-east-1:${acc}:log-group:/aws/route53/x`,
    }),
    r("aws:route53/queryLog:QueryLog", "ql", {
      zoneId: "Z1",
      cloudwatchLogGroupArn: `arn:aws:logs:us-east-1:${acc}:log-group:/aws/route53/x`,
    }),
    r("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "lp", {
      policyName: "x",
      policyDocument: policy({
        Effect: "Allow",
        Principal: { Service: "route53.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "arn:aws:logs:*:*:log-group:/aws/route53/*",
      }),
    }),
  ],
  [
    "s3 to a function: permission right partial name",
    ["says nothing of", "trigger-permission"],
    bucket,
    role(),
    fn(),
    perm("s3.amazonaws.com", { function: `${acc}:function:f`, sourceArn: "arn:aws:s3:::bbb1" }),
    notifies,
  ],
  ["s3 to a function: permission other account", ["stops", "trigger-permission"], ...bucketOfB(acc)],
  ["s3 to a function: permission right account B", ["says nothing of", "trigger-permission"], ...bucketOfB(B)],
  [
    "alb target a function without perm",
    ["stops", "permission"],
    role(),
    fn(),
    r("aws:lb/targetGroup:TargetGroup", "tg", {
      name: "tg",
      targetType: "lambda",
      arn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/1",
    }),
    r("aws:lb/targetGroupAttachment:TargetGroupAttachment", "at", {
      targetGroupArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/tg/1",
      targetId: fnArn,
    }),
  ],
  [
    "ses receipt lambda without perm",
    ["stops", "permission"],
    role(),
    fn(),
    r("aws:ses/receiptRule:ReceiptRule", "rr", {
      name: "rr",
      ruleSetName: "x",
      lambdaActions: [{ functionArn: fnArn, position: 1 }],
    }),
  ],
  [
    "alarm a function without perm",
    ["advises", "permission"],
    role(),
    fn(),
    r("metricAlarm", "al", {
      name: "al",
      comparisonOperator: "GreaterThanThreshold",
      evaluationPeriods: 1,
      metricName: "m",
      namespace: "n",
      period: 60,
      statistic: "Sum",
      threshold: 1,
      alarmActions: [fnArn],
    }),
  ],
  [
    "config rule a function without perm",
    ["stops", "permission"],
    role(),
    fn(),
    r("aws:cfg/rule:Rule", "cr", {
      name: "cr",
      source: {
        owner: "CUSTOM_LAMBDA",
        sourceIdentifier: fnArn,
        sourceDetails: [{ messageType: "ConfigurationItemChangeNotification" }],
      },
    }),
  ],
  [
    "appsync authorizer a function without perm",
    ["advises", "permission"],
    role(),
    fn(),
    r("graphqlApi", "ga", {
      name: "ga",
      authenticationType: "AWS_LAMBDA",
      lambdaAuthorizerConfig: { authorizerUri: fnArn },
    }),
  ],
  [
    "a rule of IoT whose function lets nobody",
    ["advises", "permission"],
    role(),
    fn(),
    r("aws:iot/topicRule:TopicRule", "tr", {
      name: "tr",
      enabled: true,
      sql: "SELECT * FROM 'a'",
      sqlVersion: "2016-03-23",
      lambdas: [{ functionArn: fnArn }],
    }),
  ],
  [
    "a trigger by an alias, and a permission without",
    ["advises", "cognito-trigger-permission"],
    role(),
    fn(),
    ...trigger(),
  ],
  [
    "a trigger by an alias, and its permission",
    ["says nothing of", "cognito-trigger-permission"],
    role(),
    fn(),
    ...trigger("live"),
  ],
  ["a query log without a policy of the program", ["advises", "route53-query-log-policy"], ...queryLog()],
  ["a query log and its policy", ["says nothing of", "log-policy"], ...queryLog("route53.amazonaws.com")],
  [
    "a query log and the policy of another service",
    ["advises", "route53-query-log-policy"],
    ...queryLog("es.amazonaws.com"),
  ],
  [
    "a query log and a policy for other groups",
    ["advises", "route53-query-log-policy"],
    ...queryLog("route53.amazonaws.com", "arn:aws:logs:*:*:log-group:/other/*"),
  ],
  [
    "a rule's target that is a log group, without a policy of the program",
    ["advises", "eventbridge-target-log-policy"],
    r("eventTarget", "tg", { rule: "ru", arn: groupArn }),
  ],
  [
    "a domain that publishes logs, without a policy of the program",
    ["advises", "opensearch-log-policy"],
    r("aws:opensearch/domain:Domain", "d", {
      domainName: "search",
      logPublishingOptions: [{ logType: "INDEX_SLOW_LOGS", cloudwatchLogGroupArn: groupArn }],
    }),
  ],
];

judges("what one resource may do to another", wired);
