export * from "./regions";
export * from "./runtimes";
export * from "./secrets";
export * from "./tags";
