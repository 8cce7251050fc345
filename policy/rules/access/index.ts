export * from "./publicPolicies";
export * from "./roleTrust";
