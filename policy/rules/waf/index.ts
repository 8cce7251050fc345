export * from "./http-api";
export * from "./log-name";
export * from "./logging";
export * from "./rules";
export * from "./scope";
export * from "./settings";
