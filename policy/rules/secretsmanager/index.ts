export * from "./limits";
export * from "./rotation";
export * from "./settings";
