import type * as sdk from "@aws-sdk/client-rds";
import type * as pulumiAws from "@pulumi/aws/rds/proxyDefaultTargetGroup";
import type { ProxyTarget as Target, ProxyTargetArgs } from "@pulumi/aws/rds/proxyTarget";
import { unless } from "../../frame/errors";
import { stable } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";

type Args = pulumiAws.ProxyDefaultTargetGroupArgs;

const notFound = ["DBProxyNotFoundFault", "DBProxyTargetGroupNotFoundFault", "DBProxyTargetNotFoundFault"];

/**
 * Created and deleted with its proxy.
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBProxyTargetGroup.html
 */
export const ProxyDefaultTargetGroup = resourceType<Args, pulumiAws.ProxyDefaultTargetGroup>({
  token: "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
  identity: ["dbProxyName"],
  properties: {
    connectionPoolConfig: { computed: true, idle: "the emulator's proxy shares no connections" },
    dbProxyName: { required: true, replace: true },
  },
  outputs: { arn: "stable", name: "stable" },

  async create({ dbProxyName, connectionPoolConfig }, { rds }) {
    await rds.modifyDBProxyTargetGroup({
      DBProxyName: dbProxyName,
      TargetGroupName: "default",
      ConnectionPoolConfig: toAws<sdk.ConnectionPoolConfiguration | undefined>(connectionPoolConfig),
    });
    return dbProxyName;
  },

  async read(id, { rds }) {
    const answer = await unless(notFound, rds.describeDBProxyTargetGroups({ DBProxyName: id }));
    const live = answer?.TargetGroups?.find(({ IsDefault }) => IsDefault);
    return (
      live && {
        arn: live.TargetGroupArn,
        connectionPoolConfig: fromAws(live.ConnectionPoolConfig),
        dbProxyName: live.DBProxyName,
        name: live.TargetGroupName,
      }
    );
  },

  async update(id, { connectionPoolConfig }, _old, { rds }) {
    await rds.modifyDBProxyTargetGroup({
      DBProxyName: id,
      TargetGroupName: "default",
      ConnectionPoolConfig: toAws<sdk.ConnectionPoolConfiguration | undefined>(connectionPoolConfig),
    });
  },

  delete: () => Promise.resolve(),
});

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RegisterDBProxyTargets.html */
export const ProxyTarget = resourceType<ProxyTargetArgs, Target>({
  token: "aws:rds/proxyTarget:ProxyTarget",
  identity: ["dbProxyName", "targetGroupName"],
  properties: {
    dbClusterIdentifier: {},
    dbInstanceIdentifier: {},
    dbProxyName: { required: true },
    targetGroupName: { required: true },
  },
  outputs: {
    ...stable("endpoint", "port", "rdsResourceId", "targetArn", "trackedClusterId", "type"),
  },

  async create({ dbProxyName, targetGroupName, dbClusterIdentifier, dbInstanceIdentifier }, { rds }) {
    await rds.registerDBProxyTargets({
      DBProxyName: dbProxyName,
      TargetGroupName: targetGroupName,
      DBClusterIdentifiers: dbClusterIdentifier ? [dbClusterIdentifier] : undefined,
      DBInstanceIdentifiers: dbInstanceIdentifier ? [dbInstanceIdentifier] : undefined,
    });
    const type = dbClusterIdentifier ? "TRACKED_CLUSTER" : "RDS_INSTANCE";
    return `${dbProxyName}/${targetGroupName}/${type}/${dbClusterIdentifier ?? dbInstanceIdentifier}`;
  },

  async read(id, { rds }) {
    const [DBProxyName, TargetGroupName, type, resource] = id.split("/");
    const answer = await unless(notFound, rds.describeDBProxyTargets({ DBProxyName, TargetGroupName }));
    const live = answer?.Targets?.find(({ RdsResourceId, Type }) => RdsResourceId === resource && Type === type);
    return (
      live && {
        dbClusterIdentifier: type === "TRACKED_CLUSTER" ? resource : undefined,
        dbInstanceIdentifier: type === "RDS_INSTANCE" ? resource : undefined,
        dbProxyName: DBProxyName,
        endpoint: live.Endpoint,
        port: live.Port,
        rdsResourceId: live.RdsResourceId,
        targetArn: live.TargetArn,
        targetGroupName: TargetGroupName,
        trackedClusterId: live.TrackedClusterId,
        type: live.Type,
      }
    );
  },

  async delete(id, { rds }) {
    const [DBProxyName, TargetGroupName, type, resource = ""] = id.split("/");
    const call = rds.deregisterDBProxyTargets({
      DBProxyName,
      TargetGroupName,
      ...(type === "TRACKED_CLUSTER" ? { DBClusterIdentifiers: [resource] } : { DBInstanceIdentifiers: [resource] }),
    });
    await unless(notFound, call);
  },
});
