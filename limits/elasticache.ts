import { type Limit, provenance } from "./limit";

const guide = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg";

/** Limits of ElastiCache Serverless. */
export const elasticache = {
  storageGb: {
    id: "elasticache.storageGb",
    title: "Data of a serverless cache",
    min: 1,
    max: 5_000,
    unit: "GB",
    page: `${guide}/Scaling.html`,
    ...provenance.general,
  },
  ecpuPerSecond: {
    id: "elasticache.ecpuPerSecond",
    title: "ElastiCache processing units of a serverless cache",
    min: 1_000,
    max: 15_000_000,
    unit: "units a second",
    page: `${guide}/Scaling.html`,
    ...provenance.general,
  },
  snapshotDays: {
    id: "elasticache.snapshotDays",
    title: "Retention of a cache's daily snapshots; 0 for none",
    min: 0,
    max: 35,
    unit: "days",
    page: `${guide}/backups-automatic.html`,
    ...provenance.general,
  },
  nameLength: {
    id: "elasticache.nameLength",
    title: "Name of a serverless cache, a user and a user group",
    min: 1,
    max: 40,
    unit: "characters",
    page: `${guide}/create-serverless-cache.html`,
    ...provenance.general,
  },
} as const satisfies Record<string, Limit>;
