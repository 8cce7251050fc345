import { measured, type Row, type TypeRows } from "../../schema";
import { at, bars, narrows } from "../given";
import { api, page } from "../pages";

const check = "aws:route53/healthCheck:HealthCheck";
const config = api("route53", "HealthCheckConfig");
const alarms = page("Route53/latest/DeveloperGuide/health-checks-creating-values");
const region = "^[a-z]{2}(-[a-z]+)+-\\d+$";
const http = ["HTTP", "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH"];
const endpoints = [...http, "TCP"];
const control = { type: "RECOVERY_CONTROL" };
const alarm = { cloudwatchAlarmName: "own", cloudwatchAlarmRegion: "eu-west-1" };

/** What checks of some types do not have. */
const without = (
  fact: string,
  type: string | readonly string[],
  barred: Record<string, unknown>,
  source = config,
): Row => bars(fact, { type }, barred, { source });

/** What the alarm of a check is, where the program makes it. */
const watched = (fact: string, fits: NonNullable<Row["refersTo"]>["fits"], bad: Record<string, unknown>): Row =>
  at(
    "cloudwatchAlarmName",
    fact,
    {
      refersTo: { type: "aws:cloudwatch/metricAlarm:MetricAlarm", fits },
      source: alarms,
      beside: {
        plain: { type: "aws:cloudwatch/metricAlarm:MetricAlarm", properties: { name: "plain", region: "eu-west-1" } },
        odd: {
          type: "aws:cloudwatch/metricAlarm:MetricAlarm",
          properties: { name: "odd", region: "eu-west-1", ...bad },
        },
      },
      links: { cloudwatchAlarmName: "odd" },
    },
    "plain",
    "odd",
  );

/** Route 53: checks of health. */
export const route53Checks: readonly TypeRows[] = [
  {
    type: check,
    source: api("route53", "CreateHealthCheck"),
    rows: [
      at(
        "type",
        "a check is of one of eight types",
        { enum: [...endpoints, "CALCULATED", "CLOUDWATCH_METRIC", "RECOVERY_CONTROL"], source: config },
        "HTTP",
        "ICMP",
      ),
      without("a check of an endpoint or of others watches no alarm", [...endpoints, "CALCULATED"], alarm),
      without("a check of an endpoint or an alarm counts no others", [...endpoints, "CLOUDWATCH_METRIC"], {
        "childHealthchecks[]": "a",
        childHealthThreshold: 1,
      }),
      without(
        "a check of an alarm has no endpoint",
        "CLOUDWATCH_METRIC",
        { ipAddress: "93.184.215.14", port: 443, "regions[]": "eu-west-1" },
        measured,
      ),
      without("a calculated check has no Regions", "CALCULATED", { "regions[]": "eu-west-1" }, measured),
      without("insufficientDataHealthStatus is of a check of an alarm", [...endpoints, "CALCULATED"], {
        insufficientDataHealthStatus: "Healthy",
      }),
      bars(
        "a routing control is not asked, and has no failures to count",
        control,
        { requestInterval: 30, failureThreshold: 3 },
        { source: measured },
      ),
      narrows(
        "a routing control has no latency to measure",
        control,
        "measureLatency",
        { const: false },
        [false, true],
        { source: measured },
      ),
      at(
        "insufficientDataHealthStatus",
        "missing data mean Healthy, Unhealthy or LastKnownStatus",
        { enum: ["Healthy", "Unhealthy", "LastKnownStatus"], source: config },
        "Healthy",
        "Unknown",
      ),
      at(
        "cloudwatchAlarmRegion",
        "an alarm is in a Region, not in one of its zones",
        { pattern: region, source: api("route53", "AlarmIdentifier") },
        "eu-west-1",
        "eu-west-1a",
      ),
      at(
        "childHealthchecks",
        "a check counts up to 255 others",
        { maxItems: 255, source: page("Route53/latest/DeveloperGuide/DNSLimitations") },
        ["a"],
        Array.from({ length: 256 }, (_, index) => `check-${String(index)}`),
      ),
      at(
        "regions[]",
        "endpoints are asked from eight Regions",
        {
          enum: [
            "us-east-1",
            "us-west-1",
            "us-west-2",
            "eu-west-1",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-northeast-1",
            "sa-east-1",
          ],
          source: config,
        },
        "eu-west-1",
        "eu-central-1",
      ),
      at(
        "ipAddress",
        "Route 53 reaches no addresses that are shared, reserved or this network's",
        {
          not: {
            pattern:
              "^(0\\.|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\.|192\\.0\\.0\\.|192\\.88\\.99\\.|198\\.1[89]\\.|24\\d\\.|25[0-5]\\.)",
          },
          source: config,
        },
        "93.184.215.14",
        "100.64.0.1",
      ),
      at(
        "childHealthchecks[]",
        "a calculated check counts no calculated checks",
        {
          refersTo: { type: check, fits: { properties: { type: { not: { const: "CALCULATED" } } } } },
          source: page("Route53/latest/DeveloperGuide/health-checks-creating-values"),
          beside: {
            plain: { type: check, properties: { id: "plain", type: "HTTP" } },
            odd: { type: check, properties: { id: "odd", type: "CALCULATED" } },
          },
          links: { childHealthchecks: "odd" },
        },
        "plain",
        "odd",
      ),
      watched(
        "the alarm of a check has a plain statistic of one metric",
        { excluded: ["extendedStatistic", "metricQueries[]"] },
        { extendedStatistic: "p99" },
      ),
      watched(
        "the alarm of a check has a period of a minute or more",
        { properties: { period: { minimum: 60 } } },
        { period: 10 },
      ),
    ],
  },
];
