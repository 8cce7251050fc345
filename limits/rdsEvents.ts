import { type Limit, provenance } from "./limit";

/** Limits of the event notifications of Amazon RDS. */
export const rdsEvents = {
  subscriptions: {
    id: "rdsEvents.subscriptions",
    title: "Event subscriptions of an account in a Region",
    max: 20,
    unit: "subscriptions",
    page: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html",
    ...provenance.general,
    kind: "adjustable",
  },
} as const satisfies Record<string, Limit>;
