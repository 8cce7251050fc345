import type { Instance as InstanceResource, InstanceArgs } from "@pulumi/aws/rds/instance";
import { unless } from "../../frame/errors";
import { changing, optional, stable, withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { timestamp } from "../../frame/shapes";
import { finalSnapshot, fixedAtCreation, identifier, missing, readSecrets, readTags, tagging, unused } from "./shared";

const notFound = ["DBInstanceNotFound", "DBInstanceNotFoundFault"];
const replaced = { ...unused, replace: true };

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export const Instance = resourceType<InstanceArgs, InstanceResource>({
  token: "aws:rds/instance:Instance",
  name: { property: "identifier", prefixProperty: "identifierPrefix", ...identifier },
  properties: {
    ...withRule({ computed: true }, "allocatedStorage", "applyImmediately", "backupRetentionPeriod", "backupWindow"),
    ...withRule({ computed: true }, "databaseInsightsMode", "dbSubnetGroupName", "engineVersion", "licenseModel"),
    ...withRule({ computed: true }, "maintenanceWindow", "multiAz", "networkType", "optionGroupName"),
    ...withRule({ computed: true }, "parameterGroupName", "performanceInsightsKmsKeyId"),
    ...withRule({ computed: true }, "performanceInsightsRetentionPeriod", "storageType"),
    ...withRule({ default: true }, "autoMinorVersionUpgrade", "deleteAutomatedBackups"),
    ...withRule({ computed: true, replace: true }, "availabilityZone", "dbName", "engine", "engineLifecycleSupport"),
    ...withRule({ computed: true, replace: true }, "kmsKeyId", "masterUserSecretKmsKeyId", "username"),
    ...withRule({ replace: true }, "iamDatabaseAuthenticationEnabled", "identifier", "identifierPrefix"),
    ...withRule({ replace: true }, "manageMasterUserPassword", "password", "storageEncrypted"),
    ...optional("allowMajorVersionUpgrade", "finalSnapshotIdentifier", "maxAllocatedStorage"),
    ...withRule(replaced, "backupTarget", "characterSetName", "ncharCharacterSetName", "replicateSourceDb"),
    ...withRule(replaced, "restoreToPointInTime", "s3Import", "snapshotIdentifier", "timezone"),
    ...withRule(unused, "blueGreenUpdate", "caCertIdentifier", "customIamInstanceProfile", "customerOwnedIpEnabled"),
    ...withRule(unused, "domain", "domainAuthSecretArn", "domainDnsIps", "domainFqdn", "domainIamRoleName"),
    ...withRule(unused, "domainOu", "iops", "monitoringRoleArn", "passwordWo", "passwordWoVersion", "replicaMode"),
    ...withRule(unused, "storageThroughput", "upgradeStorageConfig", "warningEventCategories"),
    ...withRule({ default: false }, "copyTagsToSnapshot", "dedicatedLogVolume", "deletionProtection"),
    ...withRule({ default: false }, "performanceInsightsEnabled", "publiclyAccessible", "skipFinalSnapshot"),
    enabledCloudwatchLogsExports: { unordered: true },
    instanceClass: { required: true },
    monitoringInterval: { default: 0 },
    port: { computed: true, notEmulated: "a database of the emulator is at a port that is free" },
    tags,
    vpcSecurityGroupIds: { computed: true, unordered: true },
  },
  outputs: {
    ...stable("address", "arn", "endpoint", "hostedZoneId", "listenerEndpoints", "masterUserSecrets", "resourceId"),
    ...stable("upgradeRolloutOrder"),
    ...changing("engineVersionActual", "latestRestorableTime", "replicas", "status"),
  },
  notEmulated: ({ engine }) => missing(engine),

  async create(props, { rds }) {
    await rds.createDBInstance({
      ...changeable(props),
      ...fixedAtCreation(props),
      DBInstanceIdentifier: props.identifier,
      DBName: props.dbName,
      Engine: props.engine,
      MasterUsername: props.username,
      MasterUserPassword: props.password,
    });
    return props.identifier!;
  },

  async read(id, { rds }, known) {
    const live = (await unless(notFound, rds.describeDBInstances({ DBInstanceIdentifier: id })))?.DBInstances?.[0];
    if (!live) return undefined;
    const { Address: address, Port: port, HostedZoneId: hostedZoneId } = live.Endpoint ?? {};
    return {
      address,
      arn: live.DBInstanceArn,
      allocatedStorage: live.AllocatedStorage,
      backupRetentionPeriod: live.BackupRetentionPeriod,
      dbName: live.DBName,
      deletionProtection: live.DeletionProtection,
      endpoint: `${address}:${port}`,
      engine: live.Engine,
      engineVersion: known.engineVersion ?? live.EngineVersion, // a major stands for each of its minors
      engineVersionActual: live.EngineVersion,
      hostedZoneId,
      identifier: live.DBInstanceIdentifier,
      instanceClass: live.DBInstanceClass,
      latestRestorableTime: timestamp(live.LatestRestorableTime),
      masterUserSecrets: readSecrets(live.MasterUserSecret),
      multiAz: live.MultiAZ,
      port,
      replicas: [],
      resourceId: live.DbiResourceId,
      status: live.DBInstanceStatus,
      tags: readTags(live.TagList),
      username: live.MasterUsername,
    };
  },

  async update(id, props, _old, aws) {
    await aws.rds.modifyDBInstance({ ...changeable(props), DBInstanceIdentifier: id, ApplyImmediately: true });
  },

  tagging,

  async delete(id, { rds }, known) {
    await unless(notFound, rds.deleteDBInstance({ DBInstanceIdentifier: id, ...finalSnapshot(known) }));
  },
});

const changeable = (props: Inputs<InstanceArgs>) => ({
  AllocatedStorage: props.allocatedStorage,
  BackupRetentionPeriod: props.backupRetentionPeriod,
  DBInstanceClass: props.instanceClass,
  DBParameterGroupName: props.parameterGroupName,
  DeletionProtection: props.deletionProtection,
  MaxAllocatedStorage: props.maxAllocatedStorage,
  MultiAZ: props.multiAz,
  StorageType: props.storageType,
  VpcSecurityGroupIds: props.vpcSecurityGroupIds,
});
