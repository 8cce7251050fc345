import { irelandKnown, namePrices, virginia } from "../price";

const rest = [{ upTo: 333e6, usd: 3.5 }, { upTo: 1e9, usd: 2.8 }, { upTo: 20e9, usd: 2.38 }, { usd: 1.51 }];

/** Prices of Amazon API Gateway. */
export const apigateway = namePrices("apigateway", "https://aws.amazon.com/api-gateway/pricing/", {
  restRequests: {
    title: "Requests to REST APIs",
    unit: "requests",
    per: 1e6,
    rates: [virginia(rest), irelandKnown(rest)],
  },
  httpRequests: {
    title: "Requests to HTTP APIs, by 512 KB",
    unit: "requests",
    per: 1e6,
    rates: [virginia([{ upTo: 300e6, usd: 1 }, { usd: 0.9 }]), irelandKnown([{ upTo: 300e6, usd: 1.11 }, { usd: 1 }])],
  },
});
