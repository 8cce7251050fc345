export * from "./limits";
export * from "./rotation";
