export * from "./cold-storage";
export * from "./retention";
export * from "./schedule";
export * from "./selection";
