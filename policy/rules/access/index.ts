export * from "./publicNetwork";
export * from "./publicPolicies";
export * from "./publicShares";
export * from "./roleTrust";
