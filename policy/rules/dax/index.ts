export * from "./availability";
export * from "./limits";
export * from "./settings";
