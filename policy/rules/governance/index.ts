export * from "./regions";
export * from "./runtimes";
export * from "./secrets";
export * from "./tag-limits";
export * from "./tags";
