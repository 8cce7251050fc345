import { type Row, type TypeRows } from "../../schema";
import { bars, needs, says, takes } from "../given";
import { api } from "../pages";
import { like } from "../together";

const key = "arn:aws:kms:eu-west-1:111122223333:key/1";
const instance = "aws:rds/instance:Instance";
const custom = { engine: { pattern: "^custom-" } };
const ofCustom = { engine: "custom-oracle-ee" };
const several: readonly Row[] = [
  says(
    "a role of monitoring needs an interval other than 0",
    {
      if: { required: ["monitoringRoleArn"] },
      then: { required: ["monitoringInterval"], properties: { monitoringInterval: { minimum: 1 } } },
    },
    { monitoringRoleArn: "arn:aws:iam::111122223333:role/r", monitoringInterval: 60 },
    { monitoringRoleArn: "arn:aws:iam::111122223333:role/r", monitoringInterval: 0 },
  ),
];
const least = (storageType: readonly string[], minimum: number, level?: "advisory"): Row =>
  says(
    `storage of ${storageType.join(" and ")} has at least ${minimum} GiB`,
    {
      when: { storageType, engine: { pattern: "^(db2|mariadb|mysql|postgres|oracle)" } },
      properties: { allocatedStorage: { minimum } },
      ...(level && { level }),
    },
    { engine: "postgres", storageType: storageType[0], allocatedStorage: minimum },
    { engine: "postgres", storageType: storageType[0], allocatedStorage: minimum - 1 },
  );
const source = (identifier: string, more: object) => ({
  type: instance,
  properties: { region: "eu-west-1", identifier, id: identifier, ...more },
});
const replica = (replicateSourceDb: string, more: object = {}) => ({
  identifier: "replica",
  instanceClass: "db.m6g.large",
  replicateSourceDb,
  ...more,
});
const directory = ["domain", "domainFqdn", "domainOu"];
const values = { domain: "d-1234567890", domainFqdn: "a.example.com", domainOu: "OU=a,DC=example,DC=com" };

/** What sentences of the API models say of databases and caches. */
export const databaseSentences: readonly TypeRows[] = [
  {
    type: "aws:rds/cluster:Cluster",
    source: api("rds", "CreateDBCluster"),
    rows: [
      ...several,
      takes(
        "a key of the user's secret is for a password that RDS manages",
        { masterUserSecretKmsKeyId: key },
        { manageMasterUserPassword: true },
      ),
      says(
        "the identifier of a Multi-AZ cluster has at most 52 characters",
        { when: { dbClusterInstanceClass: {} }, properties: { clusterIdentifier: { maxLength: 52 } } },
        { dbClusterInstanceClass: "db.m6gd.large", clusterIdentifier: "a".repeat(52) },
        { dbClusterInstanceClass: "db.m6gd.large", clusterIdentifier: "a".repeat(53) },
      ),
      needs("storage of io1 or io2 needs iops", { storageType: ["io1", "io2"] }, { iops: 1000 }),
      says(
        "a cluster has at most 50 iops for each GiB",
        { join: "iopsRatio" },
        { allocatedStorage: 100, iops: 5000 },
        { allocatedStorage: 100, iops: 5001 },
      ),
    ],
  },
  {
    type: instance,
    source: api("rds", "CreateDBInstance"),
    rows: [
      ...several,
      least(["gp2", "gp3"], 20, "advisory"), // the AWS provider's own examples have 10
      least(["io1", "io2"], 100),
      says(
        "SQL Server has at most 16,384 GiB",
        { when: { engine: { pattern: "^sqlserver" } }, properties: { allocatedStorage: { maximum: 16_384 } } },
        { engine: "sqlserver-ex", allocatedStorage: 16_384 },
        { engine: "sqlserver-ex", allocatedStorage: 16_385 },
      ),
      says(
        "RDS Custom takes no upgrades of minor versions by itself",
        {
          when: custom,
          required: ["autoMinorVersionUpgrade"],
          properties: { autoMinorVersionUpgrade: { const: false } },
        },
        { ...ofCustom, autoMinorVersionUpgrade: false },
        ofCustom,
      ),
      says(
        "RDS Custom is encrypted by a key of one's own",
        { when: custom, required: ["kmsKeyId"] },
        { ...ofCustom, kmsKeyId: key },
        ofCustom,
      ),
      says(
        "RDS Custom has an instance profile whose name begins with AWSRDSCustom",
        {
          when: custom,
          required: ["customIamInstanceProfile"],
          properties: { customIamInstanceProfile: { pattern: "^AWSRDSCustom" } },
        },
        { ...ofCustom, customIamInstanceProfile: "AWSRDSCustomOrders" },
        { ...ofCustom, customIamInstanceProfile: "orders" },
      ),
      ...directory.map((name) =>
        bars(
          `MariaDB is in no directory: it has no ${name}`,
          { engine: "mariadb" },
          { [name]: values[name as keyof typeof values] },
        ),
      ),
      { at: "domainFqdn", maxLength: 64, good: "a.example.com", bad: `${"a".repeat(60)}.example.com` },
      like("domainOu", "an organizational unit is a distinguished name", "^\\s*[A-Za-z]+=", values.domainOu, "orders"),
      says(
        "a replicaMode is for Oracle and Db2",
        {
          when: { engine: { pattern: "^(?!(custom-)?(oracle|db2))" } },
          excluded: ["replicaMode"],
          source: api("rds", "CreateDBInstanceReadReplica"),
        },
        { engine: "oracle-ee", replicaMode: "mounted" },
        { engine: "postgres", replicaMode: "mounted" },
      ),
      {
        at: "replicateSourceDb",
        fact: "a source of replicas is backed up: its backupRetentionPeriod is above 0",
        refersTo: {
          type: instance,
          fits: {
            if: { required: ["replicateSourceDb"] },
            then: {},
            else: { required: ["backupRetentionPeriod"], properties: { backupRetentionPeriod: { minimum: 1 } } },
          },
        },
        source: api("rds", "CreateDBInstanceReadReplica"),
        beside: {
          kept: source("kept", { backupRetentionPeriod: 7 }),
          lost: source("lost", { backupRetentionPeriod: 0 }),
        },
        good: "kept",
        bad: "lost",
      },
      {
        at: "",
        fact: "an encrypted replica is of an encrypted instance",
        when: { storageEncrypted: true },
        properties: {
          replicateSourceDb: {
            refersTo: { type: instance, fits: { properties: { storageEncrypted: { const: true } } } },
          },
        },
        source: api("rds", "CreateDBInstanceReadReplica"),
        beside: {
          closed: source("closed", { backupRetentionPeriod: 7, storageEncrypted: true }),
          open: source("open", { backupRetentionPeriod: 7, storageEncrypted: false }),
        },
        good: replica("closed", { storageEncrypted: true }),
        bad: replica("open", { storageEncrypted: true }),
      },
    ],
  },
  {
    type: "aws:rds/eventSubscription:EventSubscription",
    source: api("rds", "CreateEventSubscription"),
    rows: [
      like(
        "snsTopic",
        "events go to a standard topic",
        "^(?!.*\\.fifo$)",
        "arn:aws:sns:eu-west-1:111122223333:orders",
        "arn:aws:sns:eu-west-1:111122223333:orders.fifo",
      ),
    ],
  },
  {
    type: "aws:rds/integration:Integration",
    source: api("rds", "CreateIntegration"),
    rows: [
      takes("an encryption context needs a kmsKeyId", { additionalEncryptionContext: { a: "b" } }, { kmsKeyId: key }),
    ],
  },
];
