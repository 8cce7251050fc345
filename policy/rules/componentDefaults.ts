import { type Exemption } from "../frame/exemptions";

const any = "*";
const made = (type: string, resource: string, name = any): string => `${any}${type}$${resource}::${name}`;

const logged = "The component AccessLogs logs the buckets that the program gives it, for as long as the program says";
const passing = "Its items record for at most a day what was done, and expire by themselves";

/**
 * What Headroom's own components leave to the program, each with the place that documents it. A finding would report
 * a choice that the user did not make. It is listed like an exemption, and is a finding again if a configuration sets
 * the rule's level.
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
    reason: "The alarms are shown in CloudWatch only until alarms.actions names a topic",
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
    reason: "Its value comes from another system, which alone can change it",
  },
  {
    rule: "sqs-dead-letters",
    resource: made("headroom:messaging:DeadLetterQueue", "aws:sqs/queue:Queue"),
    reason: "It holds dead letters itself: an alarm reports them",
  },
];
