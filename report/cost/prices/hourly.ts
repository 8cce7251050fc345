import { everywhereKnown, irelandKnown, type Price, namePrices, virginia, virginiaKnown } from "../price";

/** Prices of networks. */
export const network = namePrices("network", "https://aws.amazon.com/vpc/pricing/", {
  nat: { title: "NAT gateways", unit: "hours", per: 1, rates: [virginia(0.045), irelandKnown(0.048)] },
  natData: { title: "Data through NAT", unit: "GB", per: 1, rates: [virginia(0.045), irelandKnown(0.048)] },
  endpoints: {
    title: "Interface endpoints, in each zone",
    unit: "hours",
    per: 1,
    page: "https://aws.amazon.com/privatelink/pricing/",
    rates: [virginia(0.01), irelandKnown(0.011)],
  },
  endpointData: {
    title: "Data through interface endpoints",
    unit: "GB",
    per: 1,
    page: "https://aws.amazon.com/privatelink/pricing/",
    rates: [
      virginia([{ upTo: 1e6, usd: 0.01 }, { upTo: 5e6, usd: 0.006 }, { usd: 0.004 }]),
      irelandKnown([{ upTo: 1e6, usd: 0.01 }, { upTo: 5e6, usd: 0.006 }, { usd: 0.004 }]),
    ],
  },
  publicAddresses: { title: "Public IPv4 addresses", unit: "hours", per: 1, rates: [everywhereKnown(0.005)] },
});

/** Prices of Amazon Aurora and RDS Proxy. */
export const rds = namePrices("rds", "https://aws.amazon.com/rds/aurora/pricing/", {
  capacity: {
    title: "Capacity, Aurora Serverless v2",
    unit: "ACU-hours",
    per: 1,
    rates: [virginia(0.12), irelandKnown(0.14)],
  },
  storage: { title: "Storage, Aurora", unit: "GB-months", per: 1, rates: [virginia(0.1), irelandKnown(0.11)] },
  io: { title: "I/O requests, Aurora", unit: "requests", per: 1e6, rates: [virginia(0.2), irelandKnown(0.22)] },
  proxy: {
    title: "RDS Proxy, for Aurora Serverless v2",
    unit: "ACU-hours",
    per: 1,
    page: "https://aws.amazon.com/rds/proxy/pricing/",
    rates: [virginiaKnown(0.015)],
    note: "At least 8 ACUs are paid.",
  },
  proxyProcessors: {
    title: "RDS Proxy, for instances",
    unit: "vCPU-hours",
    per: 1,
    page: "https://aws.amazon.com/rds/proxy/pricing/",
    rates: [virginiaKnown(0.015)],
    note: "At least 2 vCPUs are paid.",
  },
  instanceStorage: {
    title: "Storage of instances, gp3",
    unit: "GB-months",
    per: 1,
    page: "https://aws.amazon.com/rds/postgresql/pricing/",
    rates: [virginiaKnown(0.115)],
    note: "In two zones twice as much.",
  },
});

/** USD an hour in us-east-1, of PostgreSQL in one zone; of two zones twice as much. */
const instances: Readonly<Record<string, number>> = {
  "t4g.micro": 0.016,
  "t4g.small": 0.032,
  "t4g.medium": 0.065,
  "t4g.large": 0.129,
  "t4g.xlarge": 0.258,
  "t4g.2xlarge": 0.517,
  "m7g.large": 0.168,
  "m7g.xlarge": 0.337,
  "m7g.2xlarge": 0.674,
  "m7g.4xlarge": 1.348,
  "r7g.large": 0.239,
  "r7g.xlarge": 0.478,
  "r7g.2xlarge": 0.956,
  "r7g.4xlarge": 1.912,
};

/** Prices of RDS instances with PostgreSQL, by their class without `db.`. */
export const rdsInstances: Readonly<Record<string, Price>> = namePrices(
  "rdsInstances",
  "https://aws.amazon.com/rds/postgresql/pricing/",
  Object.fromEntries(
    Object.entries(instances).map(([type, usd]) => [
      type,
      { title: `PostgreSQL instances, db.${type}`, unit: "hours", per: 1, rates: [virginiaKnown(usd)] },
    ]),
  ),
);

/** Prices of Amazon ElastiCache Serverless for Valkey. */
export const elasticache = namePrices("elasticache", "https://aws.amazon.com/elasticache/pricing/", {
  data: { title: "Data held, Valkey", unit: "GB-hours", per: 1, rates: [virginiaKnown(0.084)] },
  processing: { title: "Processing units, Valkey", unit: "ECPUs", per: 1e6, rates: [virginiaKnown(0.0023)] },
  snapshots: { title: "Snapshots", unit: "GB-months", per: 1, rates: [virginiaKnown(0.085)] },
});

/** USD an hour in us-east-1. */
const nodes: Readonly<Record<string, number>> = {
  "t3.small": 0.04,
  "t3.medium": 0.08,
  "r5.large": 0.255,
  "r5.xlarge": 0.511,
  "r5.2xlarge": 1.021,
  "r5.4xlarge": 2.042,
  "r5.8xlarge": 4.084,
};

/** Prices of DAX nodes, by their type without `dax.`. */
export const dax: Readonly<Record<string, Price>> = namePrices(
  "dax",
  "https://aws.amazon.com/dynamodb/pricing/on-demand/",
  Object.fromEntries(
    Object.entries(nodes).map(([type, usd]) => [
      type,
      { title: `Nodes, dax.${type}`, unit: "node-hours", per: 1, rates: [virginiaKnown(usd)] },
    ]),
  ),
);
