import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { deadLetterAlarm } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { withDefaults } from "../core/defaults";
import { asCallee, type Callee } from "../function/target";
import { type EventRuleArgs, eventRuleDefaults } from "./ruleArgs";
import { eventRuleProblems } from "./ruleCheck";

/**
 * An EventBridge rule that calls functions with matching events.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html
 */
@component
export class EventRule extends pulumi.ComponentResource {
  readonly rule: aws.cloudwatch.EventRule;
  /** Holds events that EventBridge could not deliver to Lambda. */
  readonly deadLetterQueue: DeadLetterQueue;

  constructor(name: string, args: EventRuleArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:events:EventRule", name, {}, opts);
    new Check("EventRule", name).args(args, eventRuleProblems).done();
    const settings = withDefaults(eventRuleDefaults, args);
    const { alarms, tags } = settings;
    const child = { parent: this };
    this.rule = new aws.cloudwatch.EventRule(
      name,
      {
        eventBusName: settings.busName,
        eventPattern: JSON.stringify(settings.pattern),
        state: settings.enabled ? "ENABLED" : "DISABLED",
        tags,
      },
      child,
    );
    this.deadLetterQueue = new DeadLetterQueue(
      `${name}-undelivered`,
      { sender: { service: "events.amazonaws.com", sourceArn: this.rule.arn }, tags },
      child,
    );
    for (const target of settings.functions) this.call(name, asCallee(target), settings);
    const description = `EventBridge could not deliver events of ${name}: they wait in its dead letter queue`;
    deadLetterAlarm(
      `${name}-undelivered`,
      { queueName: this.deadLetterQueue.queue.name, description },
      { ...alarms, tags },
      child,
    );
    this.registerOutputs({ ruleArn: this.rule.arn });
  }

  private call(name: string, target: Callee, settings: EventRuleArgs & typeof eventRuleDefaults): void {
    const permission = new aws.lambda.Permission(
      `${name}-${target.name}`,
      {
        action: "lambda:InvokeFunction",
        function: target.functionName,
        qualifier: target.alias?.name,
        principal: "events.amazonaws.com",
        sourceArn: this.rule.arn,
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(
      `${name}-${target.name}`,
      {
        rule: this.rule.name,
        eventBusName: settings.busName,
        arn: target.invokeTargetArn,
        retryPolicy: {
          maximumRetryAttempts: settings.maximumRetryAttempts,
          maximumEventAgeInSeconds: settings.maximumEventAgeSeconds,
        },
        deadLetterConfig: { arn: this.deadLetterQueue.arn },
      },
      { parent: this, dependsOn: [permission] },
    );
  }
}
