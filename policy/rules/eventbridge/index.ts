export * from "./dead-letters";
export * from "./limits";
export * from "./schedule-expression";
