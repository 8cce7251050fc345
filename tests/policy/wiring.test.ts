import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

type Properties = Record<string, unknown>;

const sent = (type: string, name: string, properties: Properties): Sent => ({ type, name, properties, links: {} });
const document = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const account = "123456789012";
const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:${account}:${rest}`;

const trust = (Service: unknown) => document({ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" });
const role = (assumeRolePolicy: unknown = trust("lambda.amazonaws.com"), more: Properties = {}) =>
  resource("role", "r", { name: "r", arn: `arn:aws:iam::${account}:role/r`, assumeRolePolicy, ...more });
const fn = (more: Properties = {}) =>
  resource("function", "f", { name: "f", arn: arn("lambda", "function:f"), role: "r", ...more });
const rights = (...Action: string[]) =>
  resource("rolePolicy", "p", { role: "r", policy: document({ Effect: "Allow", Action, Resource: "*" }) });
const permission = (principal: string, more: Properties = {}) =>
  resource("permission", "p", { function: "f", action: "lambda:InvokeFunction", principal, ...more });

cases("lambda-role-trust", {
  holds: {
    "a role for Lambda": [role(), fn({ role: `arn:aws:iam::${account}:role/r` })],
    "a role for several services": [role(trust(["edgelambda.amazonaws.com", "lambda.amazonaws.com"])), fn()],
    "a role of another stack": [fn({ role: `arn:aws:iam::${account}:role/other` })],
    "a statement of another action beside": [
      role(
        document(
          {
            Effect: "Allow",
            Principal: { Service: "lambda.amazonaws.com" },
            Action: ["sts:TagSession", "sts:assumerole"],
          },
          { Effect: "Deny", Principal: "*", Action: "sts:TagSession" },
        ),
      ),
      fn(),
    ],
  },
  violates: {
    "a role for EC2": [["lambda.amazonaws.com may not assume"], role(trust("ec2.amazonaws.com")), fn()],
    "a role for an account": [
      ["may not assume"],
      role(document({ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "sts:AssumeRole" })),
      fn(),
    ],
  },
  open: { "a trust that is not known yet": [["r (assumeRolePolicy)"], role(unknown), fn()] },
});
cases("states-role-trust", {
  holds: {
    "the service's name with a Region": [
      role(trust("states.eu-west-1.amazonaws.com")),
      resource("stateMachine", "m", { roleArn: `arn:aws:iam::${account}:role/r` }),
    ],
  },
  violates: {
    "a role for Lambda": [
      ["states.amazonaws.com may not assume"],
      role(),
      resource("stateMachine", "m", { roleArn: `arn:aws:iam::${account}:role/r` }),
    ],
  },
});
cases("scheduler-role-trust", {
  holds: {
    "a role for the Scheduler": [
      role(trust("scheduler.amazonaws.com")),
      resource("schedule", "s", {
        target: { arn: arn("lambda", "function:f"), roleArn: `arn:aws:iam::${account}:role/r` },
      }),
    ],
  },
  violates: {
    "a role for EventBridge": [
      ["scheduler.amazonaws.com may not assume"],
      role(trust("events.amazonaws.com")),
      resource("schedule", "s", {
        target: { arn: arn("lambda", "function:f"), roleArn: `arn:aws:iam::${account}:role/r` },
      }),
    ],
  },
});

const rule = resource("eventRule", "rule", { name: "rule", arn: arn("events", "rule/rule") });
const calls = (target = arn("lambda", "function:f")) => resource("eventTarget", "t", { rule: "rule", arn: target });
const events = "events.amazonaws.com";
const alias = resource("alias", "live", { name: "live", functionName: "f", arn: arn("lambda", "function:f:live") });
cases("eventbridge-target-permission", {
  holds: {
    "a permission for the rule": [fn(), rule, calls(), permission(events, { sourceArn: arn("events", "rule/rule") })],
    "a permission for all rules": [fn(), rule, calls(), permission(events, { sourceArn: arn("events", "rule/*") })],
    "a permission by the name with an account": [
      fn(),
      rule,
      calls(),
      permission(events, { function: `${account}:function:f`, action: "lambda:invokefunction" }),
    ],
    "an alias with a permission of its own": [
      fn(),
      alias,
      rule,
      calls(arn("lambda", "function:f:live")),
      permission(events, { qualifier: "live" }),
    ],
    "an alias with a permission by its name": [
      fn(),
      alias,
      rule,
      calls(arn("lambda", "function:f:live")),
      permission(events, { function: "f:live" }),
    ],
    "a function of another stack": [rule, calls(arn("lambda", "function:other"))],
    "a target that is no function": [rule, calls(arn("sqs", "q"))],
  },
  violates: {
    "no permission": [["events.amazonaws.com may not invoke"], fn(), rule, calls()],
    "a permission for another service": [["may not invoke"], fn(), rule, calls(), permission("s3.amazonaws.com")],
    "a permission for another rule": [
      ["may not invoke"],
      fn(),
      rule,
      calls(),
      permission(events, { sourceArn: arn("events", "rule/other") }),
    ],
    "a permission for another action": [
      ["may not invoke"],
      fn(),
      rule,
      calls(),
      permission(events, { action: "lambda:GetFunction" }),
    ],
    "an alias, with a permission for the function without one": [
      ["by its qualifier live"],
      fn(),
      alias,
      rule,
      calls(arn("lambda", "function:f:live")),
      permission(events),
    ],
    "the function, with a permission for an alias": [
      ["may not invoke"],
      fn(),
      rule,
      calls(),
      permission(events, { qualifier: "live" }),
    ],
  },
  open: {
    "a principal that is not known yet": [["who may invoke"], fn(), rule, calls(), permission(unknown)],
  },
});
const topic = resource("topic", "t", { arn: arn("sns", "t") });
const subscribes = (protocol: string, endpoint: string) =>
  resource("topicSubscription", "s", { topic: arn("sns", "t"), protocol, endpoint });
cases("sns-subscription-permission", {
  holds: {
    "a permission for the topic": [
      fn(),
      topic,
      subscribes("lambda", arn("lambda", "function:f")),
      permission("sns.amazonaws.com", { sourceArn: arn("sns", "t") }),
    ],
    "an address": [topic, subscribes("email", "a@example.com")],
  },
  violates: {
    "no permission": [["no message ever"], fn(), topic, subscribes("lambda", arn("lambda", "function:f"))],
  },
});
const filter = sent("aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "l", {
  destinationArn: arn("lambda", "function:f"),
  logGroup: "g",
});
cases("logs-subscription-permission", {
  holds: {
    "a permission for CloudWatch Logs": [fn(), filter, permission("logs.amazonaws.com")],
    "a permission for CloudWatch Logs of one Region": [fn(), filter, permission("logs.eu-west-1.amazonaws.com")],
  },
  violates: {
    "no permission": [["CloudWatch Logs refuses"], fn(), filter],
    "a permission for another service whose name begins so": [
      ["CloudWatch Logs refuses"],
      fn(),
      filter,
      permission("logs.rds.amazonaws.com"),
    ],
  },
});
const rotation = resource("secretRotation", "x", { secretId: "s", rotationLambdaArn: arn("lambda", "function:f") });
cases("secretsmanager-rotation-permission", {
  holds: { "a permission for Secrets Manager": [fn(), rotation, permission("secretsmanager.amazonaws.com")] },
  violates: { "no permission": [["refuses such a rotation"], fn(), rotation] },
});
const authorizer = (more: Properties = {}) =>
  resource("apiAuthorizer", "a", {
    authorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${arn("lambda", "function:f")}/invocations`,
    ...more,
  });
cases("apigateway-authorizer-permission", {
  holds: {
    "a permission": [fn(), authorizer(), permission("apigateway.amazonaws.com")],
    "a role": [fn(), authorizer({ authorizerCredentials: `arn:aws:iam::${account}:role/x` })],
  },
  violates: { neither: [["answered with 500"], fn(), authorizer()] },
});
const bucket = resource("bucket", "b", { bucket: "b" });
const notifies = (more: Properties) => resource("bucketNotification", "n", { bucket: "b", ...more });
const toFunction = notifies({
  lambdaFunctions: [{ lambdaFunctionArn: arn("lambda", "function:f"), events: ["s3:ObjectCreated:*"] }],
});
const s3 = "s3.amazonaws.com";
cases("s3-trigger-permission", {
  holds: {
    "a permission for the bucket": [fn(), bucket, toFunction, permission(s3, { sourceArn: "arn:aws:s3:::b" })],
  },
  violates: {
    "a permission for another bucket": [
      ["which S3 may not invoke"],
      fn(),
      bucket,
      toFunction,
      permission(s3, { sourceArn: "arn:aws:s3:::other" }),
    ],
    "a permission for a bucket of another account": [
      ["which S3 may not invoke"],
      fn(),
      bucket,
      toFunction,
      permission(s3, { sourceArn: "arn:aws:s3:::b", sourceAccount: "999999999999" }),
    ],
  },
});

const queue = (more: Properties = {}) => resource("queue", "q", { name: "q", url: "q", arn: arn("sqs", "q"), ...more });
const lets = (Service: string, more: Properties = {}) => ({
  Effect: "Allow",
  Principal: { Service },
  Action: "sqs:SendMessage",
  Resource: arn("sqs", "q"),
  ...more,
});
const queuePolicy = (...all: unknown[]) => resource("queuePolicy", "qp", { queueUrl: "q", policy: document(...all) });
const toQueue = notifies({ queues: [{ queueArn: arn("sqs", "q"), events: ["s3:ObjectCreated:*"] }] });
const under = (value: unknown) => ({ Condition: { ArnLike: { "aws:SourceArn": value } } });
cases("s3-notification-delivery", {
  holds: {
    "a policy for the bucket": [bucket, queue(), toQueue, queuePolicy(lets(s3, under("arn:aws:s3:::b")))],
    "a policy of the queue itself": [bucket, queue({ policy: document(lets(s3)) }), toQueue],
    "a policy for every bucket whose name begins alike": [
      bucket,
      queue(),
      toQueue,
      queuePolicy(lets(s3, under(["arn:aws:s3:::b*"]))),
    ],
  },
  violates: {
    "no policy": [["whose policy does not let s3.amazonaws.com send"], bucket, queue(), toQueue],
    "a policy for another service": [
      ["does not let"],
      bucket,
      queue(),
      toQueue,
      queuePolicy(lets("sns.amazonaws.com")),
    ],
    "a policy for another bucket": [
      ["does not let"],
      bucket,
      queue(),
      toQueue,
      queuePolicy(lets(s3, under("arn:aws:s3:::other"))),
    ],
    "a policy for another action": [
      ["does not let"],
      bucket,
      queue(),
      toQueue,
      queuePolicy(lets(s3, { Action: "sqs:ReceiveMessage" })),
    ],
    "a key that AWS manages": [
      ["kmsMasterKeyId is alias/aws/sqs"],
      bucket,
      queue({ kmsMasterKeyId: "alias/aws/sqs" }),
      toQueue,
      queuePolicy(lets(s3)),
    ],
    "a topic without a policy": [
      ["does not let"],
      bucket,
      topic,
      notifies({ topics: [{ topicArn: arn("sns", "t"), events: ["s3:ObjectCreated:*"] }] }),
    ],
  },
  open: {
    "a policy that is not known yet": [
      ["the policy of"],
      bucket,
      queue(),
      toQueue,
      resource("queuePolicy", "qp", { queueUrl: "q", policy: unknown }, { policy: ["bucket:b"] }),
    ],
  },
});
cases("sns-subscription-delivery", {
  holds: {
    "a policy for the topic": [
      topic,
      queue(),
      subscribes("sqs", arn("sqs", "q")),
      queuePolicy(lets("sns.amazonaws.com", under(arn("sns", "t")))),
    ],
  },
  violates: { "no policy": [["no message ever"], topic, queue(), subscribes("sqs", arn("sqs", "q"))] },
});
cases("eventbridge-target-delivery", {
  holds: { "a policy for the rule": [rule, queue(), calls(arn("sqs", "q")), queuePolicy(lets(events))] },
  violates: {
    "no policy": [["no event ever"], rule, queue(), calls(arn("sqs", "q"))],
    "dead letters without a policy": [
      ["deadLetterConfig.arn"],
      rule,
      queue(),
      resource("eventTarget", "t", {
        rule: "rule",
        arn: arn("lambda", "function:f"),
        deadLetterConfig: { arn: arn("sqs", "q") },
      }),
    ],
  },
});

const mapping = (more: Properties = {}) =>
  resource("eventSourceMapping", "m", { functionName: "f", eventSourceArn: arn("sqs", "q"), ...more });
const managed = (name: string) =>
  resource("rolePolicyAttachment", "a", { role: "r", policyArn: `arn:aws:iam::aws:policy/${name}` });
cases("lambda-event-source-rights", {
  holds: {
    "the actions on the queue": [
      role(),
      fn(),
      queue(),
      mapping(),
      rights("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
    ],
    "all actions": [role(), fn(), queue(), mapping(), rights("sqs:*")],
    "a policy of AWS": [role(), fn(), queue(), mapping(), managed("service-role/AWSLambdaSQSQueueExecutionRole")],
    "a policy of AWS in a list of the role": [
      role(undefined, { managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole"] }),
      fn(),
      queue(),
      mapping(),
    ],
    "an inline policy of the role": [
      role(undefined, {
        inlinePolicies: [{ name: "x", policy: document({ Effect: "Allow", Action: "sqs:*", Resource: "*" }) }],
      }),
      fn(),
      queue(),
      mapping(),
    ],
    "a role of another stack": [fn({ role: `arn:aws:iam::${account}:role/other` }), queue(), mapping()],
  },
  violates: {
    "no rights": [["needs sqs:ReceiveMessage, sqs:DeleteMessage", "may not do"], role(), fn(), queue(), mapping()],
    "one action that is missing": [
      ["needs sqs:DeleteMessage,"],
      role(),
      fn(),
      queue(),
      mapping(),
      rights("sqs:ReceiveMessage", "sqs:GetQueueAttributes"),
    ],
    "rights on another queue": [
      ["needs sqs:ReceiveMessage"],
      role(),
      fn(),
      queue(),
      mapping(),
      resource("rolePolicy", "p", {
        role: "r",
        policy: document({ Effect: "Allow", Action: "sqs:*", Resource: arn("sqs", "other") }),
      }),
    ],
    "a function by its alias": [["needs"], role(), fn(), queue(), mapping({ functionName: "f:live" })],
    "a policy of AWS for another source": [
      ["needs sqs:ReceiveMessage"],
      role(),
      fn(),
      queue(),
      mapping(),
      managed("service-role/AWSLambdaDynamoDBExecutionRole"),
    ],
  },
  open: {
    "a policy that is not known yet": [
      ["what Role"],
      role(),
      fn(),
      queue(),
      mapping(),
      resource("rolePolicy", "p", { role: "r", policy: unknown }),
    ],
    "a policy of AWS that the pack does not know": [
      ["what Role"],
      role(),
      fn(),
      queue(),
      mapping(),
      managed("SomethingElse"),
    ],
  },
});
cases("lambda-destination-rights", {
  holds: {
    "dead letters that the role may send to": [
      role(),
      fn({ deadLetterConfig: { targetArn: arn("sqs", "q") } }),
      queue(),
      rights("sqs:SendMessage"),
    ],
  },
  violates: {
    "dead letters that it may not send to": [
      ["deadLetterConfig.targetArn needs sqs:SendMessage"],
      role(),
      fn({ deadLetterConfig: { targetArn: arn("sqs", "q") } }),
      queue(),
    ],
    "a destination that it may not publish to": [
      ["needs sns:Publish"],
      role(),
      fn(),
      topic,
      resource("functionEventInvokeConfig", "c", {
        functionName: "f",
        destinationConfig: { onFailure: { destination: arn("sns", "t") } },
      }),
    ],
  },
});
cases("lambda-network-rights", {
  holds: {
    "a policy of AWS": [
      role(),
      fn({ vpcConfig: { subnetIds: ["s"], securityGroupIds: ["g"] } }),
      managed("service-role/AWSLambdaVPCAccessExecutionRole"),
    ],
    "no network": [role(), fn({ vpcConfig: { subnetIds: [], securityGroupIds: [] } })],
  },
  violates: {
    "the rights of a function outside": [
      ["needs ec2:CreateNetworkInterface"],
      role(),
      fn({ vpcConfig: { subnetIds: ["s"], securityGroupIds: ["g"] } }),
      managed("service-role/AWSLambdaBasicExecutionRole"),
    ],
  },
});
const scheduled = resource("schedule", "s", {
  target: { arn: arn("lambda", "function:f"), roleArn: `arn:aws:iam::${account}:role/r` },
});
cases("scheduler-target-rights", {
  holds: {
    "a role that may invoke": [role(trust("scheduler.amazonaws.com")), scheduled, rights("lambda:InvokeFunction")],
  },
  violates: {
    "a role that may not": [["needs lambda:InvokeFunction"], role(trust("scheduler.amazonaws.com")), scheduled],
  },
});
cases("pipes-role-rights", {
  holds: {
    "a role that may read and send": [
      role(trust("pipes.amazonaws.com")),
      resource("pipe", "p", { roleArn: "r", source: arn("sqs", "q"), target: arn("events", "event-bus/x") }),
      rights("sqs:*", "events:PutEvents"),
    ],
  },
  violates: {
    "a role that may only read": [
      ["target needs events:PutEvents"],
      role(trust("pipes.amazonaws.com")),
      resource("pipe", "p", { roleArn: "r", source: arn("sqs", "q"), target: arn("events", "event-bus/x") }),
      rights("sqs:*"),
    ],
  },
});
