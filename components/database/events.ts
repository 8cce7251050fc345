import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { type DatabaseEventsArgs } from "./eventsArgs";
import { databaseEventsProblems } from "./eventsCheck";
import { withDefaults } from "../core/defaults";
import { NodeFunction, ownHandler } from "../function/nodeFunction";
import { publish } from "../core/permissions";
import { serviceKey } from "../core/serviceKey";
import { Table } from "../dynamodb/table";
import { AttributeType } from "../dynamodb/args";
import { Topic } from "../events/topic";

/** Defaults of the pattern's arguments. */
export const databaseEventsDefaults = { timeoutSeconds: 30, memoryMb: 256 };

/** The service that publishes the events of RDS. */
const RDS_EVENTS = "events.rds.amazonaws.com";

/**
 * Events of databases, sorted: RDS → topic → function, which logs and counts each event once by severity, and passes
 * critical ones on to another topic.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.html
 */
@component
export class DatabaseEvents extends pulumi.ComponentResource {
  /** Gets every event from RDS. */
  readonly topic: Topic;
  /** Gets each critical event once. */
  readonly criticalTopic: Topic;
  readonly function: NodeFunction;
  /** Remembers for a week which events were handled. */
  readonly handled: Table;
  /** One subscription for each type of source. */
  readonly subscriptions: aws.rds.EventSubscription[];

  constructor(name: string, args: DatabaseEventsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:data:DatabaseEvents", name, {}, opts);
    new Check("DatabaseEvents", name).args(args, databaseEventsProblems).done();
    const { sources, emails, everyEventEmails, kmsKeyArn, ...settings } = withDefaults(databaseEventsDefaults, args);
    const { alarms, tags } = settings;
    const child = { parent: this };

    this.criticalTopic = new Topic(`${name}-critical`, { emails, tags }, child);
    const key =
      kmsKeyArn ??
      serviceKey(
        name,
        { description: `Events of ${name}`, service: RDS_EVENTS, accountFromArn: this.criticalTopic.arn, tags },
        child,
      ).arn;
    this.topic = new Topic(name, { publishers: [RDS_EVENTS], kmsKeyArn: key, emails: everyEventEmails, tags }, child);
    this.handled = new Table(
      `${name}-handled`,
      {
        attributes: { event: AttributeType.String },
        hashKey: "event",
        timeToLiveAttribute: "expiresAt",
        recoveryDays: 1,
        deletionProtection: false, // its items live for a week
        alarms,
        tags,
      },
      child,
    );
    this.function = new NodeFunction(
      name,
      {
        ...settings,
        description: "Sorts the events of databases by severity",
        entry: ownHandler("database-events"),
        links: [
          publish(this.criticalTopic, "CRITICAL_TOPIC_ARN"),
          {
            statements: [{ Action: ["dynamodb:GetItem", "dynamodb:PutItem"], Resource: this.handled.arn }],
            environment: { HANDLED_TABLE: this.handled.tableName },
          },
        ],
      },
      child,
    );
    this.topic.onMessage(`${name}-function`, { function: this.function, alarms, tags });
    this.subscriptions = sources.map(
      ({ type, ids, categories }) =>
        new aws.rds.EventSubscription(
          `${name}-${type}`,
          { snsTopic: this.topic.arn, sourceType: type, sourceIds: ids, eventCategories: categories, tags },
          // RDS tests the topic, so its policy must exist first.
          { ...child, dependsOn: this.topic },
        ),
    );
    this.registerOutputs({ topicArn: this.topic.arn, functionName: this.function.functionName });
  }
}
