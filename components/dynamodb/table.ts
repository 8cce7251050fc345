import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { component } from "../core/component";
import { BackupPlan } from "./backupPlan";
import { Check } from "../core/check";
import { withDefaults } from "../core/defaults";
import { type CapacityArgs, type GlobalIndexArgs, Projection, type TableArgs, tableDefaults } from "./args";
import { tableProblems } from "./check";
import { type ChangeReaderArgs, TableConsumer } from "./consumer";
import { scaleCapacity } from "./scaling";
import { type Tags } from "../core/tags";

/** What subclasses of {@link Table} add for several Regions. */
export interface TableExtension {
  /** Regions of the replicas, for autoscaling in each of them. */
  replicaRegions: string[];
  /** Further arguments of the resource. */
  properties: Partial<aws.dynamodb.TableArgs>;
}

/**
 * A DynamoDB table for production: with point-in-time recovery, deletion protection, alarms, and links that grant only
 * what they name.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/best-practices.html
 */
@component
export class Table extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.dynamodb.Table;
  /** Physical name. */
  readonly tableName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Empty without a stream. */
  readonly streamArn: pulumi.Output<string>;
  readonly globalIndexNames: string[];
  readonly localIndexNames: string[];
  /** Customer-managed key, if any. */
  readonly kmsKeyArn?: pulumi.Input<string>;
  readonly backupPlan?: BackupPlan;
  /** Days that point-in-time recovery reaches back; 0 where it is off. */
  readonly recoveryDays: number;
  /** What consumers need to know about the stream. */
  readonly stream: { on: boolean; replicated: boolean; readers: string[] };

  constructor(name: string, args: TableArgs, opts?: pulumi.ComponentResourceOptions) {
    // One type for tables in one and in several Regions, since to the engine another type would be another table.
    super("headroom:data:Table", name, {}, opts);
    new Check("Table", name).args(args, tableProblems).done();
    const child = { parent: this };
    const settings = withDefaults(tableDefaults, args);
    const { globalIndexes = [], localIndexes = [], tags } = settings;
    const extension = new.target.extension(name, args, opts);
    const streamView = extension.properties.streamViewType ?? args.streamView;

    this.name = name;
    this.globalIndexNames = globalIndexes.map((index) => index.name);
    this.localIndexNames = localIndexes.map((index) => index.name);
    this.kmsKeyArn = args.kmsKeyArn;
    this.recoveryDays = settings.recoveryDays;
    this.stream = { on: streamView !== undefined, replicated: extension.replicaRegions.length > 0, readers: [] };
    this.resource = new aws.dynamodb.Table(
      name,
      { ...tableProperties(settings), ...extension.properties },
      { ...child, ignoreChanges: scaledProperties(args) },
    );
    this.tableName = this.resource.name;
    this.arn = this.resource.arn;
    this.streamArn = this.resource.streamArn;

    if (args.capacity) this.scale(args.capacity, globalIndexes, extension.replicaRegions, tags);
    if (args.policyStatements?.length) this.allow(args.policyStatements);
    if (args.backup) {
      this.backupPlan = new BackupPlan(`${name}-backup`, { ...args.backup, tableArns: [this.arn], tags }, child);
    }
    this.watch(settings);
    this.registerOutputs({ tableName: this.tableName, arn: this.arn, streamArn: this.streamArn });
  }

  /** What a subclass adds; nothing for a table in one Region. */
  protected static extension(
    _name: string,
    _args: TableArgs,
    _opts: pulumi.ComponentResourceOptions | undefined,
  ): TableExtension {
    return { replicaRegions: [], properties: {} };
  }

  /** Calls a function with every change of the table's items. */
  onChange(name: string, args: ChangeReaderArgs): TableConsumer {
    return new TableConsumer(name, { ...args, table: this }, { parent: this });
  }

  private scale(
    capacity: CapacityArgs,
    indexes: GlobalIndexArgs[],
    replicaRegions: string[],
    tags: Tags | undefined,
  ): void {
    const child = { parent: this };
    for (const region of [undefined, ...replicaRegions]) {
      const name = region ? `${this.name}-${region}` : this.name;
      const tableId = pulumi.interpolate`table/${this.tableName}`;
      scaleCapacity(name, capacity, { resourceId: tableId, kind: "table", region, tags }, child);
      for (const index of indexes) {
        const resourceId = pulumi.interpolate`${tableId}/index/${index.name}`;
        const own = index.capacity ?? capacity;
        scaleCapacity(`${name}-${index.name}`, own, { resourceId, kind: "index", region, tags }, child);
      }
    }
  }

  private allow(statements: NonNullable<TableArgs["policyStatements"]>): void {
    const resource = [this.arn, pulumi.interpolate`${this.arn}/index/*`];
    new aws.dynamodb.ResourcePolicy(
      `${this.name}-policy`,
      {
        resourceArn: this.arn,
        policy: pulumi.jsonStringify({
          Version: "2012-10-17",
          Statement: statements.map((statement) => ({ Effect: "Allow", ...statement, Resource: resource })),
        }),
      },
      { parent: this },
    );
  }
  private watch({ alarms, tags }: TableArgs): void {
    for (const kind of ["Read", "Write"]) {
      alarm(
        `${this.name}-throttled-${kind.toLowerCase()}s`,
        {
          description: `${kind}s of ${this.name} were throttled: raise its capacity, or spread its keys`,
          namespace: "AWS/DynamoDB",
          metricName: `${kind}ThrottleEvents`,
          dimensions: { TableName: this.tableName },
        },
        { ...alarms, tags },
        { parent: this },
      );
    }
  }
}
function tableProperties(args: TableArgs & typeof tableDefaults): aws.dynamodb.TableArgs {
  const { capacity, globalIndexes = [], localIndexes = [], timeToLiveAttribute, importFrom } = args;
  return {
    name: args.tableName,
    attributes: Object.entries(args.attributes).map(([name, type]) => ({ name, type })),
    hashKey: args.hashKey,
    rangeKey: args.rangeKey,
    billingMode: capacity ? "PROVISIONED" : "PAY_PER_REQUEST",
    ...(capacity && { readCapacity: capacity.read, writeCapacity: capacity.write }),
    ...((args.maxReadRequestUnits ?? args.maxWriteRequestUnits) !== undefined && {
      onDemandThroughput: {
        maxReadRequestUnits: args.maxReadRequestUnits,
        maxWriteRequestUnits: args.maxWriteRequestUnits,
      },
    }),
    ...(globalIndexes.length > 0 && {
      globalSecondaryIndexes: globalIndexes.map((index) => globalIndex(index, index.capacity ?? capacity)),
    }),
    ...(localIndexes.length > 0 && {
      localSecondaryIndexes: localIndexes.map(({ name, rangeKey, projection, nonKeyAttributes }) => ({
        name,
        rangeKey,
        projectionType: projection ?? Projection.All,
        nonKeyAttributes,
      })),
    }),
    streamEnabled: args.streamView !== undefined,
    streamViewType: args.streamView,
    ...(timeToLiveAttribute && { ttl: { attributeName: timeToLiveAttribute, enabled: true } }),
    pointInTimeRecovery:
      args.recoveryDays > 0 ? { enabled: true, recoveryPeriodInDays: args.recoveryDays } : { enabled: false },
    deletionProtectionEnabled: args.deletionProtection,
    ...(args.kmsKeyArn && { serverSideEncryption: { enabled: true, kmsKeyArn: args.kmsKeyArn } }),
    tableClass: args.tableClass,
    ...(importFrom && {
      importTable: {
        inputFormat: importFrom.format,
        inputCompressionType: importFrom.compression,
        s3BucketSource: { bucket: importFrom.bucket, keyPrefix: importFrom.keyPrefix },
      },
    }),
    tags: args.tags,
  };
}
function globalIndex(
  { name, hashKeys, rangeKeys = [], projection, nonKeyAttributes }: GlobalIndexArgs,
  capacity: CapacityArgs | undefined,
): aws.types.input.dynamodb.TableGlobalSecondaryIndex {
  const several = hashKeys.length > 1 || rangeKeys.length > 1;
  return {
    name,
    ...(several
      ? {
          keySchemas: [
            ...hashKeys.map((attributeName) => ({ attributeName, keyType: "HASH" })),
            ...rangeKeys.map((attributeName) => ({ attributeName, keyType: "RANGE" })),
          ],
        }
      : { hashKey: hashKeys[0], rangeKey: rangeKeys[0] }),
    projectionType: projection ?? Projection.All,
    nonKeyAttributes,
    ...(capacity && { readCapacity: capacity.read, writeCapacity: capacity.write }),
  };
} /** Keep the next deployment from resetting the capacity that autoscaling has set. */
function scaledProperties({ capacity, globalIndexes = [] }: TableArgs): string[] {
  const scaled = [capacity, ...globalIndexes.map((index) => index.capacity ?? capacity)];
  const some = (key: "maxRead" | "maxWrite") => scaled.slice(1).some((each) => each?.[key] !== undefined);
  return [
    ...(capacity?.maxRead === undefined ? [] : ["readCapacity"]),
    ...(capacity?.maxWrite === undefined ? [] : ["writeCapacity"]),
    ...(some("maxRead") ? ["globalSecondaryIndexes[*].readCapacity"] : []),
    ...(some("maxWrite") ? ["globalSecondaryIndexes[*].writeCapacity"] : []),
  ];
}
