import type * as sdk from "@aws-sdk/client-dynamodb";
import type { Table as TableResource, TableArgs } from "@pulumi/aws/dynamodb/table";
import { canonical } from "../../frame/documents";
import { type Inputs, type Live } from "../../frame/resourceType";
import { tagList } from "../../frame/shapes";

type Props = Inputs<TableArgs>;
type Known = Live<TableArgs, TableResource>;
type GlobalIndex = NonNullable<Props["globalSecondaryIndexes"]>[number];
type LocalIndex = NonNullable<Props["localSecondaryIndexes"]>[number];
type Update = Omit<sdk.UpdateTableInput, "TableName">;

/** The arguments of a table that CreateTable accepts. */
export function createInput(props: Props): sdk.CreateTableInput {
  const { globalSecondaryIndexes = [], localSecondaryIndexes = [], onDemandThroughput } = props;
  const provisioned = props.billingMode !== "PAY_PER_REQUEST";
  return {
    TableName: props.name,
    AttributeDefinitions: attributeDefinitions(props),
    KeySchema: keySchema(props.hashKey, props.rangeKey),
    BillingMode: props.billingMode as sdk.BillingMode,
    ...(provisioned && { ProvisionedThroughput: throughput(props) }),
    ...(onDemandThroughput && { OnDemandThroughput: onDemand(onDemandThroughput) }),
    ...(globalSecondaryIndexes.length > 0 && {
      GlobalSecondaryIndexes: globalSecondaryIndexes.map((index) => globalIndex(index, provisioned)),
    }),
    ...(localSecondaryIndexes.length > 0 && {
      LocalSecondaryIndexes: localSecondaryIndexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(props.hashKey, index.rangeKey),
        Projection: projection(index),
      })),
    }),
    ...(props.streamEnabled && { StreamSpecification: streamSpecification(props) }),
    ...(props.serverSideEncryption?.enabled && { SSESpecification: encryption(props) }),
    DeletionProtectionEnabled: props.deletionProtectionEnabled ?? false,
    TableClass: props.tableClass as sdk.TableClass,
    Tags: tagList(props.tags),
  };
}

/** The UpdateTable calls from one table to another, in order: DynamoDB accepts one kind of change at a time. */
export function updates(old: Known, props: Props): Update[] {
  const provisioned = props.billingMode !== "PAY_PER_REQUEST";
  const found: Update[] = [];
  const changed = (...keys: (keyof Props & keyof Known)[]) =>
    keys.some((key) => canonical(old[key] ?? null) !== canonical(props[key] ?? null));
  const capacity = provisioned && changed("readCapacity", "writeCapacity");
  if (changed("billingMode") || capacity) {
    const BillingMode = props.billingMode as sdk.BillingMode;
    found.push({ BillingMode, ...(provisioned && { ProvisionedThroughput: throughput(props) }) });
  }
  if (changed("onDemandThroughput")) found.push({ OnDemandThroughput: onDemand(props.onDemandThroughput ?? {}) });
  if (changed("deletionProtectionEnabled")) {
    found.push({ DeletionProtectionEnabled: props.deletionProtectionEnabled ?? false });
  }
  if (changed("tableClass")) found.push({ TableClass: props.tableClass as sdk.TableClass });
  if (changed("serverSideEncryption")) found.push({ SSESpecification: encryption(props) });
  if ((old.streamEnabled ?? false) !== (props.streamEnabled ?? false) || changed("streamViewType")) {
    // A stream cannot change its view, so disable it and enable another.
    if (old.streamEnabled) found.push({ StreamSpecification: { StreamEnabled: false } });
    if (props.streamEnabled) found.push({ StreamSpecification: streamSpecification(props) });
  }
  return [...found, ...indexUpdates(old, props, provisioned)];
}

function indexUpdates(old: Known, props: Props, provisioned: boolean): Update[] {
  const before = new Map((old.globalSecondaryIndexes ?? []).map((index) => [index.name, index]));
  const now = new Map((props.globalSecondaryIndexes ?? []).map((index) => [index.name, index]));
  const definition = (index: GlobalIndex) => canonical(globalIndex(index, false));
  const gone = [...before.values()].filter((index) => {
    const kept = now.get(index.name);
    return !kept || definition(kept) !== definition(index);
  });
  const removed = new Set(gone.map(({ name }) => name));
  const AttributeDefinitions = attributeDefinitions(props);
  const deletions: Update[] = gone.map(({ name }) => ({
    GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: name } }],
  }));
  const rest = [...now.values()].flatMap((index): Update[] => {
    const kept = before.get(index.name);
    if (!kept || removed.has(index.name)) {
      const Create = globalIndex(index, provisioned);
      return [{ AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create }] }];
    }
    if (!provisioned || (kept.readCapacity === index.readCapacity && kept.writeCapacity === index.writeCapacity))
      return [];
    const Update = { IndexName: index.name, ProvisionedThroughput: throughput(index) };
    return [{ GlobalSecondaryIndexUpdates: [{ Update }] }];
  });
  return [...deletions, ...rest];
}

const attributeDefinitions = ({ attributes = [] }: Props): sdk.AttributeDefinition[] =>
  attributes.map(({ name, type }) => ({ AttributeName: name, AttributeType: type as sdk.ScalarAttributeType }));

function keySchema(hashKey: string | undefined, rangeKey: string | undefined): sdk.KeySchemaElement[] {
  const hash: sdk.KeySchemaElement = { AttributeName: hashKey, KeyType: "HASH" };
  return rangeKey ? [hash, { AttributeName: rangeKey, KeyType: "RANGE" }] : [hash];
}

export function readKeys(schema: sdk.KeySchemaElement[] = []): { hashKey?: string; rangeKey?: string } {
  const key = (type: sdk.KeyType) => schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return { hashKey: key("HASH"), rangeKey: key("RANGE") };
}

const throughput = (capacity: { readCapacity?: number; writeCapacity?: number }): sdk.ProvisionedThroughput => ({
  ReadCapacityUnits: capacity.readCapacity,
  WriteCapacityUnits: capacity.writeCapacity,
});

const onDemand = (most: NonNullable<Props["onDemandThroughput"]>): sdk.OnDemandThroughput => ({
  MaxReadRequestUnits: most.maxReadRequestUnits ?? -1,
  MaxWriteRequestUnits: most.maxWriteRequestUnits ?? -1,
});

const projection = ({ projectionType, nonKeyAttributes }: GlobalIndex | LocalIndex): sdk.Projection => ({
  ProjectionType: projectionType as sdk.ProjectionType,
  ...(nonKeyAttributes && { NonKeyAttributes: nonKeyAttributes }),
});

function globalIndex(index: GlobalIndex, provisioned: boolean): sdk.GlobalSecondaryIndex {
  const schema = index.keySchemas?.map(({ attributeName, keyType }) => ({
    AttributeName: attributeName,
    KeyType: keyType as sdk.KeyType,
  }));
  return {
    IndexName: index.name,
    KeySchema: schema?.length ? schema : keySchema(index.hashKey, index.rangeKey),
    Projection: projection(index),
    ...(provisioned && { ProvisionedThroughput: throughput(index) }),
  };
}

const streamSpecification = ({ streamViewType }: Props): sdk.StreamSpecification => ({
  StreamEnabled: true,
  StreamViewType: streamViewType as sdk.StreamViewType,
});

const encryption = ({ serverSideEncryption: given }: Props): sdk.SSESpecification =>
  given?.enabled
    ? { Enabled: true, ...(given.kmsKeyArn && { SSEType: "KMS", KMSMasterKeyId: given.kmsKeyArn }) }
    : { Enabled: false };

/** The indexes in the program's order and with its form of keys. */
export function readGlobalIndexes(
  { GlobalSecondaryIndexes = [] }: sdk.TableDescription,
  provisioned: boolean,
  known: readonly { name: string }[] = [],
): NonNullable<Known["globalSecondaryIndexes"]> {
  const place = ({ IndexName }: sdk.GlobalSecondaryIndexDescription) => {
    const index = known.findIndex(({ name }) => name === IndexName);
    return index < 0 ? known.length : index;
  };
  return [...GlobalSecondaryIndexes]
    .sort((a, b) => place(a) - place(b))
    .map(({ IndexName, KeySchema = [], Projection, ProvisionedThroughput }) => ({
      name: IndexName!,
      ...(KeySchema.length > 2 || KeySchema.filter(({ KeyType }) => KeyType === "HASH").length > 1
        ? {
            keySchemas: KeySchema.map(({ AttributeName, KeyType }) => ({
              attributeName: AttributeName!,
              keyType: KeyType!,
            })),
          }
        : readKeys(KeySchema)),
      projectionType: Projection?.ProjectionType ?? "ALL",
      nonKeyAttributes: Projection?.NonKeyAttributes,
      ...(provisioned && {
        readCapacity: ProvisionedThroughput?.ReadCapacityUnits,
        writeCapacity: ProvisionedThroughput?.WriteCapacityUnits,
      }),
    }));
}

export function readLocalIndexes({ LocalSecondaryIndexes = [] }: sdk.TableDescription): Known["localSecondaryIndexes"] {
  return LocalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
    name: IndexName!,
    rangeKey: readKeys(KeySchema).rangeKey!,
    projectionType: Projection?.ProjectionType ?? "ALL",
    nonKeyAttributes: Projection?.NonKeyAttributes ?? [],
  }));
}
