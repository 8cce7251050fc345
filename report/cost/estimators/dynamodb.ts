import { z } from "zod";
import { type Gap, hoursOfMonth, type Item, reading, said, secondsOfMonth, type Surroundings } from "../estimator";
import { prices } from "../prices";

const index = z.object({ readCapacity: z.number().default(0), writeCapacity: z.number().default(0) });

const shape = z.object({
  name: z.string().optional(),
  billingMode: z.string().default("PROVISIONED"),
  readCapacity: z.number().default(0),
  writeCapacity: z.number().default(0),
  tableClass: z.string().default("STANDARD"),
  pointInTimeRecovery: z.object({ enabled: z.boolean() }).default({ enabled: false }),
  globalSecondaryIndexes: z.array(index).default([]),
  replicas: z.array(z.object({ regionName: z.string() })).default([]),
});
type Table = z.infer<typeof shape>;

const scalingShape = z.object({
  resourceId: z.string(),
  scalableDimension: z.string(),
  maxCapacity: z.number(),
});

/** Target utilisation of autoscaling. */
const targetShare = 0.7;

const table = reading(shape, (inputs, around) => {
  const { storageGb } = around.usage;
  const copies = [around.region, ...inputs.replicas.map(({ regionName }) => regionName)];
  const standard = inputs.tableClass === "STANDARD";
  const { storage, storageIa, recovery } = prices.dynamodb;
  return copies.flatMap((region): (Item | Gap)[] => [
    ...throughput(inputs, around, standard, region),
    { price: standard ? storage : storageIa, quantity: storageGb, region },
    ...(inputs.pointInTimeRecovery.enabled ? [{ price: recovery, quantity: storageGb, region }] : []),
  ]);
});

/** Units of a table in one Region: writes reach every replica, reads are declared for each. */
function throughput(inputs: Table, around: Surroundings, standard: boolean, region: string): Item[] {
  const { requests, usage } = around;
  const { writes, writesIa, reads, readsIa, writeCapacity, writeCapacityIa, readCapacity, readCapacityIa } =
    prices.dynamodb;
  const indexes = inputs.globalSecondaryIndexes;
  const sizes = { write: Math.max(1, Math.ceil(usage.itemKb)), read: Math.max(1, Math.ceil(usage.itemKb / 4)) };
  // A strongly consistent read costs twice as much; a transaction doubles everything.
  const { tableReads, tableStrongReads, tableTransactReads, tableWrites, tableTransactWrites } = usage;
  const each = {
    write: sizes.write * (tableWrites + 2 * tableTransactWrites),
    read: sizes.read * (tableReads / 2 + tableStrongReads + 2 * tableTransactReads),
  };
  const units = { write: requests * each.write, read: requests * each.read };
  if (inputs.billingMode === "PAY_PER_REQUEST") {
    const places = 1 + indexes.length;
    const basis = `${said(requests)} requests × ${said(each.write)} units`;
    return [
      {
        price: standard ? writes : writesIa,
        quantity: units.write * places,
        basis: places > 1 ? `${basis} × ${places}, in the table and its indexes` : basis,
        region,
      },
      {
        price: standard ? reads : readsIa,
        quantity: units.read,
        basis: `${said(requests)} requests × ${said(each.read)} units`,
        region,
      },
    ];
  }
  const write = scaled(inputs, around, "WriteCapacityUnits", inputs.writeCapacity, units.write);
  const read = scaled(inputs, around, "ReadCapacityUnits", inputs.readCapacity, units.read);
  const ofIndexes = (name: "writeCapacity" | "readCapacity") => indexes.reduce((sum, each) => sum + each[name], 0);
  const hours = (capacity: number) => ({
    quantity: capacity * hoursOfMonth,
    basis: `${said(capacity)} units × ${hoursOfMonth} h`,
    region,
  });
  return [
    { price: standard ? writeCapacity : writeCapacityIa, ...hours(write + ofIndexes("writeCapacity")) },
    { price: standard ? readCapacity : readCapacityIa, ...hours(read + ofIndexes("readCapacity")) },
  ];
}

/** Capacity that autoscaling settles at under an even load; without it, the declared capacity. */
function scaled(inputs: Table, { siblings }: Surroundings, dimension: string, declared: number, units: number): number {
  const most = siblings("aws:appautoscaling/target:Target").flatMap((target) => {
    const { data } = scalingShape.safeParse(target.inputs);
    const own = data?.resourceId === `table/${inputs.name}` && data.scalableDimension === `dynamodb:table:${dimension}`;
    return own ? [data.maxCapacity] : [];
  })[0];
  if (most === undefined) return declared;
  const needed = Math.ceil(units / secondsOfMonth / targetShare);
  return Math.max(declared, Math.min(needed, most));
}

/** A replica that is a resource of its own costs what the table costs, in its own Region. */
const replica = reading(
  z.object({ tableClassOverride: z.string().optional(), pointInTimeRecovery: z.boolean().default(false) }),
  ({ tableClassOverride, pointInTimeRecovery }, around) => {
    const [of, ...others] = around.siblings("aws:dynamodb/table:Table");
    const { data } = shape.safeParse(of?.inputs);
    if (!data || others.length > 0) return [{ reason: "it is known only after the deployment which table it copies" }];
    const standard = (tableClassOverride ?? data.tableClass) === "STANDARD";
    const { storage, storageIa, recovery } = prices.dynamodb;
    const { storageGb } = around.usage;
    return [
      ...throughput(data, around, standard, around.region),
      { price: standard ? storage : storageIa, quantity: storageGb },
      ...(pointInTimeRecovery ? [{ price: recovery, quantity: storageGb }] : []),
    ];
  },
);

const tableExport = reading(z.object({ exportType: z.string().default("FULL_EXPORT") }), ({ exportType }, { usage }) =>
  exportType === "FULL_EXPORT"
    ? [{ price: prices.dynamodb.exports, quantity: usage.storageGb, basis: "once, the whole table" }]
    : [{ reason: "the size of an incremental export is known only when it is made" }],
);

export const dynamodbEstimators = {
  "aws:dynamodb/table:Table": table,
  "aws:dynamodb/tableReplica:TableReplica": replica,
  "aws:dynamodb/tableExport:TableExport": tableExport,
};
