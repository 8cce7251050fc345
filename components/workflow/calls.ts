import * as pulumi from "@pulumi/pulumi";
import { publish, sendMessages, type Statement } from "../core/permissions";
import { type Expression, type ServiceCall } from "./args";

/** Something with an ARN that may be encrypted with a customer-managed key. */
interface Target {
  arn: pulumi.Input<string>;
  kmsKeyArn?: pulumi.Input<string>;
}

/**
 * Publishes a message to a topic; values other than text as JSON.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-sns.html
 */
export function publishMessage(topic: Target, message: Expression): ServiceCall {
  return {
    resource: "states:::sns:publish",
    arguments: { TopicArn: topic.arn, Message: message },
    statements: publish(topic).statements,
  };
}

/**
 * Sends a message to a queue; values other than text as JSON.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-sqs.html
 */
export function sendMessage(queue: Target & { url: pulumi.Input<string> }, message: Expression): ServiceCall {
  return {
    resource: "states:::sqs:sendMessage",
    arguments: { QueueUrl: queue.url, MessageBody: message },
    statements: sendMessages(queue).statements,
  };
}

/** An event that a workflow puts on a bus. */
export interface BusEventArgs {
  /** Its source. */
  source: string;
  /** Its detail type. */
  detailType: string;
  detail: Expression;
}

/** Puts an event on an EventBridge bus. https://docs.aws.amazon.com/step-functions/latest/dg/connect-eventbridge.html */
export function putEvent(
  bus: { name: pulumi.Input<string>; arn: pulumi.Input<string> },
  event: BusEventArgs,
): ServiceCall {
  const { source, detailType, detail } = event;
  return {
    resource: "states:::events:putEvents",
    arguments: { Entries: [{ EventBusName: bus.name, Source: source, DetailType: detailType, Detail: detail }] },
    statements: [{ Action: "events:PutEvents", Resource: bus.arn }],
  };
}

/**
 * Starts another workflow; with `wait` it continues when that one has ended, which Express workflows cannot.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */
export function runWorkflow(
  workflow: { arn: pulumi.Input<string>; startArn: pulumi.Input<string> },
  args: { input?: Expression; wait?: boolean } = {},
): ServiceCall {
  const { input = "{% $states.input %}", wait = false } = args;
  const statements: Statement[] = [{ Action: "states:StartExecution", Resource: workflow.startArn }];
  if (wait) {
    const rule = pulumi.output(workflow.arn).apply((arn) => {
      const [head, partition, , region, account] = arn.split(":");
      return [
        head,
        partition,
        "events",
        region,
        account,
        "rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
      ].join(":");
    });
    statements.push(
      { Action: ["states:DescribeExecution", "states:StopExecution"], Resource: executionsArn(workflow.arn) },
      // Step Functions creates this rule itself, to learn when the other workflow ends.
      { Action: ["events:PutTargets", "events:PutRule", "events:DescribeRule"], Resource: rule },
    );
  }
  return {
    resource: `states:::states:startExecution${wait ? ".sync:2" : ""}`,
    arguments: { StateMachineArn: workflow.startArn, Input: input },
    statements,
  };
}

/** ARN of a state machine's executions in IAM. */
export const executionsArn = (stateMachineArn: pulumi.Input<string>): pulumi.Output<string> =>
  pulumi.interpolate`${pulumi.output(stateMachineArn).apply((arn) => arn.replace(":stateMachine:", ":execution:"))}:*`;
