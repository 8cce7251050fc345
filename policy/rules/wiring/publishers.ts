import { type Property, valueOr } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { type Delivery, type Join } from "./joins";

const guide = "https://docs.aws.amazon.com";

/** What a resource of a type sends to, found in its properties. */
const joinsOf =
  (type: string, targets: (owner: Resource) => readonly Property[]): Delivery["joins"] =>
  (stack) =>
    stack.ofType(type).flatMap((owner) => targets(owner).map((target): Join => ({ owner, target, source: owner })));

const elements = (property: Property): readonly Property[] => valueOr(property.list(), []);

/** What an alarm does when its state changes. */
const actions = ["alarmActions", "okActions", "insufficientDataActions"];

/** Services that publish to topics when something happens. */
export const publishers: readonly Delivery[] = [
  {
    rule: "cloudwatch-alarm",
    service: "cloudwatch.amazonaws.com",
    joins: (stack) =>
      [types.metricAlarm, "aws:cloudwatch/compositeAlarm:CompositeAlarm"].flatMap((type) =>
        joinsOf(type, (alarm) => actions.flatMap((property) => elements(alarm.get(property))))(stack),
      ),
    byDefault: true,
    refused: false,
    because: "the alarm notifies nobody",
    page: `${guide}/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html`,
  },
  {
    rule: "rds-event",
    service: "events.rds.amazonaws.com",
    joins: joinsOf("aws:rds/eventSubscription:EventSubscription", (owner) => [owner.get("snsTopic")]),
    byDefault: true,
    refused: false,
    because: "no event ever gets there",
    page: `${guide}/AmazonRDS/latest/UserGuide/USER_Events.GrantingPermissions.html`,
  },
  {
    rule: "ses-event",
    service: "ses.amazonaws.com",
    joins: (stack) => [
      ...joinsOf("aws:ses/eventDestination:EventDestination", (owner) => [owner.get("snsDestination", "topicArn")])(
        stack,
      ),
      ...joinsOf("aws:sesv2/configurationSetEventDestination:ConfigurationSetEventDestination", (owner) => [
        owner.get("eventDestination", "snsDestination", "topicArn"),
      ])(stack),
      ...joinsOf("aws:ses/identityNotificationTopic:IdentityNotificationTopic", (owner) => [owner.get("topicArn")])(
        stack,
      ),
      ...joinsOf("aws:ses/receiptRule:ReceiptRule", (owner) =>
        elements(owner.get("snsActions")).map((action) => action.at("topicArn")),
      )(stack),
    ],
    byDefault: true,
    refused: false,
    because: "no bounce, complaint or message is told to anybody",
    page: `${guide}/ses/latest/dg/configure-sns-notifications.html`,
  },
  {
    rule: "budgets-notification",
    service: "budgets.amazonaws.com",
    joins: joinsOf("aws:budgets/budget:Budget", (owner) =>
      elements(owner.get("notifications")).flatMap((each) => elements(each.at("subscriberSnsTopicArns"))),
    ),
    refused: false,
    because: "nobody is told that the budget is used up",
    page: `${guide}/cost-management/latest/userguide/budgets-sns-policy.html`,
  },
  {
    rule: "ce-anomaly",
    service: "costalerts.amazonaws.com",
    joins: joinsOf("aws:costexplorer/anomalySubscription:AnomalySubscription", (owner) =>
      elements(owner.get("subscribers")).map((each) => each.at("address")),
    ),
    refused: false,
    because: "nobody is told of an anomaly",
    page: `${guide}/cost-management/latest/userguide/ad-SNS.html`,
  },
  {
    rule: "backup-notification",
    service: "backup.amazonaws.com",
    joins: joinsOf("aws:backup/vaultNotifications:VaultNotifications", (owner) => [owner.get("snsTopicArn")]),
    refused: false,
    because: "nobody is told of a backup that failed",
    page: `${guide}/aws-backup/latest/devguide/backup-notifications.html`,
  },
  {
    rule: "codestarnotifications-rule",
    service: "codestar-notifications.amazonaws.com",
    joins: joinsOf("aws:codestarnotifications/notificationRule:NotificationRule", (owner) =>
      elements(owner.get("targets")).map((each) => each.at("address")),
    ),
    refused: false,
    because: "no notification ever gets there",
    page: `${guide}/dtconsole/latest/userguide/set-up-sns.html`,
  },
];
