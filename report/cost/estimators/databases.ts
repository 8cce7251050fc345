import { z } from "zod";
import { type Gap, hoursOfMonth, type Item, reading, said, type Surroundings } from "../estimator";
import { prices } from "../prices";

const scaling = z.object({ minCapacity: z.number(), maxCapacity: z.number() });
const clusterShape = z.object({
  engine: z.string(),
  serverlessv2ScalingConfiguration: scaling.optional(),
  storageType: z.string().optional(),
});

const cluster = reading(clusterShape, ({ engine, storageType }, { requests, usage }): (Item | Gap)[] => {
  if (!engine.startsWith("aurora")) return [{ reason: `no price is recorded for a cluster of ${engine}` }];
  if (storageType === "aurora-iopt1") return [{ reason: "no price is recorded for I/O-Optimized storage" }];
  return [
    { price: prices.rds.storage, quantity: usage.storageGb },
    {
      price: prices.rds.io,
      quantity: requests * (usage.tableReads + usage.tableWrites),
      basis: `${said(requests)} requests × ${said(usage.tableReads + usage.tableWrites)} items`,
    },
  ];
});

const instance = reading(z.object({ instanceClass: z.string() }), ({ instanceClass }, { siblings, usage }) => {
  if (instanceClass !== "db.serverless") return [{ reason: `no price is recorded for ${instanceClass}` }];
  const { data } = clusterShape.safeParse(siblings("aws:rds/cluster:Cluster")[0]?.inputs);
  const bounds = data?.serverlessv2ScalingConfiguration;
  if (!bounds) return [{ reason: "the cluster that sets its capacity is in another pattern" }];
  const acus = Math.min(Math.max(usage.databaseAcus, bounds.minCapacity), bounds.maxCapacity);
  return [
    { price: prices.rds.capacity, quantity: acus * hoursOfMonth, basis: `${said(acus)} ACUs × ${hoursOfMonth} h` },
  ];
});

const instanceShape = z.object({
  engine: z.string(),
  instanceClass: z.string(),
  allocatedStorage: z.number(),
  multiAz: z.boolean().default(false),
});

const postgresql = reading(instanceShape, ({ engine, instanceClass, allocatedStorage, multiAz }): (Item | Gap)[] => {
  const price = prices.rdsInstances[instanceClass.replace(/^db\./, "")];
  if (engine !== "postgres" || !price) return [{ reason: `no price is recorded for ${engine} on ${instanceClass}` }];
  const zones = multiAz ? 2 : 1;
  return [
    { price, quantity: zones * hoursOfMonth, basis: `${zones} machines × ${hoursOfMonth} h` },
    {
      price: prices.rds.instanceStorage,
      quantity: zones * allocatedStorage,
      basis: `${zones} × ${allocatedStorage} GB`,
    },
  ];
});

/** vCPUs of an instance class; undefined for one whose size says nothing, such as `metal`. */
export function countProcessors(instanceClass: string): number | undefined {
  const [, family = "", size = ""] = instanceClass.split(".");
  const many = /^(\d*)xlarge$/.exec(size);
  if (many) return 4 * Number(many[1] || 1);
  if (family === "t2" && (size === "micro" || size === "small")) return 1;
  return ["micro", "small", "medium", "large"].includes(size) ? 2 : undefined;
}

const leastProxyAcus = 8;
/** The minimum of vCPUs that a proxy is billed for. */
const leastProxyProcessors = 2;

/** The instances behind a proxy, as far as its pattern shows: one instance, or those of a cluster. */
function proxiedClasses({ siblings }: Surroundings): string[] {
  const [instance] = siblings("aws:rds/instance:Instance");
  const machines = instance ? [instance] : siblings("aws:rds/clusterInstance:ClusterInstance");
  return machines.flatMap(({ inputs }) => (typeof inputs.instanceClass === "string" ? [inputs.instanceClass] : []));
}

const proxy = reading(z.object({}), (_, around): (Item | Gap)[] => {
  const { usage } = around;
  const classes = proxiedClasses(around);
  if (classes.length === 0) return [{ reason: "its database is in another pattern" }];
  const provisioned = classes.filter((each) => each !== "db.serverless");
  if (provisioned.length > 0) {
    const counts = provisioned.map(countProcessors);
    if (counts.includes(undefined) || provisioned.length < classes.length)
      return [{ reason: `no price is recorded for a proxy of ${classes.join(", ")}` }];
    const processors = Math.max(
      leastProxyProcessors,
      counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    );
    const basis = `${processors} vCPUs × ${hoursOfMonth} h`;
    return [{ price: prices.rds.proxyProcessors, quantity: processors * hoursOfMonth, basis }];
  }
  const acus = Math.max(leastProxyAcus, usage.databaseAcus);
  return [{ price: prices.rds.proxy, quantity: acus * hoursOfMonth, basis: `${said(acus)} ACUs × ${hoursOfMonth} h` }];
});

const serverlessCache = reading(
  z.object({ engine: z.string(), snapshotRetentionLimit: z.number().default(0) }),
  ({ engine, snapshotRetentionLimit }, { requests, usage: { cacheGb, payloadKb } }) => {
    if (engine !== "valkey") return [{ reason: `no price is recorded for ${engine}` }];
    const held = Math.max(0.1, cacheGb);
    const { data, processing, snapshots } = prices.elasticache;
    return [
      { price: data, quantity: held * hoursOfMonth, basis: `${said(held)} GB × ${hoursOfMonth} h` },
      { price: processing, quantity: requests * Math.max(1, payloadKb), basis: "one for each KB of each request" },
      ...(snapshotRetentionLimit > 0
        ? [
            {
              price: snapshots,
              quantity: held * snapshotRetentionLimit,
              basis: `${said(held)} GB × ${snapshotRetentionLimit} snapshots`,
            },
          ]
        : []),
    ];
  },
);

const daxCluster = reading(
  z.object({ nodeType: z.string(), replicationFactor: z.number() }),
  ({ nodeType, replicationFactor }) => {
    const price = prices.dax[nodeType.replace(/^dax\./, "")];
    if (!price) return [{ reason: `no price is recorded for ${nodeType}` }];
    return [
      { price, quantity: replicationFactor * hoursOfMonth, basis: `${replicationFactor} nodes × ${hoursOfMonth} h` },
    ];
  },
);

export const databaseEstimators = {
  "aws:rds/cluster:Cluster": cluster,
  "aws:rds/clusterInstance:ClusterInstance": instance,
  "aws:rds/instance:Instance": postgresql,
  "aws:rds/proxy:Proxy": proxy,
  "aws:elasticache/serverlessCache:ServerlessCache": serverlessCache,
  "aws:dax/cluster:Cluster": daxCluster,
};
