import type { ClusterInstance as ClusterInstanceResource, ClusterInstanceArgs } from "@pulumi/aws/rds/clusterInstance";
import { unless } from "../../frame/errors";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";
import { identifier, readTags, unused, tagging } from "./shared";

const notFound = ["DBInstanceNotFound", "DBInstanceNotFoundFault"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export const ClusterInstance = resourceType<ClusterInstanceArgs, ClusterInstanceResource>({
  token: "aws:rds/clusterInstance:ClusterInstance",
  name: { property: "identifier", prefixProperty: "identifierPrefix", ...identifier },
  properties: {
    applyImmediately: { computed: true },
    autoMinorVersionUpgrade: { default: true },
    availabilityZone: { computed: true, replace: true },
    caCertIdentifier: unused,
    clusterIdentifier: { required: true, replace: true },
    copyTagsToSnapshot: { default: false },
    customIamInstanceProfile: unused,
    dbParameterGroupName: { computed: true },
    dbSubnetGroupName: { computed: true, replace: true },
    engine: { required: true, replace: true },
    engineVersion: { computed: true },
    forceDestroy: { default: false },
    identifier: { replace: true },
    identifierPrefix: { replace: true },
    instanceClass: { required: true },
    monitoringInterval: { default: 0 },
    monitoringRoleArn: unused,
    performanceInsightsEnabled: { computed: true },
    performanceInsightsKmsKeyId: { computed: true },
    performanceInsightsRetentionPeriod: { computed: true },
    preferredBackupWindow: unused,
    preferredMaintenanceWindow: { computed: true },
    promotionTier: { default: 0 },
    publiclyAccessible: { computed: true },
    tags,
    warningEventCategories: unused,
  },
  outputs: {
    arn: "stable",
    dbiResourceId: "stable",
    endpoint: "stable",
    engineVersionActual: "changes",
    kmsKeyId: "stable",
    networkType: "stable",
    port: "stable",
    storageEncrypted: "stable",
    writer: "changes",
  },

  async create(props, { rds }) {
    await rds.createDBInstance({
      DBInstanceIdentifier: props.identifier,
      DBClusterIdentifier: props.clusterIdentifier,
      DBInstanceClass: props.instanceClass,
      DBSubnetGroupName: props.dbSubnetGroupName,
      Engine: props.engine,
      PromotionTier: props.promotionTier,
      PubliclyAccessible: props.publiclyAccessible,
      Tags: tagList(props.tags),
    });
    return props.identifier!;
  },

  async read(id, { rds }) {
    const live = (await unless(notFound, rds.describeDBInstances({ DBInstanceIdentifier: id })))?.DBInstances?.[0];
    return (
      live && {
        arn: live.DBInstanceArn,
        availabilityZone: live.AvailabilityZone,
        clusterIdentifier: live.DBClusterIdentifier,
        dbiResourceId: live.DbiResourceId,
        endpoint: live.Endpoint?.Address,
        engine: live.Engine as "aurora-postgresql",
        engineVersionActual: live.EngineVersion,
        identifier: live.DBInstanceIdentifier,
        instanceClass: live.DBInstanceClass,
        port: live.Endpoint?.Port,
        storageEncrypted: live.StorageEncrypted,
        tags: readTags(live.TagList),
      }
    );
  },

  async update(id, props, _old, aws) {
    await aws.rds.modifyDBInstance({
      DBInstanceIdentifier: id,
      DBInstanceClass: props.instanceClass,
      PromotionTier: props.promotionTier,
      ApplyImmediately: true,
    });
  },

  tagging,

  async delete(id, { rds }) {
    await unless(notFound, rds.deleteDBInstance({ DBInstanceIdentifier: id, SkipFinalSnapshot: true }));
  },
});
