import { type Fact, facts, type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { many, ofType } from "./ofType";

type Arguments = Record<string, unknown>;

const account = "111122223333";
const arn = (service: string, resource: string, region = "eu-west-1"): string =>
  `arn:aws:${service}:${region}:${account}:${resource}`;
const role = `arn:aws:iam::${account}:role/r`;
const queue = arn("sqs", "q");

const api = ofType("aws:cloudwatch/eventApiDestination:EventApiDestination", {
  name: "api",
  httpMethod: "POST",
  connectionArn: arn("events", "connection/c/1234abcd-12ab-34cd-56ef-1234567890ab"),
});
const archive = ofType("aws:cloudwatch/eventArchive:EventArchive", { name: "all", retentionDays: 7 });
const bus = ofType("aws:cloudwatch/eventBus:EventBus");
const connection = ofType("aws:cloudwatch/eventConnection:EventConnection", { name: "c" });
const endpoint = ofType("aws:cloudwatch/eventEndpoint:EventEndpoint", { name: "e" });
const ruleType = "aws:cloudwatch/eventRule:EventRule";
const rule = ofType(ruleType, { name: "orders" });
const targetType = "aws:cloudwatch/eventTarget:EventTarget";
const target = ofType(targetType, { rule: "orders" });
const toQueue = ofType(targetType, { rule: "orders", arn: queue });

const matching = (says: string, bad: unknown, good: unknown): Fact =>
  rule(says, { eventPattern: JSON.stringify(bad) }, { eventPattern: JSON.stringify(good) });

const buses = (...eventBusArns: readonly string[]) => ({
  replicationConfig: { state: "DISABLED" },
  eventBuses: eventBusArns.map((eventBusArn) => ({ eventBusArn })),
  routingConfig: {
    failoverConfig: {
      primary: { healthCheck: "arn:aws:route53:::healthcheck/1234abcd-12ab-34cd-56ef-1234567890ab" },
      secondary: { route: "eu-central-1" },
    },
  },
});
const bothBuses = buses(arn("events", "event-bus/b"), arn("events", "event-bus/b", "eu-central-1"));

const transformed = (inputTemplate: string, inputPaths: Record<string, string> = {}) => ({
  inputTransformer: { inputPaths, inputTemplate },
});

const cluster = arn("ecs", "cluster/c");
const taskDefinitionArn = arn("ecs", "task-definition/t:1");
const networkConfiguration = { subnets: ["subnet-1"] };
const runs = (ecsTarget: Arguments) => ({
  arn: cluster,
  roleArn: role,
  ecsTarget: { taskDefinitionArn, ...ecsTarget },
});

const batch = (batchTarget: Arguments) => ({
  arn: arn("batch", "job-queue/q"),
  roleArn: role,
  batchTarget: { jobDefinition: "d", jobName: "n", ...batchTarget },
});
const redshift = (redshiftTarget: Arguments) => ({
  arn: arn("redshift", "cluster:c"),
  roleArn: role,
  redshiftTarget: { database: "d", sql: "select 1", ...redshiftTarget },
});

const twice = (second: string, type: string, made: (name: string) => Arguments): readonly Made[] => [
  [type, "first", made("first")],
  [type, "second", made(second)],
];

const oauth = (authorizationEndpoint: string) => ({
  authorizationType: "OAUTH_CLIENT_CREDENTIALS",
  authParameters: {
    oauth: {
      authorizationEndpoint,
      httpMethod: "POST",
      clientParameters: { clientId: "i", clientSecret: "s" },
      oauthHttpParameters: {},
    },
  },
});

export const events: FactsByName = {
  "events-apidestination-endpoint": api(
    "an API is called over HTTPS",
    { invocationEndpoint: "http://api.example.com" },
    { invocationEndpoint: "https://api.example.com" },
  ),
  "events-archive-source": archive(
    "an archive is of a bus of its Region",
    { eventSourceArn: arn("events", "event-bus/b", "us-east-1") },
    { eventSourceArn: arn("events", "event-bus/b") },
  ),
  "events-bus-dlq-arn-type": bus(
    "a bus leaves to a queue what it cannot deliver",
    { name: "b", deadLetterConfig: { arn: arn("sns", "t") } },
    { name: "b", deadLetterConfig: { arn: queue } },
  ),
  "events-bus-name": bus("the name of a bus has no slash", { name: "team/bus" }, { name: "team.bus" }),
  "events-connection-auth-parameters": connection(
    "a connection signs in over HTTPS",
    oauth("http://id.example.com"),
    oauth("https://id.example.com"),
  ),
  "events-endpoint-buses": endpoint(
    "an endpoint has a bus in two Regions",
    buses(arn("events", "event-bus/b"), arn("events", "event-bus/b")),
    bothBuses,
  ),
  "events-endpoint-replication-role": endpoint(
    "events are copied with a role",
    { ...bothBuses, replicationConfig: { state: "ENABLED" } },
    { ...bothBuses, replicationConfig: { state: "ENABLED" }, roleArn: role },
  ),
  "events-input-path-jsonpath": toQueue(
    "a path has dots",
    { inputPath: "$.detail['key']" },
    { inputPath: "$.detail.key" },
  ),
  "events-input-transformer-json-var": toQueue(
    "the whole event is put into an object",
    transformed('["<aws.events.event.json>"]'),
    transformed('{"event": <aws.events.event.json>}'),
  ),
  "events-input-transformer-limits": toQueue(
    "100 values are taken out of an event at most",
    transformed('"a"', Object.fromEntries(many(101, (index) => [`k${index}`, "$.detail"]))),
    transformed('"a"', Object.fromEntries(many(100, (index) => [`k${index}`, "$.detail"]))),
  ),
  "events-input-transformer-placeholders": toQueue(
    "what is put in is taken out",
    transformed('"order <id>"', { key: "$.detail.id" }),
    transformed('"order <id>"', { id: "$.detail.id" }),
  ),
  "events-pattern-empty": matching("a pattern matches something", {}, { source: ["shop"] }),
  "events-pattern-empty-array": matching(
    "a value is one of some",
    { source: ["shop"], detail: { state: [] } },
    { source: ["shop"], detail: { state: ["new"] } },
  ),
  "events-pattern-operator": matching(
    "a pattern compares as EventBridge can",
    { source: ["shop"], detail: { state: [{ contains: "new" }] } },
    { source: ["shop"], detail: { state: [{ prefix: "new" }] } },
  ),
  "events-pattern-or-exclusive": matching(
    "alternatives stand alone in their object",
    { source: ["shop"], detail: { $or: [{ state: ["new"] }, { state: ["old"] }], size: "big" } },
    { source: ["shop"], detail: { $or: [{ state: ["new"] }, { state: ["old"] }] } },
  ),
  "events-pattern-scalar-value": matching(
    "values are a list",
    { source: ["shop"], detail: { state: "new" } },
    { source: ["shop"], detail: { state: ["new"] } },
  ),
  "events-rule-cron-fields": rule(
    "an hour is one of 24",
    { scheduleExpression: "cron(0 24 * * ? *)" },
    { scheduleExpression: "cron(0 23 * * ? *)" },
  ),
  "events-rule-name-duplicate": facts(
    "a rule has its own name",
    twice("first", ruleType, (name) => ({ name, eventPattern: '{"source": ["shop"]}' })),
    twice("second", ruleType, (name) => ({ name, eventPattern: '{"source": ["shop"]}' })),
  ),
  "events-rule-schedule-default-bus": rule(
    "a schedule is on the default bus",
    { scheduleExpression: "rate(1 day)", eventBusName: "shop" },
    { scheduleExpression: "rate(1 day)", eventBusName: "default" },
  ),
  "events-target-batch-parameters": target(
    "an array has 2 jobs at least",
    batch({ arraySize: 1 }),
    batch({ arraySize: 2 }),
  ),
  "events-target-dlq": toQueue(
    "a target leaves to a queue what it cannot deliver",
    { deadLetterConfig: { arn: arn("sqs", "dead.fifo") } },
    { deadLetterConfig: { arn: arn("sqs", "dead") } },
  ),
  "events-target-ecs-parameters": target(
    "a task of Fargate has a network",
    runs({ launchType: "FARGATE" }),
    runs({ launchType: "FARGATE", networkConfiguration }),
  ),
  "events-target-ecs-task-definition-region": target(
    "a task is of its cluster's Region",
    runs({ launchType: "EC2", taskDefinitionArn: arn("ecs", "task-definition/t:1", "us-east-1") }),
    runs({ launchType: "EC2" }),
  ),
  "events-target-id-duplicate": facts(
    "a target has its own name",
    twice("first", targetType, (targetId) => ({ rule: "orders", targetId, arn: queue })),
    twice("second", targetType, (targetId) => ({ rule: "orders", targetId, arn: queue })),
  ),
  "events-target-input-exclusive": toQueue(
    "an input is given or taken",
    { input: "{}", inputPath: "$.detail" },
    { inputPath: "$.detail" },
  ),
  "events-target-input-json": toQueue("an input is JSON", { input: "order" }, { input: '"order"' }),
  "events-target-parameters-mismatch": toQueue(
    "settings are the target's",
    { ecsTarget: { taskDefinitionArn } },
    { sqsTarget: {} },
  ),
  "events-target-parameters-required": target(
    "a task has its definition",
    { arn: cluster, roleArn: role },
    runs({ launchType: "EC2" }),
  ),
  "events-target-redshift-parameters": target(
    "Redshift is signed in to in one way",
    redshift({ dbUser: "u", secretsManagerArn: arn("secretsmanager", "secret:s-abcdef") }),
    redshift({ dbUser: "u" }),
  ),
  "events-target-role-required": target(
    "a stream is written to with a role",
    { arn: arn("kinesis", "stream/s") },
    { arn: arn("kinesis", "stream/s"), roleArn: role },
  ),
};
