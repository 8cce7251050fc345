import type { Instance as InstanceResource, InstanceArgs } from "@pulumi/aws/rds/instance";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { tagList, timestamp } from "../../frame/shapes";
import { identifier, missing, readSecrets, readTags, unused, tagging } from "./shared";

const notFound = ["DBInstanceNotFound", "DBInstanceNotFoundFault"];
const replaced = { ...unused, replace: true };

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export const Instance = resourceType<InstanceArgs, InstanceResource>({
  token: "aws:rds/instance:Instance",
  name: { property: "identifier", prefixProperty: "identifierPrefix", ...identifier },
  properties: {
    allocatedStorage: { computed: true },
    allowMajorVersionUpgrade: {},
    applyImmediately: { computed: true },
    autoMinorVersionUpgrade: { default: true },
    availabilityZone: { computed: true, replace: true },
    backupRetentionPeriod: { computed: true },
    backupTarget: replaced,
    backupWindow: { computed: true },
    blueGreenUpdate: unused,
    caCertIdentifier: unused,
    characterSetName: replaced,
    copyTagsToSnapshot: { default: false },
    customIamInstanceProfile: unused,
    customerOwnedIpEnabled: unused,
    databaseInsightsMode: { computed: true },
    dbName: { computed: true, replace: true },
    dbSubnetGroupName: { computed: true },
    dedicatedLogVolume: { default: false },
    deleteAutomatedBackups: { default: true },
    deletionProtection: { default: false },
    domain: unused,
    domainAuthSecretArn: unused,
    domainDnsIps: unused,
    domainFqdn: unused,
    domainIamRoleName: unused,
    domainOu: unused,
    enabledCloudwatchLogsExports: { unordered: true },
    engine: { computed: true, replace: true },
    engineLifecycleSupport: { computed: true, replace: true },
    engineVersion: { computed: true },
    finalSnapshotIdentifier: {},
    iamDatabaseAuthenticationEnabled: { replace: true },
    identifier: { replace: true },
    identifierPrefix: { replace: true },
    instanceClass: { required: true },
    iops: unused,
    kmsKeyId: { computed: true, replace: true },
    licenseModel: { computed: true },
    maintenanceWindow: { computed: true },
    manageMasterUserPassword: { replace: true },
    masterUserSecretKmsKeyId: { computed: true, replace: true },
    maxAllocatedStorage: {},
    monitoringInterval: { default: 0 },
    monitoringRoleArn: unused,
    multiAz: { computed: true },
    ncharCharacterSetName: replaced,
    networkType: { computed: true },
    optionGroupName: { computed: true },
    parameterGroupName: { computed: true },
    password: { replace: true },
    passwordWo: unused,
    passwordWoVersion: unused,
    performanceInsightsEnabled: { default: false },
    performanceInsightsKmsKeyId: { computed: true },
    performanceInsightsRetentionPeriod: { computed: true },
    port: { computed: true, notEmulated: "a database of the emulator is at a port that is free" },
    publiclyAccessible: { default: false },
    replicaMode: unused,
    replicateSourceDb: replaced,
    restoreToPointInTime: replaced,
    s3Import: replaced,
    skipFinalSnapshot: { default: false },
    snapshotIdentifier: replaced,
    storageEncrypted: { replace: true },
    storageThroughput: unused,
    storageType: { computed: true },
    tags,
    timezone: replaced,
    upgradeStorageConfig: unused,
    username: { computed: true, replace: true },
    vpcSecurityGroupIds: { computed: true, unordered: true },
    warningEventCategories: unused,
  },
  outputs: {
    address: "stable",
    arn: "stable",
    endpoint: "stable",
    engineVersionActual: "changes",
    hostedZoneId: "stable",
    latestRestorableTime: "changes",
    listenerEndpoints: "stable",
    masterUserSecrets: "stable",
    replicas: "changes",
    resourceId: "stable",
    status: "changes",
    upgradeRolloutOrder: "stable",
  },
  notEmulated: ({ engine }) => missing(engine),

  async create(props, { rds }) {
    await rds.createDBInstance({
      ...changeable(props),
      DBInstanceIdentifier: props.identifier,
      DBName: props.dbName,
      DBSubnetGroupName: props.dbSubnetGroupName,
      EnableIAMDatabaseAuthentication: props.iamDatabaseAuthenticationEnabled,
      Engine: props.engine,
      EngineVersion: props.engineVersion,
      KmsKeyId: props.kmsKeyId,
      ManageMasterUserPassword: props.manageMasterUserPassword,
      MasterUsername: props.username,
      MasterUserPassword: props.password,
      MasterUserSecretKmsKeyId: props.masterUserSecretKmsKeyId,
      StorageEncrypted: props.storageEncrypted,
      Tags: tagList(props.tags),
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

  async delete(id, { rds }, { skipFinalSnapshot, finalSnapshotIdentifier }) {
    await unless(
      notFound,
      rds.deleteDBInstance({
        DBInstanceIdentifier: id,
        SkipFinalSnapshot: skipFinalSnapshot ?? false,
        FinalDBSnapshotIdentifier: skipFinalSnapshot ? undefined : finalSnapshotIdentifier,
      }),
    );
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
