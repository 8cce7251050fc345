import type * as sdk from "@aws-sdk/client-dynamodb";
import type { Table as TableResource, TableArgs } from "@pulumi/aws/dynamodb/table";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Live, resourceType, tags } from "../../frame/resourceType";
import { until } from "../../frame/retry";
import { tagMap } from "../../frame/shapes";
import { removeReplica, readReplicas, settleReplica } from "./replicas";
import { active, change, recovery, tag, timeToLive } from "./settings";
import { createInput, readKeys, readLocalIndexes, readGlobalIndexes, updates } from "./shapes";

const notFound = ["ResourceNotFoundException"];
const noRestore = "tables are not made from backups";

type Known = Live<TableArgs, TableResource>;

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html */
export const Table = resourceType<TableArgs, TableResource>({
  token: "aws:dynamodb/table:Table",
  name: {
    property: "name",
    maxLength: 255,
    pattern: /^[\w.-]{3,}$/,
    allowed: "3 or more letters, digits, underscores, hyphens and dots",
  },
  properties: {
    ...withRule({ unordered: true }, "attributes", "replicas"),
    ...withRule({ replace: true }, "importTable", "name", "rangeKey"),
    ...withRule({ computed: true }, "pointInTimeRecovery", "readCapacity", "streamViewType", "writeCapacity"),
    ...optional("deletionProtectionEnabled", "streamEnabled", "ttl"),
    ...withRule({ replace: true, notEmulated: noRestore }, "restoreBackupArn", "restoreDateTime"),
    ...withRule({ replace: true, notEmulated: noRestore }, "restoreToLatestTime"),
    billingMode: { default: "PROVISIONED" },
    globalSecondaryIndexes: { computed: true, unordered: true },
    globalTableWitness: { notEmulated: "the emulator has no witness Regions" },
    hashKey: { computed: true, replace: true },
    localSecondaryIndexes: { replace: true, unordered: true },
    onDemandThroughput: { idle: "nothing is throttled" },
    restoreSourceName: { notEmulated: noRestore },
    restoreSourceTableArn: { notEmulated: noRestore },
    serverSideEncryption: { computed: true, idle: "items are not encrypted" },
    tableClass: { default: "STANDARD" },
    tags,
    warmThroughput: { computed: true, notEmulated: "the emulator has no warm throughput" },
  },
  outputs: { arn: "stable", streamArn: "changes", streamLabel: "changes" },
  changing: (changed) =>
    changed.has("streamEnabled") || changed.has("streamViewType") ? ["streamArn", "streamLabel"] : [],

  notEmulated({ replicas = [] }) {
    const found: string[] = [];
    if (replicas.some(({ consistencyMode }) => consistencyMode === "STRONG")) {
      found.push("replicas: the emulator's are consistent at once, whatever consistencyMode says");
    }
    if (replicas.some(({ kmsKeyArn }) => kmsKeyArn)) found.push("replicas: items are not encrypted");
    return found;
  },

  async create(props, { dynamodb }) {
    const table = createInput(props);
    if (!props.importTable) {
      await dynamodb.createTable(table);
      return props.name!;
    }
    const { s3BucketSource: source, inputFormat, inputCompressionType } = props.importTable;
    const {
      StreamSpecification: _later,
      DeletionProtectionEnabled: _too,
      TableClass: _also,
      Tags: _tags,
      ...own
    } = table;
    const { ImportTableDescription } = await dynamodb.importTable({
      S3BucketSource: { S3Bucket: source.bucket, S3BucketOwner: source.bucketOwner, S3KeyPrefix: source.keyPrefix },
      InputFormat: inputFormat as sdk.InputFormat,
      InputCompressionType: inputCompressionType as sdk.InputCompressionType,
      TableCreationParameters: own as sdk.TableCreationParameters,
    });
    const { ImportArn } = ImportTableDescription!;
    await until(`import of ${props.name}`, 300, async () => {
      const { ImportTableDescription: live } = await dynamodb.describeImport({ ImportArn });
      if (live?.ImportStatus === "FAILED")
        throw new Error(`import failed: ${live.FailureCode}: ${live.FailureMessage}`);
      return live?.ImportStatus === "COMPLETED" ? true : undefined;
    });
    return props.name!;
  },

  /** Sets what CreateTable does not accept, and what an imported table lacks. */
  async complete(name, props, aws) {
    await active(name, aws);
    const { dynamodb } = aws;
    const { ttl, pointInTimeRecovery } = props;
    if (props.importTable)
      for (const update of updates({ ...props, ...imported }, props)) await change(name, update, aws);
    if (props.importTable && props.tags) await tag(name, props.tags, aws);
    if (ttl?.enabled) await timeToLive(name, ttl, aws);
    if (pointInTimeRecovery?.enabled) await recovery(name, pointInTimeRecovery, aws);
    for (const replica of props.replicas ?? []) {
      await dynamodb.updateTable({ TableName: name, ReplicaUpdates: [{ Create: { RegionName: replica.regionName } }] });
      await settleReplica(name, replica, props, aws);
    }
  },

  read: readTable,

  async update(name, props, old, aws) {
    const { dynamodb } = aws;
    for (const update of updates(old, props)) await change(name, update, aws);
    const { ttl, pointInTimeRecovery, replicas = [] } = props;
    if ((ttl?.enabled ?? false) !== (old.ttl?.enabled ?? false)) {
      await timeToLive(name, ttl ?? { ...old.ttl, enabled: false }, aws);
    }
    if (pointInTimeRecovery) await recovery(name, pointInTimeRecovery, aws);
    const before = old.replicas ?? [];
    for (const { regionName } of before.filter((each) => !replicas.some((one) => one.regionName === each.regionName))) {
      await removeReplica(name, regionName, aws);
    }
    for (const replica of replicas) {
      const isNew = !before.some(({ regionName }) => regionName === replica.regionName);
      const Create = { RegionName: replica.regionName };
      if (isNew) await dynamodb.updateTable({ TableName: name, ReplicaUpdates: [{ Create }] });
      await settleReplica(name, replica, props, aws);
    }
  },

  tagging: {
    remove: (_name, TagKeys, { dynamodb }, { arn }) => dynamodb.untagResource({ ResourceArn: arn, TagKeys }),
    add: (name, tags, aws) => tag(name, tags, aws),
  },

  async delete(name, aws, { replicas = [] }) {
    for (const { regionName } of replicas) await removeReplica(name, regionName, aws);
    await unless(notFound, aws.dynamodb.deleteTable({ TableName: name }));
  },
});

/** Sets the arguments that ImportTable does not accept. */
const imported = {
  streamEnabled: false,
  streamViewType: undefined,
  deletionProtectionEnabled: false,
  tableClass: "STANDARD",
};

async function readTable(name: string, aws: Aws, known: Known): Promise<Known | undefined> {
  const { dynamodb } = aws;
  const table = (await unless(notFound, dynamodb.describeTable({ TableName: name })))?.Table;
  if (!table) return undefined;
  const [{ TimeToLiveDescription }, { ContinuousBackupsDescription }, { Tags }] = await Promise.all([
    dynamodb.describeTimeToLive({ TableName: name }),
    dynamodb.describeContinuousBackups({ TableName: name }),
    dynamodb.listTagsOfResource({ ResourceArn: table.TableArn }),
  ]);
  const { hashKey, rangeKey } = readKeys(table.KeySchema);
  const isOn = TimeToLiveDescription?.TimeToLiveStatus === "ENABLED";
  const recovers = ContinuousBackupsDescription?.PointInTimeRecoveryDescription?.PointInTimeRecoveryStatus;
  const streamEnabled = table.StreamSpecification?.StreamEnabled ?? false;
  const provisioned = table.BillingModeSummary?.BillingMode !== "PAY_PER_REQUEST";
  const { MaxReadRequestUnits, MaxWriteRequestUnits } = table.OnDemandThroughput ?? {};
  const encrypted = table.SSEDescription?.Status === "ENABLED";
  return {
    arn: table.TableArn,
    attributes: (table.AttributeDefinitions ?? []).map(({ AttributeName, AttributeType }) => ({
      name: AttributeName!,
      type: AttributeType!,
    })),
    billingMode: provisioned ? "PROVISIONED" : "PAY_PER_REQUEST",
    // The engine would take a false that the program left out for a change.
    deletionProtectionEnabled: table.DeletionProtectionEnabled || undefined,
    globalSecondaryIndexes: readGlobalIndexes(table, provisioned, known.globalSecondaryIndexes),
    hashKey,
    localSecondaryIndexes: readLocalIndexes(table),
    name,
    onDemandThroughput: table.OnDemandThroughput && {
      maxReadRequestUnits: MaxReadRequestUnits,
      maxWriteRequestUnits: MaxWriteRequestUnits,
    },
    // The emulator does not keep the days, so return them as declared.
    pointInTimeRecovery: {
      enabled: recovers === "ENABLED",
      ...(recovers === "ENABLED" && { recoveryPeriodInDays: known.pointInTimeRecovery?.recoveryPeriodInDays }),
    },
    rangeKey,
    readCapacity: provisioned ? table.ProvisionedThroughput?.ReadCapacityUnits : 0,
    replicas: await readReplicas(name, table, known, aws),
    serverSideEncryption: encrypted ? { enabled: true, kmsKeyArn: table.SSEDescription?.KMSMasterKeyArn } : undefined,
    streamArn: streamEnabled ? table.LatestStreamArn : "",
    streamEnabled: streamEnabled || undefined,
    streamLabel: streamEnabled ? table.LatestStreamLabel : "",
    streamViewType: streamEnabled ? table.StreamSpecification?.StreamViewType : undefined,
    tableClass: table.TableClassSummary?.TableClass ?? "STANDARD",
    tags: tagMap(Tags),
    ttl: isOn
      ? { attributeName: TimeToLiveDescription.AttributeName, enabled: true }
      : known.ttl && { ...known.ttl, enabled: false },
    writeCapacity: provisioned ? table.ProvisionedThroughput?.WriteCapacityUnits : 0,
  };
}
