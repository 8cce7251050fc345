import type * as sdk from "@aws-sdk/client-rds";
import type { Proxy as ProxyResource, ProxyArgs } from "@pulumi/aws/rds/proxy";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, tagList, toAws } from "../../frame/shapes";
import { identifier, tagging } from "./shared";

const notFound = ["DBProxyNotFoundFault"];
const renames = { iamAuth: "IAMAuth" };

/** https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html */
export const Proxy = resourceType<ProxyArgs, ProxyResource>({
  token: "aws:rds/proxy:Proxy",
  name: { property: "name", ...identifier },
  properties: {
    ...withRule({ computed: true }, "defaultAuthScheme", "idleClientTimeout"),
    ...withRule({ computed: true, replace: true }, "endpointNetworkType", "targetConnectionNetworkType"),
    auths: { unordered: true },
    debugLogging: { default: false },
    engineFamily: { required: true, replace: true },
    name: { replace: true },
    requireTls: { default: false },
    roleArn: { required: true },
    tags,
    vpcSecurityGroupIds: { computed: true, unordered: true },
    vpcSubnetIds: { required: true, replace: true, unordered: true },
  },
  outputs: { arn: "stable", endpoint: "stable" },
  notEmulated: () => [
    "signs users in by IAM over TLS, and shares no connections: each client has its own to the database",
  ],

  async create(props, { rds }) {
    await rds.createDBProxy({
      ...changeable(props),
      DBProxyName: props.name,
      EngineFamily: props.engineFamily as sdk.EngineFamily,
      VpcSubnetIds: props.vpcSubnetIds,
      VpcSecurityGroupIds: props.vpcSecurityGroupIds,
      Tags: tagList(props.tags),
    });
    return props.name!;
  },

  async read(name, { rds }, known) {
    const live = (await unless(notFound, rds.describeDBProxies({ DBProxyName: name })))?.DBProxies?.[0];
    return (
      live && {
        arn: live.DBProxyArn,
        auths: (live.Auth ?? []).map((auth) => fromAws<NonNullable<Inputs<ProxyArgs>["auths"]>[number]>(auth, renames)),
        debugLogging: live.DebugLogging,
        defaultAuthScheme: live.DefaultAuthScheme ?? known.defaultAuthScheme,
        endpoint: live.Endpoint,
        engineFamily: live.EngineFamily,
        idleClientTimeout: live.IdleClientTimeout,
        name: live.DBProxyName,
        requireTls: live.RequireTLS,
        roleArn: live.RoleArn,
        vpcSecurityGroupIds: live.VpcSecurityGroupIds,
        vpcSubnetIds: live.VpcSubnetIds,
      }
    );
  },

  async update(name, props, _old, aws) {
    await aws.rds.modifyDBProxy({
      ...changeable(props),
      DBProxyName: name,
      SecurityGroups: props.vpcSecurityGroupIds,
    });
  },

  tagging,

  async delete(name, { rds }) {
    await unless(notFound, rds.deleteDBProxy({ DBProxyName: name }));
  },
});

const changeable = (props: Inputs<ProxyArgs>) => ({
  Auth: toAws<sdk.UserAuthConfig[] | undefined>(props.auths, renames),
  DebugLogging: props.debugLogging,
  DefaultAuthScheme: props.defaultAuthScheme as sdk.DefaultAuthScheme,
  IdleClientTimeout: props.idleClientTimeout,
  RequireTLS: props.requireTls,
  RoleArn: props.roleArn,
});
