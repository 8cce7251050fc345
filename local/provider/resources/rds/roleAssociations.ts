import type * as pulumiAws from "@pulumi/aws/rds/clusterRoleAssociation";
import type { RoleAssociation as InstanceRole, RoleAssociationArgs } from "@pulumi/aws/rds/roleAssociation";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";

type Args = pulumiAws.ClusterRoleAssociationArgs;

const gone = ["DBClusterNotFoundFault", "DBInstanceNotFound", "DBClusterRoleNotFound", "DBInstanceRoleNotFound"];

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBCluster.html */
export const ClusterRoleAssociation = resourceType<Args, pulumiAws.ClusterRoleAssociation>({
  token: "aws:rds/clusterRoleAssociation:ClusterRoleAssociation",
  identity: ["dbClusterIdentifier", "roleArn"],
  properties: { dbClusterIdentifier: { required: true }, featureName: {}, roleArn: { required: true } },
  outputs: {},

  async create({ dbClusterIdentifier, featureName, roleArn }, { rds }) {
    await rds.addRoleToDBCluster({
      DBClusterIdentifier: dbClusterIdentifier,
      FeatureName: featureName,
      RoleArn: roleArn,
    });
    return `${dbClusterIdentifier},${roleArn}`;
  },

  async read(id, { rds }) {
    const [dbClusterIdentifier = "", roleArn = ""] = id.split(",");
    const call = rds.describeDBClusters({ DBClusterIdentifier: dbClusterIdentifier });
    const roles = (await unless(gone, call))?.DBClusters?.[0]?.AssociatedRoles;
    const live = roles?.find(({ RoleArn }) => RoleArn === roleArn);
    return live && { dbClusterIdentifier, featureName: live.FeatureName || undefined, roleArn };
  },

  async delete(id, { rds }, { featureName }) {
    const [DBClusterIdentifier = "", RoleArn = ""] = id.split(",");
    const call = rds.removeRoleFromDBCluster({ DBClusterIdentifier, RoleArn, FeatureName: featureName });
    await unless(gone, call);
  },
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AddRoleToDBInstance.html */
export const RoleAssociation = resourceType<RoleAssociationArgs, InstanceRole>({
  token: "aws:rds/roleAssociation:RoleAssociation",
  identity: ["dbInstanceIdentifier", "roleArn"],
  properties: {
    ...withRule({ required: true }, "dbInstanceIdentifier", "featureName", "roleArn"),
  },
  outputs: {},

  async create({ dbInstanceIdentifier, featureName, roleArn }, { rds }) {
    await rds.addRoleToDBInstance({
      DBInstanceIdentifier: dbInstanceIdentifier,
      FeatureName: featureName,
      RoleArn: roleArn,
    });
    return `${dbInstanceIdentifier},${roleArn}`;
  },

  async read(id, { rds }) {
    const [dbInstanceIdentifier = "", roleArn = ""] = id.split(",");
    const call = rds.describeDBInstances({ DBInstanceIdentifier: dbInstanceIdentifier });
    const roles = (await unless(gone, call))?.DBInstances?.[0]?.AssociatedRoles;
    const live = roles?.find(({ RoleArn }) => RoleArn === roleArn);
    return live && { dbInstanceIdentifier, featureName: live.FeatureName, roleArn };
  },

  async delete(id, { rds }, { featureName }) {
    const [DBInstanceIdentifier = "", RoleArn = ""] = id.split(",");
    const call = rds.removeRoleFromDBInstance({ DBInstanceIdentifier, RoleArn, FeatureName: featureName! });
    await unless(gone, call);
  },
});
