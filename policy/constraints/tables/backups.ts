import { type Row, type TypeRows } from "../schema";
import { api } from "./pages";
import { like, only, together } from "./together";

const rule = { ruleName: "daily", targetVaultName: "v", schedule: "cron(0 5 * * ? *)" };
const kept = { minimum: 1 };

/** How long a copy is kept, at a path. */
const lifecycle = (at: string): Row => ({
  at,
  fact: "a copy in cold storage is kept for 90 days there: deleteAfter is above coldStorageAfter by 90 or more",
  if: { required: ["coldStorageAfter", "deleteAfter"], properties: { coldStorageAfter: kept, deleteAfter: kept } },
  then: { properties: { deleteAfter: { minimum: 91 } }, ordered: [["coldStorageAfter", "<", "deleteAfter"]] },
  source: api("backup", "Lifecycle"),
  good: { coldStorageAfter: 30, deleteAfter: 120 },
  bad: { coldStorageAfter: 30, deleteAfter: 60 },
});

const selection = { name: "s", planId: "p", iamRoleArn: "arn:aws:iam::111122223333:role/r" };
const every = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const lock = api("backup", "PutBackupVaultLockConfiguration");
const sns = api("backup", "PutBackupVaultNotifications");

/** Plans, selections and vaults of AWS Backup; clusters of DAX. */
export const backups: readonly TypeRows[] = [
  {
    type: "aws:backup/plan:Plan",
    source: api("backup", "BackupRule"),
    rows: [
      lifecycle("rules[].lifecycle"),
      lifecycle("rules[].copyActions[].lifecycle"),
      like(
        "rules[].ruleName",
        "a rule has 1 to 50 letters, digits and - _ .",
        "^[A-Za-z0-9._-]{1,50}$",
        "daily",
        "every day",
      ),
      like(
        "rules[].schedule",
        "a schedule is cron(…) of six fields, or rate(…)",
        "^(cron\\(\\S+( +\\S+){5}\\)|rate\\(.+\\))$",
        "cron(0 5 * * ? *)",
        "cron(0 5 * * *)",
      ),
      { at: "rules[].startWindow", minimum: 60, good: 60, bad: 30 },
      {
        at: "rules[]",
        fact: "completionWindow is above startWindow",
        ordered: [["startWindow", "<", "completionWindow"]],
        good: { ...rule, startWindow: 60, completionWindow: 120 },
        bad: { ...rule, startWindow: 480, completionWindow: 120 },
      },
      {
        at: "rules[]",
        fact: "copies for a point in time are kept for 1 to 35 days",
        when: { enableContinuousBackup: true },
        required: ["lifecycle.deleteAfter"],
        properties: { "lifecycle.deleteAfter": { minimum: 1, maximum: 35 } },
        good: { ...rule, enableContinuousBackup: true, lifecycle: { deleteAfter: 35 } },
        bad: { ...rule, enableContinuousBackup: true, lifecycle: { deleteAfter: 90 } },
      },
      {
        at: "rules",
        fact: "rules have different names",
        uniqueKeys: ["ruleName"],
        good: [rule, { ...rule, ruleName: "weekly" }],
        bad: [rule, rule],
      },
      {
        at: "advancedBackupSettings[].resourceType",
        enum: ["EC2", "S3"],
        source: api("backup", "AdvancedBackupSetting"),
        good: "EC2",
        bad: "RDS",
      },
    ],
  },
  {
    type: "aws:backup/selection:Selection",
    source: api("backup", "BackupSelection"),
    rows: [
      together(
        "a selection says what it selects",
        { requiredOr: ["resources[]", "notResources[]", "selectionTags[]", "conditions[]"] },
        selection,
        { resources: [every] },
        {},
      ),
      like(
        "name",
        "a selection has 1 to 50 letters, digits and - _ .",
        "^[A-Za-z0-9._-]{1,50}$",
        "tables",
        "all tables",
      ),
      {
        at: "selectionTags[].type",
        enum: ["STRINGEQUALS"],
        source: api("backup", "Condition"),
        good: "STRINGEQUALS",
        bad: "STRINGLIKE",
      },
      {
        at: "resources",
        maxItems: 500,
        good: [every],
        bad: Array.from({ length: 501 }, (_, index) => `${every}${index}`),
      },
    ],
  },
  {
    type: "aws:backup/vault:Vault",
    source: api("backup", "CreateBackupVault"),
    rows: [
      like(
        "name",
        "a vault has 2 to 50 letters, digits, hyphens and underscores",
        "^[A-Za-z0-9_-]{2,50}$",
        "orders",
        "orders.eu",
      ),
    ],
  },
  {
    type: "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    source: lock,
    rows: [
      { at: "changeableForDays", minimum: 3, good: 3, bad: 2 },
      { at: "minRetentionDays", minimum: 1, good: 1, bad: 0 },
      { at: "maxRetentionDays", maximum: 36_500, good: 365, bad: 36_501 },
      together(
        "minRetentionDays is not above maxRetentionDays",
        { ordered: [["minRetentionDays", "<=", "maxRetentionDays"]] },
        { backupVaultName: "v" },
        { minRetentionDays: 7, maxRetentionDays: 30 },
        { minRetentionDays: 60, maxRetentionDays: 30 },
      ),
    ],
  },
  {
    type: "aws:backup/vaultNotifications:VaultNotifications",
    source: sns,
    rows: [
      {
        at: "snsTopicArn",
        fact: "vaults notify a topic of SNS",
        pattern: "^arn:[^:]*:sns:",
        good: "arn:aws:sns:eu-west-1:111122223333:t",
        bad: "arn:aws:sqs:eu-west-1:111122223333:q",
      },
    ],
  },
  {
    type: "aws:dax/cluster:Cluster",
    source: api("dax", "dax_CreateCluster"),
    rows: [
      like(
        "clusterName",
        "a cluster has 1 to 20 letters, digits and hyphens, begins with a letter, and has no two hyphens in a row and none at the end",
        "^(?!.*--)[A-Za-z]([A-Za-z0-9-]{0,18}[A-Za-z0-9])?$",
        "orders",
        "orders--eu",
      ),
      like("nodeType", "a node is one of DAX", "^dax\\.", "dax.t3.small", "cache.t3.small"),
      like(
        "maintenanceWindow",
        "a window is ddd:hh24:mi-ddd:hh24:mi",
        "^(?:(?:[mM]on|[tT]ue|[wW]ed|[tT]hu|[fF]ri|[sS]at|[sS]un):[0-2]\\d:[0-5]\\d-?){2}$",
        "sun:05:00-sun:06:00",
        "sunday 05:00-06:00",
      ),
    ],
  },
  {
    type: "aws:cloudtrail/trail:Trail",
    source: api("cloudtrail", "CreateTrail"),
    rows: [
      like(
        "name",
        "a trail has 3 to 128 letters, digits and . _ -, begins and ends with one of the first two, has no two marks in a row, and is no address",
        "^(?!\\d+\\.\\d+\\.\\d+\\.\\d+$)(?!.*[._-]{2})[A-Za-z0-9][A-Za-z0-9._-]{1,126}[A-Za-z0-9]$",
        "orders",
        "orders__eu",
      ),
      together(
        "events go to a log group by a role",
        {
          dependentRequired: {
            cloudWatchLogsGroupArn: ["cloudWatchLogsRoleArn"],
            cloudWatchLogsRoleArn: ["cloudWatchLogsGroupArn"],
          },
        },
        { s3BucketName: "b", cloudWatchLogsGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:g:*" },
        { cloudWatchLogsRoleArn: "arn:aws:iam::111122223333:role/r" },
        {},
      ),
      together(
        "a trail has selectors of one kind",
        { atMostOne: ["eventSelectors[]", "advancedEventSelectors[]"], source: api("cloudtrail", "PutEventSelectors") },
        { s3BucketName: "b" },
        { eventSelectors: [{ readWriteType: "All" }] },
        {
          eventSelectors: [{ readWriteType: "All" }],
          advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] }],
        },
      ),
      {
        at: "advancedEventSelectors[]",
        fact: "a selector names one eventCategory",
        properties: {
          fieldSelectors: { contains: { properties: { field: { const: "eventCategory" } } }, maxContains: 1 },
        },
        source: api("cloudtrail", "AdvancedFieldSelector"),
        good: {
          fieldSelectors: [
            { field: "eventCategory", equals: ["Data"] },
            { field: "resources.type", equals: ["AWS::S3::Object"] },
          ],
        },
        bad: { fieldSelectors: [{ field: "resources.type", equals: ["AWS::S3::Object"] }] },
      },
      {
        at: "eventSelectors[].excludeManagementEventSources[]",
        enum: ["kms.amazonaws.com", "rdsdata.amazonaws.com"],
        source: api("cloudtrail", "EventSelector"),
        good: "kms.amazonaws.com",
        bad: "s3.amazonaws.com",
      },
      together(
        "a trail of all Regions has the events of global services",
        { when: { isMultiRegionTrail: true }, properties: { includeGlobalServiceEvents: { const: true } } },
        { s3BucketName: "b", isMultiRegionTrail: true },
        { includeGlobalServiceEvents: true },
        { includeGlobalServiceEvents: false },
      ),
    ],
  },
  {
    type: "aws:servicediscovery/service:Service",
    source: api("map", "CreateService"),
    rows: [
      together(
        "a service is checked in one way",
        { atMostOne: ["healthCheckConfig", "healthCheckCustomConfig"] },
        { name: "s" },
        { healthCheckCustomConfig: { failureThreshold: 1 } },
        { healthCheckConfig: { type: "HTTP" }, healthCheckCustomConfig: { failureThreshold: 1 } },
      ),
      only("a check by TCP has no path", { "healthCheckConfig.type": "TCP" }, ["healthCheckConfig.resourcePath"], {
        source: api("map", "HealthCheckConfig"),
      })(
        { name: "s" },
        { healthCheckConfig: { type: "TCP" } },
        { healthCheckConfig: { type: "TCP", resourcePath: "/" } },
      ),
      together(
        "a CNAME record stands alone",
        {
          if: {
            properties: {
              "dnsConfig.dnsRecords": { contains: { required: ["type"], properties: { type: { const: "CNAME" } } } },
            },
            required: ["dnsConfig.dnsRecords[]"],
          },
          then: { properties: { "dnsConfig.dnsRecords": { maxItems: 1 } } },
          source: api("map", "DnsRecord"),
        },
        { name: "s" },
        { dnsConfig: { namespaceId: "n", dnsRecords: [{ type: "CNAME", ttl: 60 }], routingPolicy: "WEIGHTED" } },
        {
          dnsConfig: {
            namespaceId: "n",
            dnsRecords: [
              { type: "CNAME", ttl: 60 },
              { type: "A", ttl: 60 },
            ],
            routingPolicy: "WEIGHTED",
          },
        },
      ),
      together(
        "a CNAME record is weighted",
        {
          if: {
            properties: {
              "dnsConfig.dnsRecords": { contains: { required: ["type"], properties: { type: { const: "CNAME" } } } },
            },
            required: ["dnsConfig.dnsRecords[]"],
          },
          then: { properties: { "dnsConfig.routingPolicy": { const: "WEIGHTED" } } },
          source: api("map", "DnsRecord"),
        },
        { name: "s" },
        { dnsConfig: { namespaceId: "n", dnsRecords: [{ type: "CNAME", ttl: 60 }], routingPolicy: "WEIGHTED" } },
        { dnsConfig: { namespaceId: "n", dnsRecords: [{ type: "CNAME", ttl: 60 }], routingPolicy: "MULTIVALUE" } },
      ),
    ],
  },
];
