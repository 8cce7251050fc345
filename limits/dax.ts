import { type Limit, provenance } from "./limit";

const guide = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide";

/** Limits of DynamoDB Accelerator. */
export const dax = {
  nodes: {
    id: "dax.nodes",
    title: "Nodes of a cluster: one primary and up to ten read replicas",
    min: 1,
    max: 11,
    unit: "nodes",
    page: `${guide}/DAX.concepts.cluster.html`,
    ...provenance.page,
  },
  clusterNameLength: {
    id: "dax.clusterNameLength",
    title: "Name of a cluster",
    min: 1,
    max: 20,
    unit: "characters",
    page: `${guide}/DAX.create-cluster.console.create-cluster.html`,
    ...provenance.general,
  },
  subnets: {
    id: "dax.subnets",
    title: "Subnets of a subnet group",
    min: 1,
    max: 20,
    unit: "subnets",
    page: `${guide}/ServiceQuotas.html`,
    ...provenance.page2023,
  },
} as const satisfies Record<string, Limit>;
