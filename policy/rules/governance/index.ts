export * from "./regions";
export * from "./runtimes";
export * from "./tags";
