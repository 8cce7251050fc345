export * from "./dead-letter-type";
export * from "./dead-letters";
export * from "./limits";
export * from "./settings";
