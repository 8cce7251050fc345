import type { ClusterInstance as ClusterInstanceResource, ClusterInstanceArgs } from "@pulumi/aws/rds/clusterInstance";
import { unless } from "../../frame/errors";
import { stable, withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";
import { identifier, readTags, unused, tagging } from "./shared";

const notFound = ["DBInstanceNotFound", "DBInstanceNotFoundFault"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html */
export const ClusterInstance = resourceType<ClusterInstanceArgs, ClusterInstanceResource>({
  token: "aws:rds/clusterInstance:ClusterInstance",
  name: { property: "identifier", prefixProperty: "identifierPrefix", ...identifier },
  properties: {
    ...withRule({ required: true, replace: true }, "clusterIdentifier", "engine"),
    ...withRule({ computed: true }, "applyImmediately", "dbParameterGroupName", "engineVersion"),
    ...withRule({ computed: true }, "performanceInsightsEnabled", "performanceInsightsKmsKeyId"),
    ...withRule({ computed: true }, "performanceInsightsRetentionPeriod", "preferredMaintenanceWindow"),
    ...withRule({ computed: true }, "publiclyAccessible"),
    ...withRule({ computed: true, replace: true }, "availabilityZone", "dbSubnetGroupName"),
    ...withRule({ replace: true }, "identifier", "identifierPrefix"),
    ...withRule(unused, "caCertIdentifier", "customIamInstanceProfile", "monitoringRoleArn", "preferredBackupWindow"),
    ...withRule(unused, "warningEventCategories"),
    autoMinorVersionUpgrade: { default: true },
    copyTagsToSnapshot: { default: false },
    forceDestroy: { default: false },
    instanceClass: { required: true },
    monitoringInterval: { default: 0 },
    promotionTier: { default: 0 },
    tags,
  },
  outputs: {
    ...stable("arn", "dbiResourceId", "endpoint", "kmsKeyId", "networkType", "port", "storageEncrypted"),
    engineVersionActual: "changes",
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
