export * from "./limits";
export * from "./manageable";
export * from "./rotation";
