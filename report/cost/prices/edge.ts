import { everywhere, everywhereKnown, irelandKnown, namePrices, virginiaKnown } from "../price";

const TB = 1024; // GB

/** Prices of AWS WAF. */
export const wafv2 = namePrices("wafv2", "https://aws.amazon.com/waf/pricing/", {
  webAcls: { title: "Web ACLs", unit: "web ACLs", per: 1, rates: everywhere(5) },
  rules: { title: "Rules, and groups of managed rules", unit: "rules", per: 1, rates: everywhere(1) },
  requests: { title: "Requests looked at", unit: "requests", per: 1e6, rates: everywhere(0.6) },
});

/** Prices of Amazon CloudFront, paid as you go. */
export const cloudfront = namePrices("cloudfront", "https://aws.amazon.com/cloudfront/pricing/pay-as-you-go/", {
  requests: {
    title: "HTTPS requests",
    unit: "requests",
    per: 1e4,
    rates: everywhere(0.01),
    note: "Of visitors in North America; 0.012 USD of those in Europe, and more elsewhere.",
  },
  transfer: {
    title: "Data sent to visitors",
    unit: "GB",
    per: 1,
    rates: everywhere([
      { upTo: 10 * TB, usd: 0.085 },
      { upTo: 50 * TB, usd: 0.08 },
      { upTo: 150 * TB, usd: 0.06 },
      { upTo: 500 * TB, usd: 0.04 },
      { upTo: 1024 * TB, usd: 0.03 },
      { upTo: 5120 * TB, usd: 0.025 },
      { usd: 0.02 },
    ]),
    note: "To North America and Europe; more elsewhere.",
  },
  anycastIpLists: { title: "Anycast static IP lists", unit: "lists", per: 1, rates: [everywhereKnown(3000)] },
  functions: { title: "Calls of CloudFront Functions", unit: "calls", per: 1e6, rates: [everywhereKnown(0.1)] },
});

const internet = [
  { upTo: 10 * TB, usd: 0.09 },
  { upTo: 50 * TB, usd: 0.085 },
  { upTo: 150 * TB, usd: 0.07 },
  { usd: 0.05 },
];

/** Prices of data that leaves AWS. */
export const transfer = namePrices("transfer", "https://aws.amazon.com/ec2/pricing/on-demand/", {
  internet: {
    title: "Data sent to the internet",
    unit: "GB",
    per: 1,
    rates: [virginiaKnown(internet), irelandKnown(internet)],
  },
});
