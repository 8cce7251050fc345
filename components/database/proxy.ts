import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { engines } from "./engines";
import { type Server, type Settings } from "./server";
import { policyDocument, type Statement, trustService } from "../core/permissions";

/** Seconds without a request after which the proxy closes a connection; handlers close theirs earlier. */
const IDLE_SECONDS = 600;
/** Seconds that a request may wait for a connection: less than a function's timeout. */
const BORROW_SECONDS = 10;

/** The right to connect as exactly one user to the proxy or database with this resource id. */
export function connectAs(arn: pulumi.Output<string>, resourceId: pulumi.Output<string>, user: string): Statement {
  const resource = pulumi.all([arn, resourceId]).apply(([value, id]) => {
    const [, partition, , region, account] = value.split(":");
    return `arn:${partition}:rds-db:${region}:${account}:dbuser:${id}/${user}`;
  });
  return { Action: "rds-db:connect", Resource: resource };
}

/** An RDS Proxy in front of a server, with its role. */
export interface DatabaseProxy {
  proxy: aws.rds.Proxy;
  role: aws.iam.Role;
  /** Identifies it in rights to connect. */
  resourceId: pulumi.Output<string>;
  /** Depend on this before connecting. */
  ready: pulumi.Resource[];
}

/** The right to read a secret, and nothing else that its key encrypts. */
export const readSecret = (secretArn: pulumi.Output<string>, kmsKeyArn: pulumi.Output<string>): Statement[] => [
  { Action: "secretsmanager:GetSecretValue", Resource: secretArn },
  {
    Action: "kms:Decrypt",
    Resource: kmsKeyArn,
    Condition: { StringEquals: { "kms:EncryptionContext:SecretARN": secretArn } },
  },
];

const adminBySecret = ({ secretArn }: Server) => ({
  description: "The first user",
  authScheme: "SECRETS",
  iamAuth: "REQUIRED", // clients sign in to the proxy by IAM, never with the password
  secretArn,
});

/**
 * IAM from end to end: the proxy knows no password.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html
 */
export function databaseProxy(
  {
    name,
    physicalName,
    settings,
    server,
    securityGroup,
    kmsKeyArn,
  }: {
    name: string;
    physicalName: string;
    settings: Settings;
    server: Server;
    securityGroup: aws.ec2.SecurityGroup;
    kmsKeyArn: pulumi.Output<string>;
  },
  opts: pulumi.CustomResourceOptions,
): DatabaseProxy {
  const { kind, network, proxyConnectionsPercent, adminThroughProxy, logRetentionDays, tags } = settings;
  const role = new aws.iam.Role(
    `${name}-proxy`,
    { assumeRolePolicy: trustService("rds.amazonaws.com"), description: `Proxy of ${name}`, tags },
    opts,
  );
  const rights = adminThroughProxy
    ? [
        new aws.iam.RolePolicy(
          `${name}-proxy-secret`,
          { role: role.name, policy: policyDocument(readSecret(server.secretArn, kmsKeyArn)) },
          opts,
        ),
      ]
    : [];
  const logs = new aws.cloudwatch.LogGroup(
    `${name}-proxy`,
    { name: `/aws/rds/proxy/${physicalName}`, retentionInDays: logRetentionDays, tags },
    opts,
  );
  const proxy = new aws.rds.Proxy(
    name,
    {
      name: physicalName,
      engineFamily: engines[kind].proxyFamily,
      defaultAuthScheme: "IAM_AUTH",
      auths: adminThroughProxy ? [adminBySecret(server)] : undefined,
      requireTls: true,
      idleClientTimeout: IDLE_SECONDS,
      debugLogging: false, // debug logs would contain statements with their values
      roleArn: role.arn,
      vpcSubnetIds: network.subnetIds,
      vpcSecurityGroupIds: [securityGroup.id],
      tags,
    },
    { ...opts, dependsOn: [logs, ...rights] },
  );
  const group = new aws.rds.ProxyDefaultTargetGroup(
    name,
    {
      dbProxyName: proxy.name,
      connectionPoolConfig: {
        maxConnectionsPercent: proxyConnectionsPercent,
        maxIdleConnectionsPercent: Math.floor(proxyConnectionsPercent / 2),
        connectionBorrowTimeout: BORROW_SECONDS,
      },
    },
    opts,
  );
  const target = new aws.rds.ProxyTarget(
    name,
    { dbProxyName: proxy.name, targetGroupName: group.name, ...server.target },
    { ...opts, dependsOn: server.ready },
  );
  // The id is the last part of the ARN.
  const resourceId = proxy.arn.apply((arn) => arn.split(":").at(-1) ?? "");
  return { proxy, role, resourceId, ready: [target] };
}

/** Lets the proxy itself connect as a user. */
export function letProxyConnect(
  name: string,
  { role }: DatabaseProxy,
  { server, user }: { server: Server; user: string },
  opts: pulumi.CustomResourceOptions,
): aws.iam.RolePolicy {
  const policy = policyDocument([connectAs(server.arn, server.resourceId, user)]);
  return new aws.iam.RolePolicy(`${name}-proxy-${user}`, { role: role.name, policy }, opts);
}
