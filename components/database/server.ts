import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { serverlessConnections } from "../../limits";
import { type DatabaseArgs, type databaseDefaults, DatabaseKind, isAurora, MASTER_USER } from "./args";
import { instanceConnections, instanceMemoryGib } from "./budget";
import { engines } from "./engines";

/** Arguments and defaults together. */
export type Settings = DatabaseArgs & typeof databaseDefaults;

const INSIGHTS_DAYS = 7; // free

/** The parts of a cluster or an instance that other components need. */
export interface Server {
  arn: pulumi.Output<string>;
  /** Identifies it in rights to connect. */
  resourceId: pulumi.Output<string>;
  endpoint: pulumi.Output<string>;
  port: pulumi.Output<number>;
  secretArn: pulumi.Output<string>;
  /** The target of a proxy. */
  target: { dbClusterIdentifier: pulumi.Output<string> } | { dbInstanceIdentifier: pulumi.Output<string> };
  /** A database that accepts connections. */
  ready: pulumi.Resource[];
  /** Dimension of its metrics. */
  dimensions: Record<string, pulumi.Input<string>>;
}

/** What a server needs besides the settings. */
export interface ServerPlan {
  name: string;
  physicalName: string;
  settings: Settings;
  /** Role with which its SQL calls functions, if it does. */
  callRoleArn: pulumi.Output<string> | undefined;
  securityGroup: aws.ec2.SecurityGroup;
  kmsKeyArn: pulumi.Input<string>;
}

/** The number of connections that a database accepts. */
export function maxConnections({ kind, instanceClass, ...capacity }: Settings): number {
  if (kind === DatabaseKind.Postgresql) return instanceConnections(instanceMemoryGib(instanceClass) ?? 0);
  return serverlessConnections(kind === DatabaseKind.AuroraMysql ? "mysql" : "postgresql", capacity);
}

export function databaseServer(args: ServerPlan, opts: pulumi.CustomResourceOptions): Server {
  const { name, settings } = args;
  const { tags, network } = settings;
  const subnetGroup = new aws.rds.SubnetGroup(
    name,
    { description: `Zones of ${name}`, subnetIds: network.subnetIds, tags },
    opts,
  );
  return isAurora(settings.kind) ? cluster(args, subnetGroup, opts) : instance(args, subnetGroup, opts);
}

/** RDS would create the groups itself, without a retention, and leave them behind. */
function logGroups(
  { name, physicalName, settings }: ServerPlan,
  what: "cluster" | "instance",
  opts: pulumi.CustomResourceOptions,
): aws.cloudwatch.LogGroup[] {
  return engines[settings.kind].logs.map(
    (log) =>
      new aws.cloudwatch.LogGroup(
        `${name}-${log}`,
        {
          name: `/aws/rds/${what}/${physicalName}/${log}`,
          retentionInDays: settings.logRetentionDays,
          tags: settings.tags,
        },
        opts,
      ),
  );
}

/** The arguments that both kinds share. */
function common({ physicalName, settings, kmsKeyArn, securityGroup }: ServerPlan, subnetGroup: aws.rds.SubnetGroup) {
  const { deletionProtection, kind, tags } = settings;
  const { version, logs } = engines[kind];
  return {
    engine: kind,
    engineVersion: version,
    manageMasterUserPassword: true,
    masterUserSecretKmsKeyId: kmsKeyArn,
    storageEncrypted: true,
    kmsKeyId: kmsKeyArn,
    iamDatabaseAuthenticationEnabled: true,
    backupRetentionPeriod: settings.backupDays,
    deletionProtection,
    skipFinalSnapshot: !deletionProtection,
    finalSnapshotIdentifier: deletionProtection ? `${physicalName}-final` : undefined,
    deleteAutomatedBackups: !deletionProtection,
    enabledCloudwatchLogsExports: logs,
    databaseInsightsMode: "standard",
    dbSubnetGroupName: subnetGroup.name,
    vpcSecurityGroupIds: [securityGroup.id],
    copyTagsToSnapshot: true,
    tags,
  };
}

const insights = (kmsKeyArn: pulumi.Input<string>) => ({
  performanceInsightsEnabled: true,
  performanceInsightsKmsKeyId: kmsKeyArn,
  performanceInsightsRetentionPeriod: INSIGHTS_DAYS,
});

const listed = (parameters: Record<string, pulumi.Input<string>>) =>
  Object.entries(parameters).map(([name, value]) => ({ name, value }));

/** Aurora MySQL takes the role from parameters; PostgreSQL gets it by association with a feature. */
const callParameters = ({ settings, callRoleArn }: ServerPlan) =>
  settings.kind === DatabaseKind.AuroraMysql && callRoleArn
    ? listed({ aws_default_lambda_role: callRoleArn, activate_all_roles_on_login: "1" })
    : [];

function cluster(args: ServerPlan, subnetGroup: aws.rds.SubnetGroup, opts: pulumi.CustomResourceOptions): Server {
  const { name, physicalName, settings, kmsKeyArn } = args;
  const { kind, minCapacity, maxCapacity, instances, databaseName, tags } = settings;
  const group = new aws.rds.ClusterParameterGroup(
    name,
    {
      description: `Settings of ${name}`,
      family: engines[kind].family,
      parameters: [...listed(engines[kind].parameters), ...callParameters(args)],
      tags,
    },
    opts,
  );
  const made = new aws.rds.Cluster(
    name,
    {
      ...common(args, subnetGroup),
      clusterIdentifier: physicalName,
      engineMode: "provisioned",
      serverlessv2ScalingConfiguration: { minCapacity, maxCapacity },
      databaseName,
      masterUsername: MASTER_USER,
      dbClusterParameterGroupName: group.name,
      preferredBackupWindow: settings.backupWindow,
    },
    { ...opts, dependsOn: logGroups(args, "cluster", opts) },
  );
  const machines = Array.from(
    { length: instances },
    (_, index) =>
      new aws.rds.ClusterInstance(
        `${name}-${index + 1}`,
        {
          identifier: `${physicalName}-${index + 1}`,
          clusterIdentifier: made.clusterIdentifier,
          engine: kind,
          instanceClass: "db.serverless",
          dbSubnetGroupName: subnetGroup.name,
          publiclyAccessible: false,
          autoMinorVersionUpgrade: true,
          copyTagsToSnapshot: true,
          promotionTier: index, // readers of tier 0 and 1 scale with the writer
          ...insights(kmsKeyArn),
          tags,
        },
        opts,
      ),
  );
  return {
    arn: made.arn,
    resourceId: made.clusterResourceId,
    endpoint: made.endpoint,
    port: made.port,
    secretArn: findSecretArn(made.masterUserSecrets),
    target: { dbClusterIdentifier: made.clusterIdentifier },
    ready: machines,
    dimensions: { DBClusterIdentifier: made.clusterIdentifier },
  };
}

function instance(args: ServerPlan, subnetGroup: aws.rds.SubnetGroup, opts: pulumi.CustomResourceOptions): Server {
  const { name, physicalName, settings, kmsKeyArn } = args;
  const { kind, instanceClass, storageGb, maxStorageGb, instances, databaseName, tags } = settings;
  const group = new aws.rds.ParameterGroup(
    name,
    {
      description: `Settings of ${name}`,
      family: engines[kind].family,
      parameters: [
        ...listed(engines[kind].parameters),
        { name: "max_connections", value: String(maxConnections(settings)), applyMethod: "pending-reboot" },
      ],
      tags,
    },
    opts,
  );
  const made = new aws.rds.Instance(
    name,
    {
      ...common(args, subnetGroup),
      identifier: physicalName,
      instanceClass,
      allocatedStorage: storageGb,
      maxAllocatedStorage: maxStorageGb,
      storageType: "gp3",
      multiAz: instances > 1,
      dbName: databaseName,
      username: MASTER_USER,
      parameterGroupName: group.name,
      publiclyAccessible: false,
      autoMinorVersionUpgrade: true,
      backupWindow: settings.backupWindow,
      ...insights(kmsKeyArn),
    },
    { ...opts, dependsOn: logGroups(args, "instance", opts) },
  );
  return {
    arn: made.arn,
    resourceId: made.resourceId,
    endpoint: made.address,
    port: made.port,
    secretArn: findSecretArn(made.masterUserSecrets),
    target: { dbInstanceIdentifier: made.identifier },
    ready: [made],
    dimensions: { DBInstanceIdentifier: made.identifier },
  };
}

const findSecretArn = (secrets: pulumi.Output<{ secretArn: string }[] | undefined>): pulumi.Output<string> =>
  secrets.apply((all) => all?.[0]?.secretArn ?? "");
