export * from "./administrator";
export * from "./limits";
export * from "./managed-policies";
export { iamPolicySize } from "./policy-size";
export * from "./wildcard-actions";
export * from "./wildcard-resources";
