export * from "./dead-letters";
export * from "./expression";
export * from "./limits";
export * from "./timezone";
