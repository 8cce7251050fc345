import { wellArchitected } from "../../frame/controls";
import { readQualifier } from "../../frame/functionName";
import { type Graph } from "../../frame/graph";
import { type Property, valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { mayInvoke } from "../../readings/wiring";
import { type Join, groundedLevel, makeJoin, type Wiring } from "./joins";
import { subscriptionFilter } from "./rights";

/** A service that invokes a function by a permission. */
interface Invocation extends Wiring {
  /** The rule `<rule>-permission`. */
  readonly rule: string;
  readonly joins: (stack: Graph) => readonly Join[];
}

const guide = "https://docs.aws.amazon.com";

const table: readonly Invocation[] = [
  {
    rule: "eventbridge-target",
    service: "events.amazonaws.com",
    joins: (stack) => stack.ofType(types.eventTarget).map(makeJoin(stack, "arn", ["rule", types.eventRule])),
    refused: false,
    because: "no event ever gets there",
    page: `${guide}/eventbridge/latest/userguide/eb-use-resource-based.html#eb-lambda-permissions`,
  },
  {
    rule: "sns-subscription",
    service: "sns.amazonaws.com",
    joins: (stack) =>
      stack
        .ofType(types.topicSubscription)
        .filter((owner) => isText(owner.get("protocol"), "lambda"))
        .map(makeJoin(stack, "endpoint", ["topic", types.topic])),
    refused: false,
    because: "no message ever gets there",
    page: `${guide}/lambda/latest/dg/with-sns.html`,
  },
  {
    rule: "logs-subscription",
    service: "logs.amazonaws.com",
    joins: (stack) => stack.ofType(subscriptionFilter).map((owner) => ({ owner, target: owner.get("destinationArn") })),
    refused: true,
    because: "CloudWatch Logs refuses such a filter",
    page: `${guide}/AmazonCloudWatch/latest/logs/SubscriptionFilters.html#LambdaFunctionExample`,
  },
  {
    rule: "secretsmanager-rotation",
    service: "secretsmanager.amazonaws.com",
    joins: (stack) =>
      stack.ofType(types.secretRotation).map(makeJoin(stack, "rotationLambdaArn", ["secretId", types.secret])),
    refused: true,
    because: "Secrets Manager refuses such a rotation",
    page: `${guide}/secretsmanager/latest/userguide/rotating-secrets-required-permissions-function.html`,
  },
  {
    rule: "apigateway-authorizer",
    service: "apigateway.amazonaws.com",
    joins: (stack) => [
      ...withoutRole(stack.ofType(types.apiAuthorizer), "authorizerCredentials", "authorizerUri"),
      ...withoutRole(stack.ofType(types.httpAuthorizer), "authorizerCredentialsArn", "authorizerUri"),
    ],
    refused: false,
    because: "every call is answered with 500",
    page: `${guide}/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html`,
  },
  {
    rule: "appsync-authorizer",
    service: "appsync.amazonaws.com",
    joins: (stack) =>
      stack.ofType(types.graphqlApi).flatMap((owner) => [
        { owner, target: owner.get("lambdaAuthorizerConfig", "authorizerUri"), source: owner },
        ...valueOr(owner.get("additionalAuthenticationProviders").list(), []).map((provider) => ({
          owner,
          target: provider.at("lambdaAuthorizerConfig", "authorizerUri"),
          source: owner,
        })),
      ]),
    refused: false,
    because: "every request is refused",
    page: `${guide}/appsync/latest/devguide/security-authz.html#aws-lambda-authorization`,
  },
  {
    rule: "lb-target",
    service: "elasticloadbalancing.amazonaws.com",
    joins: (stack) =>
      ["aws:lb/targetGroupAttachment:TargetGroupAttachment", "aws:alb/targetGroupAttachment:TargetGroupAttachment"]
        .flatMap((type) => stack.ofType(type))
        .map((owner) => ({ owner, target: owner.get("targetId") })),
    refused: true,
    because: "the load balancer refuses such a target",
    page: `${guide}/elasticloadbalancing/latest/application/lambda-functions.html#lambda-permissions`,
  },
  {
    rule: "iot-rule",
    service: "iot.amazonaws.com",
    joins: (stack) =>
      stack.ofType("aws:iot/topicRule:TopicRule").flatMap((owner) => [
        ...valueOr(owner.get("lambdas").list(), []).map((each) => ({
          owner,
          target: each.at("functionArn"),
          source: owner,
        })),
        { owner, target: owner.get("errorAction", "lambda", "functionArn"), source: owner },
      ]),
    refused: false,
    because: "no message ever gets there",
    page: `${guide}/iot/latest/developerguide/lambda-rule-action.html`,
  },
  {
    rule: "ses-receipt",
    service: "ses.amazonaws.com",
    joins: (stack) =>
      stack
        .ofType("aws:ses/receiptRule:ReceiptRule")
        .flatMap((owner) =>
          valueOr(owner.get("lambdaActions").list(), []).map((each) => ({ owner, target: each.at("functionArn") })),
        ),
    refused: true,
    because: "SES refuses such a rule",
    page: `${guide}/ses/latest/dg/receiving-email-permissions.html#receiving-email-permissions-lambda`,
  },
  {
    rule: "cloudwatch-alarm",
    service: "lambda.alarms.cloudwatch.amazonaws.com",
    joins: (stack) =>
      [types.metricAlarm, "aws:cloudwatch/compositeAlarm:CompositeAlarm"].flatMap((type) =>
        stack
          .ofType(type)
          .flatMap((owner) =>
            ["alarmActions", "okActions", "insufficientDataActions"].flatMap((property) =>
              valueOr(owner.get(property).list(), []).map((target) => ({ owner, target, source: owner })),
            ),
          ),
      ),
    refused: false,
    because: "no alarm ever gets there",
    page: `${guide}/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html`,
  },
  {
    rule: "config-rule",
    service: "config.amazonaws.com",
    joins: (stack) =>
      stack.ofType("aws:cfg/rule:Rule").map((owner) => ({ owner, target: owner.get("source", "sourceIdentifier") })),
    refused: true,
    because: "AWS Config refuses such a rule",
    page: `${guide}/config/latest/developerguide/evaluate-config_develop-rules_nodejs.html`,
  },
];

function withoutRole(owners: readonly Resource[], role: string, target: string): readonly Join[] {
  return owners
    .filter((owner) => owner.get(role).any().state === "absent" || owner.leavesToAws(owner.get(role)))
    .map((owner) => ({ owner, target: owner.get(target) }));
}

function isText(property: Property, value: string): boolean {
  const text = property.text();
  return text.state === "known" && text.value === value;
}

function check(stack: Graph, { service, because }: Invocation, { owner, target, source }: Join): Verdict {
  const functions = stack.functions(owner, target);
  if (functions.state !== "resolved") return holds; // no function, or one of another stack
  const qualifier = readQualifier(target);
  return functions.to.flatMap((fn): Verdict => {
    const answer = mayInvoke(stack, { service, source }, fn, qualifier);
    if (answer === "yes") return holds;
    const named = qualifier ? `${fn.label} by its qualifier ${qualifier}` : fn.label;
    return answer === "no"
      ? violated(owner, `${target.name} is ${named}, which ${service} may not invoke: ${because}`)
      : notEvaluated(owner, `who may invoke ${fn.label}`);
  });
}

function permissionRule(invocation: Invocation): StackRule {
  const { rule, service, refused, page } = invocation;
  return {
    scope: "stack",
    id: `${rule}-permission`,
    title: `A function that ${service} invokes has a permission for it`,
    severity: "high",
    ...groundedLevel(refused),
    controls: [wellArchitected("SEC03-BP02")],
    fix: `Make a Permission with principal ${service}, the same qualifier, and sourceArn of what invokes the function.`,
    page,
    check: (stack) => invocation.joins(stack).flatMap((join) => check(stack, invocation, join)),
  };
}

/** A rule for each service that invokes functions of a program. */
export const functionPermissions: readonly StackRule[] = table.map(permissionRule);
