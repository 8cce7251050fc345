export * from "./secret-values";
