export * from "./limits";
export * from "./retention";
