import { type Limit, provenance } from "./limit";

/** Limits of networks (Amazon VPC). */
export const network = {
  zones: {
    id: "network.zones",
    title: "Availability zones of a private network: one is no protection, and no Region needs more than three",
    min: 2,
    max: 3,
    default: 2,
    unit: "zones",
    page: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-best-practices.html",
    ...provenance.page,
    note: "Two is our own least: AWS allows one and advises against it",
  },
} as const satisfies Record<string, Limit>;
