import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm, type AlarmSettings } from "../core/alarms";
import { Check, type Problem, Problems } from "../core/check";
import { component } from "../core/component";
import { Connection, type Guarded } from "../network/connection";
import { type DaxClusterArgs, DaxNodeType } from "./daxArgs";
import { daxArgsProblems } from "./daxCheck";
import { withDefaults } from "../core/defaults";
import { serviceRole } from "../core/permissions";
import { type Table } from "../dynamodb/table";
import { readItems, readWriteItems } from "../dynamodb/links";

/** Defaults of a cluster's arguments. */
export const daxDefaults = { nodeType: DaxNodeType.T3Small, nodes: 3, itemTtlSeconds: 300, queryTtlSeconds: 300 };

/** Port of a cluster's encrypted endpoint. */
const DAX_TLS_PORT = 9111;

/**
 * A cache in front of DynamoDB tables (DynamoDB Accelerator): items in microseconds, with DynamoDB's API. Encrypted at
 * rest and in transit; only connected functions reach it, and it reaches no other tables.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.html
 */
@component
export class DaxCluster extends pulumi.ComponentResource implements Guarded {
  readonly cluster: aws.dax.Cluster;
  readonly role: aws.iam.Role;
  readonly securityGroup: aws.ec2.SecurityGroup;
  readonly arn: pulumi.Output<string>;
  /** URL for the client, beginning with daxs://. */
  readonly endpoint: pulumi.Output<string>;

  constructor(
    readonly name: string,
    private readonly args: DaxClusterArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:data:DaxCluster", name, {}, opts);
    new Check("DaxCluster", name).args(args, (given) => daxArgsProblems(name, clusterName(name), given)).done();
    const { network, tables, nodeType, nodes, itemTtlSeconds, queryTtlSeconds, alarms, tags } = withDefaults(
      daxDefaults,
      args,
    );
    const child = { parent: this };
    if (nodes === 1) {
      void pulumi.log.warn(`DaxCluster "${name}" has one node: if it fails, every read fails. Fix: nodes: 3`, this);
    }

    const { role, policies } = serviceRole(
      name,
      {
        service: "dax.amazonaws.com",
        rights: {
          tables: tables.flatMap(({ table, writes }) => [
            // Without it the cluster does not know a table's keys, and answers nothing.
            { Action: "dynamodb:DescribeTable", Resource: table.arn },
            ...(writes ? readWriteItems(table) : readItems(table)).statements,
          ]),
        },
        tags,
      },
      child,
    );
    this.role = role;
    this.securityGroup = network.securityGroup(name, `DAX cluster ${name}`, child);
    const subnets = new aws.dax.SubnetGroup(
      name,
      { description: `Zones of ${name}`, subnetIds: network.subnetIds },
      child,
    );
    const parameters = new aws.dax.ParameterGroup(
      name,
      {
        description: `How long ${name} keeps items and results`,
        parameters: [
          { name: "query-ttl-millis", value: String(queryTtlSeconds * 1000) },
          { name: "record-ttl-millis", value: String(itemTtlSeconds * 1000) },
        ],
      },
      child,
    );
    this.cluster = new aws.dax.Cluster(
      name,
      {
        clusterName: clusterName(name),
        description: `Cache of ${tables.map(({ table }) => table.name).join(", ")}`,
        iamRoleArn: role.arn,
        nodeType,
        replicationFactor: nodes,
        serverSideEncryption: { enabled: true },
        clusterEndpointEncryptionType: "TLS",
        subnetGroupName: subnets.name,
        parameterGroupName: parameters.name,
        securityGroupIds: [this.securityGroup.id],
        maintenanceWindow: args.maintenanceWindow,
        notificationTopicArn: args.notificationTopicArn,
        tags,
      },
      // A replacement has the same name, so the old cluster must go first.
      { ...child, dependsOn: policies, deleteBeforeReplace: true },
    );
    this.arn = this.cluster.arn;
    this.endpoint = pulumi.interpolate`daxs://${this.cluster.configurationEndpoint}`;
    this.alarms({ ...alarms, tags });
    this.registerOutputs({ endpoint: this.endpoint });
  }

  /** Allows a part of the network to open connections to the cluster. */
  connect(from: Guarded & { name: string }): Connection {
    return new Connection(`${from.name}-${this.name}`, { from, to: this, port: DAX_TLS_PORT }, { parent: this });
  }

  /**
   * The cluster's settings for a table. @throws ArgumentError if the cluster does not cache it, or does not write to
   * it.
   */
  requireTable(table: Table, writes: boolean): void {
    new Check("DaxCluster", this.name).all(this.tableProblems(table, writes), () => "table of a link").done();
  }

  /** Problems with a link to a table through the cluster. */
  tableProblems(table: Table, writes: boolean): Problem[] {
    const cached = this.args.tables.find((each) => each.table === table);
    const names = this.args.tables.map((each) => each.table.name).join(", ");
    return new Problems()
      .that(cached !== undefined, "table", table.name, `${this.name} caches ${names}: add the table to its tables`)
      .that(
        !cached || !writes || cached.writes === true,
        "table",
        table.name,
        `${this.name} may only read that table: set writes for the table in the cluster's tables`,
      ).list;
  }

  private alarms(args: AlarmSettings): void {
    const dax = { namespace: "AWS/DAX", dimensions: { ClusterId: this.cluster.clusterName } };
    const { name } = this;
    alarm(
      `${name}-cpu`,
      {
        ...dax,
        metricName: "CPUUtilization",
        statistic: "Maximum",
        threshold: 80,
        evaluationPeriods: 3,
        description: `${name} is busy: add nodes for reads, or take a larger type for writes`,
      },
      args,
      { parent: this },
    );
    alarm(
      `${name}-throttled`,
      {
        ...dax,
        metricName: "ThrottledRequestCount",
        description: `${name} refused requests: it, or the table behind it, has too little capacity`,
      },
      args,
      { parent: this },
    );
  }
}

/** AWS generates no names for clusters, and all stacks of an account share a Region's names. */
const clusterName = (name: string): string => `${name}-${pulumi.getStack()}`;
