import { type Fact } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { unknown } from "../server";
import { beside, on } from "./on";

const type = "aws:route53/healthCheck:HealthCheck";
const check = on(type);
const address = { ipAddress: "93.184.215.14" };
const http = { type: "HTTP", fqdn: "a.example.com", port: 80 };
const endpoint = on(type, http);
const calculated = on(type, { type: "CALCULATED", childHealthchecks: ["a"], childHealthThreshold: 1 });
const alarm = { type: "CLOUDWATCH_METRIC", cloudwatchAlarmName: "own", cloudwatchAlarmRegion: "eu-west-1" };
const watch = on(type, alarm);
const routingControlArn = `arn:aws:route53-recovery-control::111122223333:controlpanel/${"0".repeat(32)}/routingcontrol/${"1".repeat(16)}`;
const recovery = on(type, { type: "RECOVERY_CONTROL", routingControlArn });
const metric = { metricName: "Errors", namespace: "AWS/Lambda", period: 60 };

/** A fact of the alarm that a check watches. */
const watched = (says: string, bad: Record<string, unknown>, good: Record<string, unknown>): Fact => {
  const made = (more: Record<string, unknown>) =>
    [
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "own",
      { name: "own", comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 1, ...more },
    ] as const;
  return beside(
    [[type, "subject", alarm, { cloudwatchAlarmName: "aws:cloudwatch/metricAlarm:MetricAlarm own" }]],
    says,
    made(bad),
    made(good),
  );
};

/** Checks of health. */
export const route53Checks: FactsByName = {
  "route53-healthcheck-alarm-extended-statistic": watched(
    "the alarm of a check has a plain statistic",
    { ...metric, extendedStatistic: "p99" },
    { ...metric, statistic: "Sum" },
  ),
  "route53-healthcheck-alarm-high-resolution": watched(
    "the alarm of a check has a period of a minute",
    { ...metric, namespace: "Own", statistic: "Sum", period: 10 },
    { ...metric, namespace: "Own", statistic: "Sum", period: 60 },
  ),
  "route53-healthcheck-alarm-metric-math": watched(
    "the alarm of a check is of one metric",
    { metricQueries: [{ id: "a", returnData: true, metric: { ...metric, stat: "Sum" } }] },
    { ...metric, statistic: "Sum" },
  ),
  "route53-healthcheck-alarmidentifier-cloudwatch-only": endpoint(
    "a check of an endpoint watches no alarm",
    { cloudwatchAlarmName: "own", cloudwatchAlarmRegion: "eu-west-1" },
    {},
  ),
  "route53-healthcheck-alarmidentifier-region-format": check(
    "an alarm is in a Region, not in a zone",
    { ...alarm, cloudwatchAlarmRegion: "eu-west-1a" },
    alarm,
  ),
  "route53-healthcheck-alarmidentifier-required-cloudwatch": check(
    "a check of an alarm names it",
    { type: "CLOUDWATCH_METRIC" },
    alarm,
  ),
  "route53-healthcheck-calculated-child-calculated": beside(
    [
      [
        type,
        "subject",
        { type: "CALCULATED", childHealthThreshold: 1, childHealthchecks: [unknown] },
        { childHealthchecks: `${type} child` },
      ],
    ],
    "a calculated check counts no calculated ones",
    [type, "child", { type: "CALCULATED", childHealthThreshold: 1, childHealthchecks: ["a"] }],
    [type, "child", { type: "HTTP", fqdn: "a.example.com", port: 80 }],
  ),
  "route53-healthcheck-childhealthchecks-only-calculated": endpoint(
    "a check of an endpoint counts no others",
    { childHealthchecks: ["a"] },
    {},
  ),
  "route53-healthcheck-childhealthchecks-quota-255": check(
    "a check counts 255 others",
    {
      type: "CALCULATED",
      childHealthThreshold: 1,
      childHealthchecks: Array.from({ length: 256 }, (_, n) => `c${String(n)}`),
    },
    {
      type: "CALCULATED",
      childHealthThreshold: 1,
      childHealthchecks: Array.from({ length: 255 }, (_, n) => `c${String(n)}`),
    },
  ),
  "route53-healthcheck-enablesni-https-only": endpoint("a check by HTTP has no name of TLS", { enableSni: true }, {}),
  "route53-healthcheck-endpoint-required": check(
    "a check has an endpoint",
    { type: "HTTP", port: 80 },
    { type: "HTTP", port: 80, ...address },
  ),
  "route53-healthcheck-failurethreshold-recovery-control": recovery(
    "a routing control has no failures",
    { failureThreshold: 3 },
    {},
  ),
  "route53-healthcheck-healththreshold-only-calculated": endpoint(
    "a check of an endpoint has no number of others",
    { childHealthThreshold: 1 },
    {},
  ),
  "route53-healthcheck-insufficientdata-cloudwatch-only": endpoint(
    "a check of an endpoint has no missing data",
    { insufficientDataHealthStatus: "Healthy" },
    {},
  ),
  "route53-healthcheck-insufficientdata-enum": watch(
    "missing data mean one of three things",
    { insufficientDataHealthStatus: "Unknown" },
    { insufficientDataHealthStatus: "Healthy" },
  ),
  "route53-healthcheck-ipaddress-calculated": calculated("a calculated check has no address", address, {}),
  "route53-healthcheck-ipaddress-cloudwatch-metric": watch("a check of an alarm has no address", address, {}),
  "route53-healthcheck-ipaddress-private-range": check(
    "a check is of a public address",
    { type: "TCP", port: 443, ipAddress: "100.64.0.1" },
    { type: "TCP", port: 443, ...address },
  ),
  "route53-healthcheck-measurelatency-recovery-control": recovery(
    "a routing control has no latency",
    { measureLatency: true },
    {},
  ),
  "route53-healthcheck-port-calculated": calculated("a calculated check has no port", { port: 443 }, {}),
  "route53-healthcheck-port-cloudwatch-metric": watch("a check of an alarm has no port", { port: 443 }, {}),
  "route53-healthcheck-regions-endpoint-types-only": watch(
    "an alarm is not asked from Regions",
    { regions: ["us-east-1", "us-west-1", "eu-west-1"] },
    {},
  ),
  "route53-healthcheck-regions-enum": endpoint(
    "endpoints are asked from eight Regions",
    { regions: ["us-east-1", "us-west-1", "eu-central-1"] },
    { regions: ["us-east-1", "us-west-1", "eu-west-1"] },
  ),
  "route53-healthcheck-requestinterval-discrete": endpoint(
    "endpoints are asked every 10 or 30 seconds",
    { requestInterval: 20 },
    { requestInterval: 30 },
  ),
  "route53-healthcheck-requestinterval-recovery-control": recovery(
    "a routing control is not asked",
    { requestInterval: 30 },
    {},
  ),
  "route53-healthcheck-resourcepath-http-only": check(
    "a check by TCP has no path",
    { type: "TCP", port: 443, ...address, resourcePath: "/" },
    { type: "TCP", port: 443, ...address },
  ),
  "route53-healthcheck-routingcontrolarn-required": check(
    "a check of a routing control names it",
    { type: "RECOVERY_CONTROL" },
    { type: "RECOVERY_CONTROL", routingControlArn },
  ),
  "route53-healthcheck-searchstring-required-strmatch": check(
    "a check for a text has one",
    { ...http, type: "HTTP_STR_MATCH" },
    { ...http, type: "HTTP_STR_MATCH", searchString: "ok" },
  ),
  "route53-healthcheck-searchstring-strmatch-only": endpoint("a plain check has no text", { searchString: "ok" }, {}),
  "route53-healthcheck-type-enum": check("a check is of one of eight types", { ...http, type: "ICMP" }, http),
};
