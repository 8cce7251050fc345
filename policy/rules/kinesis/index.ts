export * from "./limits";
export * from "./settings";
