export * from "./remote-access";
export * from "./settings";
