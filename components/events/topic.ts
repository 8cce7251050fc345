import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../core/component";
import { findAccountId, type ResourceStatement } from "../core/permissions";
import { TopicConsumer } from "./topicConsumer";
import { type TopicReaderArgs } from "./topicConsumerArgs";
import { Check } from "../core/check";
import { type TopicArgs } from "./topicArgs";
import { topicProblems } from "./topicCheck";

/**
 * An SNS topic: encrypted, TLS only.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
 */
@component
export class Topic extends pulumi.ComponentResource {
  readonly resource: aws.sns.Topic;
  readonly arn: pulumi.Output<string>;
  /** The customer-managed key, if any; links to the topic grant its use too. */
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(name: string, args: TopicArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:messaging:Topic", name, {}, opts);
    new Check("Topic", name).args(args, topicProblems).done();
    const child = { parent: this };
    const { region } = args;
    this.kmsKeyArn = args.kmsKeyArn;
    this.resource = new aws.sns.Topic(
      name,
      { region, kmsMasterKeyId: args.kmsKeyArn ?? (args.alarms ? undefined : "alias/aws/sns"), tags: args.tags },
      child,
    );
    this.arn = this.resource.arn;
    const statements: Omit<ResourceStatement, "Resource">[] = [
      {
        Sid: "TlsOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "sns:Publish",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ];
    const services = [...(args.alarms ? ["cloudwatch.amazonaws.com"] : []), ...(args.publishers ?? [])];
    for (const service of services) {
      statements.push({
        Effect: "Allow",
        Principal: { Service: service },
        Action: "sns:Publish",
        Condition: { StringEquals: { "aws:SourceAccount": findAccountId(this.arn) } },
      });
    }
    new aws.sns.TopicPolicy(
      `${name}-tls`,
      {
        region,
        arn: this.arn,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: statements.map((statement) => ({ ...statement, Resource: this.arn })),
        }),
      },
      child,
    );
    for (const email of args.emails ?? []) {
      new aws.sns.TopicSubscription(
        `${name}-${email}`,
        { region, topic: this.arn, protocol: "email", endpoint: email },
        child,
      );
    }
    this.registerOutputs({ arn: this.arn });
  }

  /** Calls a function with the topic's messages. */
  onMessage(name: string, args: TopicReaderArgs): TopicConsumer {
    return new TopicConsumer(name, { ...args, topic: this }, { parent: this });
  }
}
