import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { like, needs, together } from "../together";

const search = api("opensearch", "CreateDomain");
const domain = { domainName: "orders", engineVersion: "OpenSearch_2.17" };
const ebs = (more: object) => ({ ebsEnabled: true, volumeSize: 20, ...more });
const job = { name: "j", roleArn: "arn:aws:iam::111122223333:role/r", command: { scriptLocation: "s3://b/j.py" } };
const trigger = { name: "t", actions: [{ jobName: "j" }] };
const glue = (what: string) => page(`glue/latest/dg/aws-glue-api-${what}`);

const targets: Row = together(
  "a crawler has a target",
  {
    requiredOr: [
      "s3Targets[]",
      "jdbcTargets[]",
      "dynamodbTargets[]",
      "catalogTargets[]",
      "deltaTargets[]",
      "mongodbTargets[]",
      "icebergTargets[]",
      "hudiTargets[]",
    ],
  },
  { name: "c", databaseName: "d", role: "r" },
  { s3Targets: [{ path: "s3://b/a" }] },
  {},
);

/** Searches, jobs and crawlers: what goes together, or not. */
export const furtherSearches: readonly TypeRows[] = [
  {
    type: "aws:opensearch/domain:Domain",
    source: search,
    rows: [
      {
        at: "ebsOptions",
        fact: "throughput is of gp3",
        when: { volumeType: ["gp2", "io1", "standard"] },
        excluded: ["throughput"],
        source: api("opensearch", "EBSOptions"),
        good: ebs({ volumeType: "gp3", throughput: 125 }),
        bad: ebs({ volumeType: "gp2", throughput: 125 }),
      },
      {
        at: "ebsOptions",
        fact: "iops are of gp3 and io1",
        when: { volumeType: ["gp2", "standard"] },
        excluded: ["iops"],
        source: api("opensearch", "EBSOptions"),
        good: ebs({ volumeType: "gp3", iops: 3_000 }),
        bad: ebs({ volumeType: "gp2", iops: 3_000 }),
      },
      {
        at: "clusterConfig",
        fact: "UltraWarm needs dedicated masters",
        when: { warmEnabled: true },
        required: ["dedicatedMasterEnabled"],
        properties: { dedicatedMasterEnabled: { const: true } },
        source: page("opensearch-service/latest/developerguide/ultrawarm"),
        good: { warmEnabled: true, warmCount: 2, warmType: "ultrawarm1.medium.search", dedicatedMasterEnabled: true },
        bad: { warmEnabled: true, warmCount: 2, warmType: "ultrawarm1.medium.search", dedicatedMasterEnabled: false },
      },
      {
        at: "clusterConfig",
        fact: "UltraWarm has 2 to 750 nodes of a warmType",
        when: { warmEnabled: true },
        required: ["warmCount", "warmType"],
        properties: { warmCount: { minimum: 2, maximum: 750 } },
        source: api("opensearch", "ClusterConfig"),
        good: { warmEnabled: true, warmCount: 2, warmType: "ultrawarm1.medium.search", dedicatedMasterEnabled: true },
        bad: { warmEnabled: true, warmCount: 1, warmType: "ultrawarm1.medium.search", dedicatedMasterEnabled: true },
      },
      {
        at: "clusterConfig",
        fact: "cold storage needs UltraWarm",
        when: { "coldStorageOptions.enabled": true },
        required: ["warmEnabled"],
        properties: { warmEnabled: { const: true } },
        source: page("opensearch-service/latest/developerguide/cold-storage"),
        good: {
          coldStorageOptions: { enabled: true },
          warmEnabled: true,
          warmCount: 2,
          warmType: "ultrawarm1.medium.search",
          dedicatedMasterEnabled: true,
        },
        bad: { coldStorageOptions: { enabled: true }, warmEnabled: false },
      },
      {
        at: "clusterConfig.zoneAwarenessConfig.availabilityZoneCount",
        enum: [2, 3],
        source: api("opensearch", "ZoneAwarenessConfig"),
        good: 3,
        bad: 4,
      },
      together(
        "fine-grained access needs encryption between nodes and at rest, and HTTPS",
        {
          when: { "advancedSecurityOptions.enabled": true },
          required: ["nodeToNodeEncryption", "encryptAtRest"],
          properties: {
            "nodeToNodeEncryption.enabled": { const: true },
            "encryptAtRest.enabled": { const: true },
            "domainEndpointOptions.enforceHttps": { const: true },
          },
          source: page("opensearch-service/latest/developerguide/fgac"),
        },
        {
          ...domain,
          advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: true,
            masterUserOptions: { masterUserName: "u", masterUserPassword: "Secret-1234" },
          },
          nodeToNodeEncryption: { enabled: true },
          domainEndpointOptions: { enforceHttps: true },
        },
        { encryptAtRest: { enabled: true } },
        { encryptAtRest: { enabled: false } },
      ),
      {
        at: "advancedSecurityOptions.masterUserOptions",
        fact: "a master user is an ARN, or a name with a password",
        dependentExcluded: { masterUserArn: ["masterUserName", "masterUserPassword"] },
        dependentRequired: { masterUserName: ["masterUserPassword"] },
        source: api("opensearch", "MasterUserOptions"),
        good: { masterUserName: "u", masterUserPassword: "Secret-1234" },
        bad: { masterUserArn: "arn:r", masterUserName: "u", masterUserPassword: "Secret-1234" },
      },
      {
        at: "domainEndpointOptions",
        fact: "an endpoint of one's own has a name and a certificate",
        when: { customEndpointEnabled: true },
        required: ["customEndpoint", "customEndpointCertificateArn"],
        source: api("opensearch", "DomainEndpointOptions"),
        good: { customEndpointEnabled: true, customEndpoint: "s.example.com", customEndpointCertificateArn: "arn:c" },
        bad: { customEndpointEnabled: true, customEndpoint: "s.example.com" },
      },
      {
        at: "snapshotOptions.automatedSnapshotStartHour",
        minimum: 0,
        maximum: 23,
        source: api("opensearch", "SnapshotOptions"),
        good: 3,
        bad: 24,
      },
      like(
        "domainName",
        "a domain has 3 to 28 lower-case letters, digits and hyphens, and begins with a letter",
        "^[a-z][a-z0-9-]{2,27}$",
        "orders",
        "Orders",
      ),
    ],
  },
  {
    type: "aws:glue/job:Job",
    source: glue("jobs-job"),
    rows: [
      together(
        "capacity is a maxCapacity, or workers of a type",
        { dependentExcluded: { maxCapacity: ["workerType", "numberOfWorkers"] } },
        job,
        { workerType: "G.1X", numberOfWorkers: 2 },
        { maxCapacity: 2, workerType: "G.1X", numberOfWorkers: 2 },
      ),
      together(
        "a number of workers is of a type",
        { dependentRequired: { numberOfWorkers: ["workerType"] } },
        { ...job, numberOfWorkers: 2 },
        { workerType: "G.1X" },
        {},
      ),
      together(
        "a job of Python has a maxCapacity of 0.0625 or 1",
        { when: { "command.name": "pythonshell" }, properties: { maxCapacity: { enum: [0.0625, 1] } } },
        { ...job, command: { name: "pythonshell", scriptLocation: "s3://b/j.py" } },
        { maxCapacity: 1 },
        { maxCapacity: 2 },
      ),
      { at: "executionClass", enum: ["STANDARD", "FLEX"], good: "FLEX", bad: "SPOT" },
      { at: "command.pythonVersion", enum: ["2", "3", "3.9", "3.12"], good: "3.9", bad: "4" },
    ],
  },
  {
    type: "aws:glue/trigger:Trigger",
    source: glue("jobs-trigger"),
    rows: [
      needs("a trigger of CONDITIONAL has a predicate", { type: "CONDITIONAL" }, ["predicate"])(
        { ...trigger, type: "CONDITIONAL" },
        { predicate: { conditions: [{ jobName: "k", state: "SUCCEEDED" }] } },
        {},
      ),
      needs("a trigger of SCHEDULED has a schedule", { type: "SCHEDULED" }, ["schedule"])(
        { ...trigger, type: "SCHEDULED" },
        { schedule: "cron(15 12 * * ? *)" },
        {},
      ),
      {
        at: "actions[]",
        fact: "an action starts a job or a crawler",
        requiredXor: ["jobName", "crawlerName"],
        good: { jobName: "j" },
        bad: { jobName: "j", crawlerName: "c" },
      },
      { at: "type", enum: ["CONDITIONAL", "EVENT", "ON_DEMAND", "SCHEDULED"], good: "ON_DEMAND", bad: "MANUAL" },
      like(
        "schedule",
        "a schedule is cron(…) of six fields",
        "^cron\\(\\S+( +\\S+){5}\\)$",
        "cron(15 12 * * ? *)",
        "rate(1 hour)",
      ),
    ],
  },
  {
    type: "aws:glue/crawler:Crawler",
    source: glue("crawler-crawling"),
    rows: [
      targets,
      together(
        "a crawl of new folders changes no schema",
        {
          when: {
            "recrawlPolicy.recrawlBehavior": "CRAWL_NEW_FOLDERS_ONLY",
            "schemaChangePolicy.deleteBehavior": { minLength: 1 },
          },
          properties: {
            "schemaChangePolicy.deleteBehavior": { const: "LOG" },
            "schemaChangePolicy.updateBehavior": { const: "LOG" },
          },
        },
        {
          name: "c",
          databaseName: "d",
          role: "r",
          s3Targets: [{ path: "s3://b/a" }],
          recrawlPolicy: { recrawlBehavior: "CRAWL_NEW_FOLDERS_ONLY" },
        },
        { schemaChangePolicy: { deleteBehavior: "LOG", updateBehavior: "LOG" } },
        { schemaChangePolicy: { deleteBehavior: "DEPRECATE_IN_DATABASE", updateBehavior: "LOG" } },
      ),
    ],
  },
  {
    type: "aws:glue/classifier:Classifier",
    source: glue("crawler-classifiers"),
    rows: [
      together(
        "a classifier is of one kind",
        { requiredXor: ["csvClassifier", "grokClassifier", "jsonClassifier", "xmlClassifier"] },
        { name: "c" },
        { jsonClassifier: { jsonPath: "$.a" } },
        { jsonClassifier: { jsonPath: "$.a" }, xmlClassifier: { classification: "x", rowTag: "r" } },
      ),
    ],
  },
];
