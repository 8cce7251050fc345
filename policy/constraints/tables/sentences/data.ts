import { type Row, type TypeRows } from "../../schema";
import { api } from "../pages";
import { like, sameRegion, together } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555";
const statement = (sid: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: sid,
        Effect: "Allow",
        Principal: { AWS: "111122223333" },
        Action: "logs:PutSubscriptionFilter",
        Resource: "arn:aws:logs:eu-west-1:111122223333:destination:orders",
      },
    ],
  });
const domain = "arn:aws:es:eu-west-1:111122223333:domain/orders";
const password = (engine: string, most: number, what: string): Row =>
  together(
    `a password of ${what} has at most ${most} characters`,
    { when: { engine: { pattern: `^${engine.replace(/-.*/, "")}` } }, properties: { password: { maxLength: most } } },
    { engine },
    { password: "a1".repeat(4) },
    { password: "a".repeat(most + 1) },
  );
const delivered = (part: string, logTypes: readonly string[], arn: string, what: string): Row =>
  together(
    `${what} delivers logs of ${logTypes.join(", ")}`,
    { when: { resourceArn: { pattern: part } }, properties: { logType: { enum: logTypes } } },
    { name: "orders", resourceArn: arn },
    { logType: logTypes[0] },
    { logType: "ACCESS_LOGS" },
  );

/** What sentences of the API models say of deliveries, databases and logs. */
export const dataSentences: readonly TypeRows[] = [
  {
    type: "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_MetadataTableEncryptionConfiguration.html",
    rows: ["journal", "inventory"].map((kind) =>
      sameRegion(
        `metadataConfiguration.${kind}TableConfiguration.encryptionConfiguration.kmsKeyArn`,
        "the KMS key of a metadata table is of the bucket's Region",
        key,
      ),
    ),
  },
  {
    type: "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
    source: api("logs", "PutDestinationPolicy"),
    rows: [{ at: "accessPolicy", maxBytes: 5120, good: statement("a"), bad: statement("a".repeat(5120)) }],
  },
  {
    type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    source: api("logs", "PutDeliverySource"),
    rows: [
      delivered(
        ":ses:[^:]*:[^:]*:mailmanager-",
        ["APPLICATION_LOGS", "TRAFFIC_POLICY_DEBUG_LOGS"],
        "arn:aws:ses:eu-west-1:111122223333:mailmanager-ingress-point/inp-1",
        "Mail Manager",
      ),
    ],
  },
  {
    type: "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream",
    source: api("firehose", "ElasticsearchDestinationConfiguration"),
    rows: [
      {
        at: "elasticsearchConfiguration",
        fact: "a destination is a domainArn or a clusterEndpoint",
        atMostOne: ["domainArn", "clusterEndpoint"],
        good: { domainArn: domain },
        bad: { domainArn: domain, clusterEndpoint: "https://orders.example.com" },
      },
    ],
  },
  {
    type: "aws:rds/instance:Instance",
    source: api("rds", "CreateDBInstance"),
    rows: [
      password("oracle-se2", 30, "Oracle"),
      password("mysql", 41, "MySQL"),
      password("mariadb", 41, "MariaDB"),
      password("postgres", 128, "PostgreSQL"),
      password("sqlserver-ex", 128, "SQL Server"),
      together(
        "a password of Oracle has no & and no single quote",
        { when: { engine: { pattern: "^(custom-)?oracle" } }, properties: { password: { pattern: "^[^&']*$" } } },
        { engine: "oracle-se2" },
        { password: "secret-secret" },
        { password: "secret&secret" },
      ),
      together(
        "the name of an Oracle database is not null",
        {
          when: { engine: { pattern: "^(custom-)?oracle" } },
          properties: { dbName: { pattern: "^(?![Nn][Uu][Ll][Ll]$)" } },
        },
        { engine: "oracle-se2" },
        { dbName: "ORDERS" },
        { dbName: "NULL" },
      ),
    ],
  },
  {
    type: "aws:rds/eventSubscription:EventSubscription",
    source: api("rds", "CreateEventSubscription"),
    rows: [
      like(
        "sourceIds[]",
        "a source neither ends with a hyphen nor has two in a row",
        "^(?!.*--)(?!.*-$)",
        "orders-db",
        "orders--db",
      ),
    ],
  },
];
