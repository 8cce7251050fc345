import { judges, sent as r } from "./judgement/judge";
import { account, policy } from "./judgement/samples";

const arn = `arn:aws:sns:eu-west-1:${account}:alarms`;
const topic = (more: object = {}) => r("topic", "t", { arn, name: "alarms", ...more });

/** What publishes to the topic, by the rule; whether the policy that AWS gives a topic is enough for it. */
const publishers = {
  "cloudwatch-alarm-delivery": ["cloudwatch", true, r("metricAlarm", "p", { alarmActions: [arn] })],
  "rds-event-delivery": ["events.rds", true, r("aws:rds/eventSubscription:EventSubscription", "p", { snsTopic: arn })],
  "ses-event-delivery": [
    "ses",
    true,
    r("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", "p", {
      eventDestination: { snsDestination: { topicArn: arn } },
    }),
  ],
  "budgets-notification-delivery": [
    "budgets",
    false,
    r("aws:budgets/budget:Budget", "p", { notifications: [{ subscriberSnsTopicArns: [arn] }] }),
  ],
  "ce-anomaly-delivery": [
    "costalerts",
    false,
    r("aws:costexplorer/anomalySubscription:AnomalySubscription", "p", { subscribers: [{ address: arn }] }),
  ],
  "backup-notification-delivery": [
    "backup",
    false,
    r("aws:backup/vaultNotifications:VaultNotifications", "p", { snsTopicArn: arn }),
  ],
  "codestarnotifications-rule-delivery": [
    "codestar-notifications",
    false,
    r("aws:codestarnotifications/notificationRule:NotificationRule", "p", { targets: [{ address: arn }] }),
  ],
} as const;

const allows = (Principal: object, Condition?: object) =>
  policy({
    Effect: "Allow",
    Principal,
    Action: "sns:Publish",
    Resource: arn,
    ...(Condition ? { Condition } : {}),
  });

judges(
  "a topic that a service publishes to",
  Object.entries(publishers).flatMap(([id, [service, byDefault, publisher]]) => {
    const its = allows({ Service: `${service}.amazonaws.com` });
    const role = allows({ AWS: `arn:aws:iam::${account}:role/r` });
    const owner = allows({ AWS: "*" }, { StringEquals: { "AWS:SourceOwner": account } });
    return [
      [`${id}: a policy that names the service`, ["says nothing of", id], publisher, topic({ policy: its })],
      [
        `${id}: one of its own`,
        ["says nothing of", id],
        publisher,
        topic(),
        r("topicPolicy", "x", { arn, policy: its }),
      ],
      [`${id}: the policy from AWS, written out`, ["says nothing of", id], publisher, topic({ policy: owner })],
      [`${id}: no policy`, [byDefault ? "says nothing of" : "advises", id], publisher, topic()],
      [`${id}: a policy for a role`, ["advises", id], publisher, topic({ policy: role })],
      [
        `${id}: one of its own for a role`,
        ["advises", id],
        publisher,
        topic(),
        r("topicPolicy", "x", { arn, policy: role }),
      ],
      [`${id}: a topic of another program`, ["says nothing of", id], publisher],
    ] as const;
  }),
);
