export * from "./redrive";
export * from "./settings";
