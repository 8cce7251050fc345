import type * as sdk from "@aws-sdk/client-s3";
import type * as pulumiAws from "@pulumi/aws/s3/bucketNotification";
import { setting } from "./setting";
import { withRule } from "../../frame/properties";

/** A bucket's only notification configuration. */
export const BucketNotification = setting<pulumiAws.BucketNotificationArgs, pulumiAws.BucketNotification>({
  token: "aws:s3/bucketNotification:BucketNotification",
  properties: {
    ...withRule({ unordered: true }, "lambdaFunctions", "queues", "topics"),
    eventbridge: { default: false },
  },
  absent: "NoSuchBucket",
  put: (Bucket, props, { s3 }) =>
    s3.putBucketNotificationConfiguration({
      Bucket,
      NotificationConfiguration: {
        EventBridgeConfiguration: props.eventbridge ? {} : undefined,
        LambdaFunctionConfigurations: props.lambdaFunctions?.map((target) => ({
          ...notification(target),
          LambdaFunctionArn: target.lambdaFunctionArn,
        })),
        QueueConfigurations: props.queues?.map((target) => ({ ...notification(target), QueueArn: target.queueArn })),
        TopicConfigurations: props.topics?.map((target) => ({ ...notification(target), TopicArn: target.topicArn })),
      },
    }),
  get: async (Bucket, { s3 }) => {
    const answer = await s3.getBucketNotificationConfiguration({ Bucket });
    return {
      eventbridge: answer.EventBridgeConfiguration !== undefined,
      lambdaFunctions: (answer.LambdaFunctionConfigurations ?? []).map((target) => ({
        ...fromNotification(target),
        lambdaFunctionArn: target.LambdaFunctionArn,
      })),
      queues: (answer.QueueConfigurations ?? []).map((target) => ({
        ...fromNotification(target),
        queueArn: target.QueueArn!,
      })),
      topics: (answer.TopicConfigurations ?? []).map((target) => ({
        ...fromNotification(target),
        topicArn: target.TopicArn!,
      })),
    };
  },
  delete: (Bucket, { s3 }) => s3.putBucketNotificationConfiguration({ Bucket, NotificationConfiguration: {} }),
});

interface NotificationTarget {
  id?: string;
  events: string[];
  filterPrefix?: string;
  filterSuffix?: string;
}

function notification({ id, events, filterPrefix, filterSuffix }: NotificationTarget) {
  const rules = [
    { Name: "prefix" as const, Value: filterPrefix },
    { Name: "suffix" as const, Value: filterSuffix },
  ].filter(({ Value }) => Value);
  return { Id: id, Events: events as sdk.Event[], Filter: rules.length ? { Key: { FilterRules: rules } } : undefined };
}

type Target = sdk.LambdaFunctionConfiguration | sdk.QueueConfiguration | sdk.TopicConfiguration;

function fromNotification(target: Target): NotificationTarget {
  const value = (name: string) =>
    target.Filter?.Key?.FilterRules?.find((rule) => rule.Name?.toLowerCase() === name)?.Value;
  return {
    id: target.Id,
    events: target.Events ?? [],
    filterPrefix: value("prefix"),
    filterSuffix: value("suffix"),
  };
}
