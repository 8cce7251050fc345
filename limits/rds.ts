import { type Limit, provenance } from "./limit";

const rdsApi = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const guide = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";

/** Limits of Amazon RDS, Aurora and RDS Proxy. */
export const rds = {
  clusterBackupDays: {
    id: "rds.clusterBackupDays",
    title: "Retention of a cluster's automatic backups",
    min: 1,
    max: 35,
    default: 1,
    unit: "days",
    page: `${rdsApi}/API_CreateDBCluster.html`,
    ...provenance.general,
  },
  instanceBackupDays: {
    id: "rds.instanceBackupDays",
    title: "Retention of an instance's automatic backups; AWS takes 0 as well, which switches them off",
    min: 1,
    max: 35,
    default: 1,
    unit: "days",
    page: `${rdsApi}/API_CreateDBInstance.html`,
    ...provenance.general,
  },
  serverlessCapacity: {
    id: "rds.serverlessCapacity",
    title: "Capacity of Aurora Serverless v2, in steps of 0.5",
    min: 0,
    max: 256,
    unit: "ACU",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.how-it-works.html",
    ...provenance.model,
    note: "0 is a minimum only: then the database pauses.",
  },
  proxyAuth: {
    id: "rds.proxyAuth",
    title: "Secrets of an RDS Proxy",
    max: 200,
    unit: "secrets",
    page: `${guide}/rds-proxy.html`,
    ...provenance.page2023,
  },
  proxySubnets: {
    id: "rds.proxySubnets",
    title: "Subnets of an RDS Proxy, in different Availability Zones",
    min: 2,
    unit: "subnets",
    page: `${guide}/rds-proxy-network-prereqs.html`,
    ...provenance.page2023,
  },
  proxyIdleTimeout: {
    id: "rds.proxyIdleTimeout",
    title: "Time that an RDS Proxy keeps an idle client",
    min: 1,
    max: 28_800,
    default: 1_800,
    unit: "s",
    page: `${rdsApi}/API_CreateDBProxy.html`,
    ...provenance.general,
  },
  proxyConnections: {
    id: "rds.proxyConnections",
    title: "Share of a database's connections that an RDS Proxy may open",
    min: 1,
    max: 100,
    default: 100,
    unit: "percent",
    page: `${rdsApi}/API_ConnectionPoolConfiguration.html`,
    ...provenance.model,
  },
  proxyBorrowTimeout: {
    id: "rds.proxyBorrowTimeout",
    title: "Time that an RDS Proxy lets a client wait for a connection",
    min: 0,
    max: 300,
    default: 120,
    unit: "s",
    page: `${rdsApi}/API_ConnectionPoolConfiguration.html`,
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;
