export * from "./administrator";
export * from "./attached-policies";
export * from "./limits";
export * from "./managed-policies";
export { iamPolicySize, iamTrustSize } from "./policy-size";
export * from "./wildcard-actions";
export * from "./wildcard-resources";
