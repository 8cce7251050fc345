import { everywhereKnown, irelandKnown, namePrices, virginia, virginiaKnown } from "../price";

const x86 = [{ upTo: 6e9, usd: 0.0000166667 }, { upTo: 15e9, usd: 0.000015 }, { usd: 0.0000133334 }];
const arm64 = [{ upTo: 7.5e9, usd: 0.0000133334 }, { upTo: 18.75e9, usd: 0.0000120001 }, { usd: 0.0000106667 }];

/** Prices of AWS Lambda. */
export const lambda = namePrices("lambda", "https://aws.amazon.com/lambda/pricing/", {
  requests: { title: "Requests", unit: "requests", per: 1e6, rates: [virginia(0.2), irelandKnown(0.2)] },
  durationX86: { title: "Duration, x86_64", unit: "GB-s", per: 1, rates: [virginia(x86), irelandKnown(x86)] },
  durationArm64: { title: "Duration, arm64", unit: "GB-s", per: 1, rates: [virginia(arm64), irelandKnown(arm64)] },
  edgeRequests: { title: "Requests, Lambda@Edge", unit: "requests", per: 1e6, rates: [everywhereKnown(0.6)] },
  edgeDuration: { title: "Duration, Lambda@Edge", unit: "GB-s", per: 1, rates: [everywhereKnown(0.00005001)] },
  snapshotsKept: {
    title: "SnapStart, snapshots kept",
    unit: "GB-s",
    per: 1,
    rates: [virginiaKnown(0.0000015046)],
    note: "At least three hours of each version.",
  },
  snapshotsRestored: { title: "SnapStart, restores", unit: "GB", per: 1, rates: [virginiaKnown(0.0001397998)] },
  provisionedX86: {
    title: "Provisioned concurrency, x86_64",
    unit: "GB-s",
    per: 1,
    rates: [virginiaKnown(0.0000041667)],
    note: "A second of a call then costs 0.0000097222 USD a GB instead of the duration above.",
  },
  provisionedArm64: {
    title: "Provisioned concurrency, arm64",
    unit: "GB-s",
    per: 1,
    rates: [virginiaKnown(0.0000033334)],
    note: "A second of a call then costs 0.0000077778 USD a GB instead of the duration above.",
  },
  ephemeralStorage: {
    title: "Ephemeral storage above 512 MB",
    unit: "GB-s",
    per: 1,
    rates: [virginia(0.0000000309), irelandKnown(0.000000034)],
  },
});
