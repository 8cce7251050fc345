import { type Limit, provenance } from "./limit";

const api = "https://docs.aws.amazon.com/waf/latest/APIReference";

/** Limits of AWS WAF. */
export const wafv2 = {
  rateLimit: {
    id: "wafv2.rateLimit",
    title: "Requests of one address in a rate rule's window",
    min: 10,
    max: 2_000_000_000,
    unit: "requests",
    page: `${api}/API_RateBasedStatement.html`,
    ...provenance.model,
  },
} as const satisfies Record<string, Limit>;
