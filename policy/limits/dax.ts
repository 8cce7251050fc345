import { type Limit, provenance } from "./limit";

const guide = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide";

/** Limits of Amazon DynamoDB Accelerator (DAX). */
export const dax = {
  nodes: {
    id: "dax.nodes",
    title: "Nodes of a DAX cluster, its primary included",
    min: 1,
    max: 11,
    unit: "nodes",
    page: `${guide}/DAX.concepts.cluster.html`,
    ...provenance.model,
  },
  subnets: {
    id: "dax.subnets",
    title: "Subnets of a DAX subnet group",
    min: 1,
    max: 20,
    unit: "subnets",
    page: `${guide}/ServiceQuotas.html`,
    ...provenance.page2023,
  },
} as const satisfies Record<string, Limit>;
