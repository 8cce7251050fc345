import { type Exemption } from "../frame/exemptions";

const any = "*";
const made = (type: string, resource: string, name = any): string => `${any}${type}$${resource}::${name}`;

const logged =
  "AccessLogs of the components logs the buckets that it is given: which ones, and for how long, is the program's choice";
const passing = "It remembers for a day at most what was done already; its items expire by themselves";

/**
 * What Headroom's own components leave to whoever uses them, each with where it is said. A finding on it would tell people
 * of a choice that they never made. It is listed like an exemption, and is a finding again where a configuration sets the rule's level.
 */
export const componentDefaults: readonly Exemption[] = [
  {
    rule: "cloudfront-waf",
    resource: made("headroom:edge:Distribution", "aws:cloudfront/distribution:Distribution"),
    reason: "A web ACL costs 8 USD a month: webAclArn takes one",
  },
  {
    rule: "cloudwatch-alarm-actions",
    resource: `${any}headroom:${any}$aws:cloudwatch/metricAlarm:MetricAlarm::${any}`,
    reason: "The alarms are seen in CloudWatch until alarms.actions names a topic",
  },
  {
    rule: "cognito-threat-protection",
    resource: made("headroom:identity:UserPool", "aws:cognito/userPool:UserPool"),
    reason: "Costs 0.02 USD a month for every user: threatProtection switches it on",
  },
  {
    rule: "dynamodb-deletion-protection",
    resource: made("headroom:data:DatabaseEvents$headroom:data:Table", "aws:dynamodb/table:Table"),
    reason: passing,
  },
  {
    rule: "dynamodb-deletion-protection",
    resource: made("headroom:events:PaymentLedger$headroom:data:Table", "aws:dynamodb/table:Table", "*-idempotency"),
    reason: passing,
  },
  {
    rule: "s3-access-logs",
    resource: made("headroom:storage:Bucket", "aws:s3/bucket:Bucket"),
    reason: logged,
  },
  {
    rule: "secretsmanager-rotation",
    resource: made("headroom:config:Secret", "aws:secretsmanager/secret:Secret"),
    reason: "Only whoever gave out its value can change it: the component takes what it is given",
  },
  {
    rule: "sqs-dead-letters",
    resource: made("headroom:messaging:DeadLetterQueue", "aws:sqs/queue:Queue"),
    reason: "It is where dead letters end: an alarm tells of them",
  },
];
