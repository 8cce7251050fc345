import type { Cluster as ClusterResource, ClusterArgs } from "@pulumi/aws/rds/cluster";
import { unless } from "../../frame/errors";
import { optional, stable, withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { finalSnapshot, fixedAtCreation, identifier, missing, readSecrets, readTags, tagging, unused } from "./shared";

const notFound = ["DBClusterNotFoundFault"];
const replaced = { ...unused, replace: true };

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html */
export const Cluster = resourceType<ClusterArgs, ClusterResource>({
  token: "aws:rds/cluster:Cluster",
  name: { property: "clusterIdentifier", prefixProperty: "clusterIdentifierPrefix", ...identifier },
  properties: {
    ...withRule({ computed: true }, "allocatedStorage", "applyImmediately", "databaseInsightsMode"),
    ...withRule({ computed: true }, "dbClusterParameterGroupName", "engineVersion", "networkType"),
    ...withRule({ computed: true }, "preferredBackupWindow", "preferredMaintenanceWindow", "storageType"),
    ...withRule({ replace: true }, "clusterIdentifier", "clusterIdentifierPrefix", "manageMasterUserPassword"),
    ...withRule({ replace: true }, "masterPassword"),
    ...withRule({ computed: true, unordered: true }, "clusterMembers", "iamRoles", "vpcSecurityGroupIds"),
    ...withRule({ computed: true, replace: true }, "clusterScalabilityType", "databaseName", "dbSubnetGroupName"),
    ...withRule({ computed: true, replace: true }, "engineLifecycleSupport", "kmsKeyId", "masterUserSecretKmsKeyId"),
    ...withRule({ computed: true, replace: true }, "masterUsername"),
    ...optional("allowMajorVersionUpgrade", "finalSnapshotIdentifier", "serverlessv2ScalingConfiguration"),
    ...withRule(unused, "autoMinorVersionUpgrade", "backtrackWindow", "caCertificateIdentifier"),
    ...withRule(unused, "dbClusterInstanceClass", "dbInstanceParameterGroupName", "domain", "domainIamRoleName"),
    ...withRule(unused, "enableGlobalWriteForwarding", "enableHttpEndpoint", "enableLocalWriteForwarding"),
    ...withRule(unused, "globalClusterIdentifier", "iops", "masterPasswordWo", "masterPasswordWoVersion"),
    ...withRule(unused, "monitoringInterval", "monitoringRoleArn", "performanceInsightsEnabled"),
    ...withRule(unused, "performanceInsightsKmsKeyId", "performanceInsightsRetentionPeriod"),
    ...withRule(unused, "replicationSourceIdentifier", "scalingConfiguration", "warningEventCategories"),
    ...withRule({ default: false }, "copyTagsToSnapshot", "deletionProtection", "skipFinalSnapshot"),
    ...withRule(replaced, "dbSystemId", "restoreToPointInTime", "s3Import", "snapshotIdentifier", "sourceRegion"),
    availabilityZones: { computed: true, replace: true, unordered: true },
    backupRetentionPeriod: { default: 1 },
    deleteAutomatedBackups: { default: true },
    enabledCloudwatchLogsExports: { unordered: true },
    engine: { required: true, replace: true },
    engineMode: { default: "provisioned", replace: true },
    iamDatabaseAuthenticationEnabled: { default: false, replace: true },
    port: { computed: true, notEmulated: "a database of the emulator is at a port that is free" },
    storageEncrypted: { default: false, replace: true },
    tags,
  },
  outputs: {
    ...stable("arn", "caCertificateValidTill", "clusterResourceId", "endpoint", "hostedZoneId", "masterUserSecrets"),
    ...stable("readerEndpoint", "upgradeRolloutOrder"),
    engineVersionActual: "changes",
  },
  notEmulated: ({ engine }) => missing(engine),

  async create(props, { rds }) {
    await rds.createDBCluster({
      ...changeable(props),
      ...fixedAtCreation(props),
      DBClusterIdentifier: props.clusterIdentifier,
      DatabaseName: props.databaseName,
      Engine: props.engine,
      EngineMode: props.engineMode,
      MasterUsername: props.masterUsername,
      MasterUserPassword: props.masterPassword,
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

  async delete(id, { rds }, known) {
    await unless(notFound, rds.deleteDBCluster({ DBClusterIdentifier: id, ...finalSnapshot(known) }));
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
