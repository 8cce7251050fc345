/** Headroom's components: serverless patterns on AWS, and the building blocks they share. */
export * from "./accessLogs";
export * from "./accountTransfers";
export { type AlarmArgs } from "./alarms";
export { type BackupArgs, backupDefaults, BackupPlan, type BackupPlanArgs } from "./backupPlan";
export * from "./bucket";
export * from "./bucketNotifications";
export * from "./cachedItems";
export * from "./changeLog";
export * from "./api";
export * from "./apiAccount";
export * from "./apiArgs";
export { type DirectIntegration, type DirectResponse } from "./apiDirect";
export * from "./apiDynamodb";
export * from "./apiKinesis";
export { ArgumentError, type Problem } from "./check";
export { ChecksumLanguage, Checksums, type ChecksumsArgs, checksumsDefaults } from "./checksums";
export * from "./cleanLogs";
export { CloudFrontFunction, type CloudFrontFunctionArgs } from "./cloudFrontFunction";
export * from "./connection";
export { Database, type SignInAs } from "./database";
export { type DatabaseArgs, databaseDefaults, DatabaseKind } from "./databaseArgs";
export { ConnectionBudget } from "./databaseBudget";
export * from "./databaseCalls";
export * from "./databaseMigrations";
export { DatabaseEvents, databaseEventsDefaults } from "./databaseEvents";
export {
  DatabaseEventCategory,
  type DatabaseEventsArgs,
  type DatabaseEventSourceArgs,
  DatabaseSourceType,
  eventCategories,
} from "./databaseEventsArgs";
export * from "./daxArgs";
export * from "./daxCluster";
export * from "./daxLinks";
export { DeadLetterQueue, type DeadLetterQueueArgs } from "./deadLetterQueue";
export { Distribution } from "./distribution";
export {
  type BehaviorArgs,
  type CachingArgs,
  cachingDefaults,
  type DistributionArgs,
  distributionDefaults,
  type EdgeCallArgs,
  type PathBehaviorArgs,
  PriceClass,
  ViewerTls,
} from "./distributionArgs";
export { type EdgeSettings } from "./edgeBundle";
export * from "./edgeEvents";
export { EdgeFunction } from "./edgeFunction";
export { type EdgeFunctionArgs, edgeFunctionDefaults } from "./edgeFunctionArgs";
export * from "./eventRule";
export * from "./eventStream";
export * from "./function";
export { type AliasArgs, Architecture, type FunctionArgs, type FunctionBaseArgs, RecursiveLoop } from "./functionArgs";
export * from "./httpApi";
export * from "./httpApiArgs";
export { userPoolTokens } from "./httpApiAuthorizers";
export * from "./groupScopes";
export * from "./identityPool";
export * from "./jwtAuthorizer";
export { LanguageFunction, type LanguageFunctionArgs } from "./languageFunction";
export {
  NativePlatform,
  NodeFunction,
  type NodeFunctionArgs,
  ownHandler,
  type PatternFunctionArgs,
} from "./nodeFunction";
export * from "./globalTable";
export * from "./networkPlace";
export * from "./permissions";
export * from "./privateNetwork";
export * from "./privateNetworkArgs";
export * from "./paymentLedger";
export * from "./queue";
export * from "./queueConsumer";
export * from "./readThroughItems";
export * from "./rowLevelSecurity";
export * from "./scheduledJob";
export { ServerlessCache } from "./serverlessCache";
export { type ServerlessCacheArgs, serverlessCacheDefaults } from "./serverlessCacheArgs";
export * from "./streamConsumer";
export { StartingPosition, type StreamReaderArgs, streamReaderDefaults } from "./streamReader";
export * from "./table";
export * from "./tableArgs";
export * from "./tableConsumer";
export * from "./tableExport";
export * from "./tableLinks";
export * from "./thumbnailer";
export * from "./ticketNumbers";
export { Language } from "./toolchains";
export * from "./topic";
export * from "./topicConsumer";
export * from "./usageReport";
export * from "./usersApi";
export { type SignInArgs, TokenJudge } from "./usersApiSignIn";
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
export * from "./webAcl";
export { OrderWorkflow, type OrderWorkflowArgs, orderWorkflowDefaults } from "./orderWorkflow";
export * from "./apiWorkflow";
export * from "./workflow";
export * from "./workflowArgs";
export { type BusEventArgs, publishMessage, putEvent, runWorkflow, sendMessage } from "./workflowCalls";
export * from "./workflowLinks";
