import type { Cluster as ClusterResource, ClusterArgs } from "@pulumi/aws/rds/cluster";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, tagList, toAws } from "../../frame/shapes";
import { identifier, missing, readSecrets, readTags, unused, tagging } from "./shared";

const notFound = ["DBClusterNotFoundFault"];
const replaced = { ...unused, replace: true };

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export const Cluster = resourceType<ClusterArgs, ClusterResource>({
  token: "aws:rds/cluster:Cluster",
  name: { property: "clusterIdentifier", prefixProperty: "clusterIdentifierPrefix", ...identifier },
  properties: {
    allocatedStorage: { computed: true },
    allowMajorVersionUpgrade: {},
    applyImmediately: { computed: true },
    autoMinorVersionUpgrade: unused,
    availabilityZones: { computed: true, replace: true, unordered: true },
    backtrackWindow: unused,
    backupRetentionPeriod: { default: 1 },
    caCertificateIdentifier: unused,
    clusterIdentifier: { replace: true },
    clusterIdentifierPrefix: { replace: true },
    clusterMembers: { computed: true, unordered: true },
    clusterScalabilityType: { computed: true, replace: true },
    copyTagsToSnapshot: { default: false },
    databaseInsightsMode: { computed: true },
    databaseName: { computed: true, replace: true },
    dbClusterInstanceClass: unused,
    dbClusterParameterGroupName: { computed: true },
    dbInstanceParameterGroupName: unused,
    dbSubnetGroupName: { computed: true, replace: true },
    dbSystemId: replaced,
    deleteAutomatedBackups: { default: true },
    deletionProtection: { default: false },
    domain: unused,
    domainIamRoleName: unused,
    enableGlobalWriteForwarding: unused,
    enableHttpEndpoint: unused,
    enableLocalWriteForwarding: unused,
    enabledCloudwatchLogsExports: { unordered: true },
    engine: { required: true, replace: true },
    engineLifecycleSupport: { computed: true, replace: true },
    engineMode: { default: "provisioned", replace: true },
    engineVersion: { computed: true },
    finalSnapshotIdentifier: {},
    globalClusterIdentifier: unused,
    iamDatabaseAuthenticationEnabled: { default: false, replace: true },
    iamRoles: { computed: true, unordered: true },
    iops: unused,
    kmsKeyId: { computed: true, replace: true },
    manageMasterUserPassword: { replace: true },
    masterPassword: { replace: true },
    masterPasswordWo: unused,
    masterPasswordWoVersion: unused,
    masterUserSecretKmsKeyId: { computed: true, replace: true },
    masterUsername: { computed: true, replace: true },
    monitoringInterval: unused,
    monitoringRoleArn: unused,
    networkType: { computed: true },
    performanceInsightsEnabled: unused,
    performanceInsightsKmsKeyId: unused,
    performanceInsightsRetentionPeriod: unused,
    port: { computed: true, notEmulated: "a database of the emulator is at a port that is free" },
    preferredBackupWindow: { computed: true },
    preferredMaintenanceWindow: { computed: true },
    replicationSourceIdentifier: unused,
    restoreToPointInTime: replaced,
    s3Import: replaced,
    scalingConfiguration: unused,
    serverlessv2ScalingConfiguration: {},
    skipFinalSnapshot: { default: false },
    snapshotIdentifier: replaced,
    sourceRegion: replaced,
    storageEncrypted: { default: false, replace: true },
    storageType: { computed: true },
    tags,
    vpcSecurityGroupIds: { computed: true, unordered: true },
    warningEventCategories: unused,
  },
  outputs: {
    arn: "stable",
    caCertificateValidTill: "stable",
    clusterResourceId: "stable",
    endpoint: "stable",
    engineVersionActual: "changes",
    hostedZoneId: "stable",
    masterUserSecrets: "stable",
    readerEndpoint: "stable",
    upgradeRolloutOrder: "stable",
  },
  notEmulated: ({ engine }) => missing(engine),

  async create(props, { rds }) {
    await rds.createDBCluster({
      ...changeable(props),
      DBClusterIdentifier: props.clusterIdentifier,
      DatabaseName: props.databaseName,
      DBSubnetGroupName: props.dbSubnetGroupName,
      EnableIAMDatabaseAuthentication: props.iamDatabaseAuthenticationEnabled,
      Engine: props.engine,
      EngineMode: props.engineMode,
      EngineVersion: props.engineVersion,
      KmsKeyId: props.kmsKeyId,
      ManageMasterUserPassword: props.manageMasterUserPassword,
      MasterUsername: props.masterUsername,
      MasterUserPassword: props.masterPassword,
      MasterUserSecretKmsKeyId: props.masterUserSecretKmsKeyId,
      StorageEncrypted: props.storageEncrypted,
      Tags: tagList(props.tags),
    });
    return props.clusterIdentifier!;
  },

  async read(id, { rds }, known) {
    const live = (await unless(notFound, rds.describeDBClusters({ DBClusterIdentifier: id })))?.DBClusters?.[0];
    if (!live) return undefined;
    return {
      arn: live.DBClusterArn,
      clusterIdentifier: live.DBClusterIdentifier,
      clusterMembers: (live.DBClusterMembers ?? []).map(({ DBInstanceIdentifier = "" }) => DBInstanceIdentifier),
      clusterResourceId: live.DbClusterResourceId,
      backupRetentionPeriod: live.BackupRetentionPeriod,
      databaseName: live.DatabaseName,
      dbSubnetGroupName: live.DBSubnetGroup,
      dbClusterParameterGroupName: live.DBClusterParameterGroup,
      deletionProtection: live.DeletionProtection,
      endpoint: live.Endpoint,
      engine: live.Engine,
      engineVersion: known.engineVersion ?? live.EngineVersion, // a major stands for each of its minors
      engineVersionActual: live.EngineVersion,
      hostedZoneId: live.HostedZoneId,
      iamDatabaseAuthenticationEnabled: live.IAMDatabaseAuthenticationEnabled,
      iamRoles: (live.AssociatedRoles ?? []).map(({ RoleArn = "" }) => RoleArn),
      kmsKeyId: live.KmsKeyId || undefined,
      masterUsername: live.MasterUsername,
      masterUserSecrets: readSecrets(live.MasterUserSecret),
      port: live.Port,
      readerEndpoint: live.ReaderEndpoint,
      serverlessv2ScalingConfiguration:
        live.ServerlessV2ScalingConfiguration && fromAws(live.ServerlessV2ScalingConfiguration),
      storageEncrypted: live.StorageEncrypted,
      tags: readTags(live.TagList),
      vpcSecurityGroupIds: (live.VpcSecurityGroups ?? []).map(({ VpcSecurityGroupId = "" }) => VpcSecurityGroupId),
    };
  },

  async update(id, props, old, aws) {
    await aws.rds.modifyDBCluster({
      ...changeable(props),
      DBClusterIdentifier: id,
      ...(props.engineVersion !== old.engineVersion && { EngineVersion: props.engineVersion }),
      ApplyImmediately: true,
    });
  },

  tagging,

  async delete(id, { rds }, { skipFinalSnapshot, finalSnapshotIdentifier }) {
    await unless(
      notFound,
      rds.deleteDBCluster({
        DBClusterIdentifier: id,
        SkipFinalSnapshot: skipFinalSnapshot ?? false,
        FinalDBSnapshotIdentifier: skipFinalSnapshot ? undefined : finalSnapshotIdentifier,
      }),
    );
  },
});

const changeable = (props: Inputs<ClusterArgs>) => ({
  BackupRetentionPeriod: props.backupRetentionPeriod,
  CopyTagsToSnapshot: props.copyTagsToSnapshot,
  DBClusterParameterGroupName: props.dbClusterParameterGroupName,
  DeletionProtection: props.deletionProtection,
  PreferredBackupWindow: props.preferredBackupWindow,
  PreferredMaintenanceWindow: props.preferredMaintenanceWindow,
  ServerlessV2ScalingConfiguration: toAws<{ MinCapacity?: number; MaxCapacity?: number } | undefined>(
    props.serverlessv2ScalingConfiguration,
  ),
  VpcSecurityGroupIds: props.vpcSecurityGroupIds,
});
