import { type TypeRows } from "../../schema";
import { apart, at, bars, narrows, needs, says, takes } from "../given";
import { page } from "../pages";

const web = (what: string) => page(`glue/latest/dg/aws-glue-api-${what}`);
const security = "encryptionConfiguration";
const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const jobs = web("jobs-job");
const spark = { "command.name": ["glueetl", "gluestreaming"] };
const conditions = (...jobNames: string[]) => jobNames.map((jobName) => ({ jobName, state: "SUCCEEDED" }));

/** Glue. */
export const glue: readonly TypeRows[] = [
  {
    type: "aws:glue/job:Job",
    source: jobs,
    rows: [
      narrows("an execution class is of Spark jobs", { executionClass: "FLEX" }, "command.name", { const: "glueetl" }, [
        "glueetl",
        "gluestreaming",
      ]),
      at("timeout", "jobs last up to seven days", { maximum: 10_080 }, 10_080, 10_081),
      bars(
        "a Python shell has no workers",
        { "command.name": "pythonshell" },
        { workerType: "G.1X", numberOfWorkers: 2 },
      ),
      narrows("a Ray job has workers of Z.2X", { "command.name": "glueray" }, "workerType", { const: "Z.2X" }, [
        "Z.2X",
        "G.1X",
      ]),
      narrows("Z.2X is of Ray jobs", { workerType: "Z.2X" }, "command.name", { const: "glueray" }, [
        "glueray",
        "glueetl",
      ]),
      narrows("G.025X is of streaming jobs", { workerType: "G.025X" }, "command.name", { const: "gluestreaming" }, [
        "gluestreaming",
        "glueetl",
      ]),
      bars(
        "Spark of Glue 2.0 and later has workers, no maxCapacity",
        { ...spark, glueVersion: ["2.0", "3.0", "4.0", "5.0", "5.1"] },
        { maxCapacity: 2 },
      ),
      at(
        "maintenanceWindow",
        "a maintenance window is a day and an hour",
        { pattern: "^(Sun|Mon|Tue|Wed|Thu|Fri|Sat):([01]?[0-9]|2[0-3])$" },
        "Mon:10",
        "Monday:10",
      ),
    ],
  },
  {
    type: "aws:glue/trigger:Trigger",
    source: web("jobs-trigger"),
    rows: [
      bars("a trigger ON_DEMAND does not start when it is made", { type: "ON_DEMAND" }, { startOnCreation: true }),
      at(
        "predicate.conditions[]",
        "a condition is of a job or of a crawler",
        { requiredXor: ["jobName", "crawlerName"] },
        { jobName: "j", state: "SUCCEEDED" },
        { jobName: "j", crawlerName: "c", state: "SUCCEEDED" },
      ),
      at(
        "predicate.conditions[]",
        "the condition of a job has its state",
        { dependentRequired: { jobName: ["state"] } },
        { jobName: "j", state: "SUCCEEDED" },
        { jobName: "j", crawlState: "SUCCEEDED" },
      ),
      at(
        "predicate.conditions[]",
        "the condition of a crawler has its crawlState",
        { dependentRequired: { crawlerName: ["crawlState"] } },
        { crawlerName: "c", crawlState: "SUCCEEDED" },
        { crawlerName: "c", state: "SUCCEEDED" },
      ),
      at(
        "predicate",
        "several conditions are joined by a logical",
        {
          if: { properties: { conditions: { minItems: 2 } }, required: ["conditions"] },
          then: { required: ["logical"] },
        },
        { logical: "AND", conditions: conditions("a", "b") },
        { conditions: conditions("a", "b") },
      ),
      needs("a trigger of events is of a workflow", { type: "EVENT" }, { workflowName: "w" }),
      at("eventBatchingConditions[].batchSize", "a batch is 1 to 100 events", { minimum: 1, maximum: 100 }, 1, 101),
      at(
        "eventBatchingConditions[].batchWindow",
        "a window is 1 to 900 seconds",
        { minimum: 1, maximum: 900 },
        900,
        901,
      ),
    ],
  },
  {
    type: "aws:glue/crawler:Crawler",
    source: web("crawler-crawling"),
    rows: [
      at("s3Targets[].sampleSize", "a sample is 1 to 249 files", { minimum: 1, maximum: 249 }, 249, 250),
      at(
        "dynamodbTargets[].scanRate",
        "a rate is 0.1 to 1.5 of the table's capacity",
        { minimum: 0.1, maximum: 1.5 },
        0.5,
        2,
      ),
      at(
        "schedule",
        "a schedule is cron(…) of six fields",
        { pattern: "^cron\\(\\S+( \\S+){5}\\)$", source: page("glue/latest/dg/monitor-data-warehouse-schedule") },
        "cron(15 12 * * ? *)",
        "rate(1 hour)",
      ),
      says(
        "a crawl of events has a queue",
        {
          when: { "recrawlPolicy.recrawlBehavior": "CRAWL_EVENT_MODE" },
          requiredOr: ["s3Targets[].eventQueueArn", "catalogTargets[].eventQueueArn"],
        },
        {
          "recrawlPolicy.recrawlBehavior": "CRAWL_EVENT_MODE",
          "s3Targets[].eventQueueArn": "arn:aws:sqs:eu-west-1:111122223333:q",
        },
        { "recrawlPolicy.recrawlBehavior": "CRAWL_EVENT_MODE" },
      ),
    ],
  },
  {
    type: "aws:glue/mLTransform:MLTransform",
    source: web("machine-learning-api"),
    rows: [
      at("numberOfWorkers", "a transform has one worker or more", { minimum: 1 }, 1, 0),
      at("maxCapacity", "a transform has a capacity of one or more", { minimum: 1 }, 1, 0.5),
      takes("workers have a number", { workerType: "G.1X" }, { numberOfWorkers: 2 }),
      takes("a number of workers is of a type", { numberOfWorkers: 2 }, { workerType: "G.1X" }),
      apart("capacity is a maxCapacity or workers", { maxCapacity: 10 }, { workerType: "G.1X", numberOfWorkers: 2 }),
      at(
        "parameters.findMatchesParameters.accuracyCostTradeOff",
        "a trade-off is 0 to 1",
        { minimum: 0, maximum: 1 },
        0.5,
        2,
      ),
      at(
        "parameters.findMatchesParameters.precisionRecallTradeOff",
        "a trade-off is 0 to 1",
        { minimum: 0, maximum: 1 },
        0.5,
        2,
      ),
    ],
  },
  {
    type: "aws:glue/securityConfiguration:SecurityConfiguration",
    source: web("crypto"),
    rows: [
      needs(
        "logs that are encrypted have a key",
        { [`${security}.cloudwatchEncryption.cloudwatchEncryptionMode`]: "SSE-KMS" },
        { [`${security}.cloudwatchEncryption.kmsKeyArn`]: key },
      ),
      needs(
        "bookmarks that are encrypted have a key",
        { [`${security}.jobBookmarksEncryption.jobBookmarksEncryptionMode`]: "CSE-KMS" },
        { [`${security}.jobBookmarksEncryption.kmsKeyArn`]: key },
      ),
      needs(
        "objects that are encrypted with KMS have a key",
        { [`${security}.s3Encryption.s3EncryptionMode`]: "SSE-KMS" },
        { [`${security}.s3Encryption.kmsKeyArn`]: key },
      ),
    ],
  },
  {
    type: "aws:glue/devEndpoint:DevEndpoint",
    source: web("dev-endpoint"),
    rows: [
      apart("an endpoint has one public key or several", { publicKey: "ssh-rsa A" }, { publicKeys: ["ssh-rsa A"] }),
      at(
        "publicKeys",
        "an endpoint has up to five public keys",
        { maxItems: 5 },
        ["a"],
        ["a", "b", "c", "d", "e", "f"],
      ),
      apart("capacity is nodes or workers", { numberOfNodes: 5 }, { numberOfWorkers: 2, workerType: "G.1X" }),
    ],
  },
  {
    type: "aws:glue/catalogTable:CatalogTable",
    source: web("catalog-tables"),
    rows: [
      at(
        "storageDescriptor.schemaReference",
        "a schema is named by its id or by its version's",
        { requiredXor: ["schemaId", "schemaVersionId"] },
        { schemaVersionId: "11111111-2222-3333-4444-555555555555", schemaVersionNumber: 1 },
        { schemaVersionNumber: 1 },
      ),
      at(
        "storageDescriptor.schemaReference.schemaId",
        "a schema has an ARN, or a name and a registry",
        { requiredXor: ["schemaArn", "schemaName"] },
        { schemaName: "s", registryName: "r" },
        { schemaName: "s", registryName: "r", schemaArn: "arn:aws:glue:eu-west-1:111122223333:schema/r/s" },
      ),
      at(
        "partitionIndices",
        "a table has up to three indexes of partitions",
        { maxItems: 3, source: page("glue/latest/dg/partition-indexes") },
        [{ indexName: "a", keys: ["k"] }],
        ["a", "b", "c", "d"].map((indexName) => ({ indexName, keys: ["k"] })),
      ),
    ],
  },
  {
    type: "aws:glue/schema:Schema",
    source: web("schema-registry-api"),
    rows: [
      at(
        "schemaName",
        "a schema's name has up to 255 letters, digits and - _ $ # .",
        { pattern: "^[a-zA-Z0-9-_$#.]{1,255}$" },
        "orders",
        "my orders",
      ),
      narrows(
        "a schema of AVRO or JSON is JSON",
        { dataFormat: ["AVRO", "JSON"] },
        "schemaDefinition",
        { format: "json" },
        ['{"type":"string"}', "message A {}"],
      ),
    ],
  },
];
