/** Headroom's components: serverless patterns on AWS, and the building blocks they share. */
export * from "./accessLogs";
export { type AlarmArgs } from "./alarms";
export * from "./bucket";
export { ArgumentError } from "./check";
export * from "./cleanLogs";
export * from "./deadLetterQueue";
export * from "./function";
export { type AliasArgs, Architecture, type FunctionArgs, type FunctionBaseArgs, RecursiveLoop } from "./functionArgs";
export * from "./identityPool";
export * from "./jwtAuthorizer";
export { NativePlatform, NodeFunction, type NodeFunctionArgs, type PatternFunctionArgs } from "./nodeFunction";
export * from "./permissions";
export * from "./rowLevelSecurity";
export * from "./scheduledJob";
export * from "./thumbnailer";
export * from "./topic";
export * from "./usageReport";
export * from "./userPool";
export * from "./userPoolArgs";
export {
  AuthFlow,
  clientDefaults,
  type OAuthArgs,
  OAuthFlow,
  standardAttributes,
  type UserPoolClientArgs,
} from "./userPoolClientArgs";
