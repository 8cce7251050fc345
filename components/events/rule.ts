import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { limits } from "../../limits";
import { type AlarmArgs, deadLetterAlarm } from "../core/alarms";
import { Check, type Problem, Problems } from "../core/check";
import { DeadLetterQueue } from "../function/deadLetterQueue";
import { withDefaults } from "../core/defaults";
import { type Function } from "../function/function";
import { type Tags } from "../core/tags";

/** Arguments of an {@link EventRule}. */
export interface EventRuleArgs {
  /**
   * Which events match: each member a list of values or of comparisons. For example `{ source: ["shop"] }`.
   * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
   */
  pattern: Record<string, unknown>;
  /** What is called with each event that matches: 1 to 5. */
  functions: Function[];
  /** Name or ARN of the event bus. Default: the account's default bus. */
  busName?: pulumi.Input<string>;
  /** Retries of a call that EventBridge could not make, 0 to 185. Default: 185, as EventBridge's own. */
  maximumRetryAttempts?: number;
  /** Seconds after which an event is given up, 60 to 86,400. Default: 3,600 (EventBridge's own is a day). */
  maximumEventAgeSeconds?: number;
  /** Default: true. */
  enabled?: boolean;
  /** Alarm for events that could not be handed over. Default: on, with no action. */
  alarms?: AlarmArgs;
  /** Tags of everything in the component that takes tags. */
  tags?: Tags;
}

/** What a rule has when its arguments do not say. */
export const eventRuleDefaults = { maximumRetryAttempts: 185, maximumEventAgeSeconds: 3_600, enabled: true };

/**
 * A rule of EventBridge that calls functions with the events that match its pattern.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules.html
 */
export class EventRule extends pulumi.ComponentResource {
  readonly rule: aws.cloudwatch.EventRule;
  /** Events that EventBridge could not hand to Lambda. */
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
    for (const target of settings.functions) this.call(name, target, settings);
    const description = `EventBridge could not hand events of ${name} over: they wait in its dead letter queue`;
    deadLetterAlarm(
      `${name}-undelivered`,
      { queueName: this.deadLetterQueue.queue.name, description },
      { ...alarms, tags },
      child,
    );
    this.registerOutputs({ ruleArn: this.rule.arn });
  }

  private call(name: string, target: Function, settings: EventRuleArgs & typeof eventRuleDefaults): void {
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

/** What cannot work of a rule's arguments. */
export function eventRuleProblems(args: EventRuleArgs): Problem[] {
  const { targets, retries, eventAge } = limits.eventbridge;
  const names = args.functions.map((target) => target.name);
  const wrong = Object.entries(args.pattern).find(([, value]) => typeof value !== "object" || value === null);
  return new Problems()
    .that(names.length >= 1, "functions", names, "name one or more")
    .that(
      names.length <= targets.max,
      "functions.length",
      names.length,
      `AWS allows ${targets.max} targets a rule: add a rule with the same pattern (${targets.page})`,
    )
    .that(new Set(names).size === names.length, "functions", names, "name each function once")
    .that(
      Object.keys(args.pattern).length > 0,
      "pattern",
      args.pattern,
      'give one member or more, for example { source: ["shop"] }: EventBridge refuses an empty pattern',
    )
    .that(!wrong, `pattern.${wrong?.[0]}`, wrong?.[1], "values stand in a list: EventBridge refuses a single one")
    .range("maximumRetryAttempts", args.maximumRetryAttempts, retries)
    .range("maximumEventAgeSeconds", args.maximumEventAgeSeconds, eventAge).list;
}
