export * from "./express";
export * from "./limits";
export * from "./log-destination";
export * from "./settings";
