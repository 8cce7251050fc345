export * from "./settings";
export * from "./validation";
