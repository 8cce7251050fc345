/** Headroom's components: serverless patterns on AWS, and the building blocks they share. */
export * from "./storage/accessLogs";
export * from "./patterns/accountTransfers";
export { type AlarmArgs } from "./core/alarms";
export { Architecture } from "./core/architecture";
export { type BackupArgs, backupDefaults, BackupPlan, type BackupPlanArgs } from "./dynamodb/backupPlan";
export * from "./storage/bucket";
export * from "./storage/notifications";
export * from "./patterns/cachedItems";
export * from "./patterns/changeLog";
export * from "./api/rest/api";
export * from "./api/rest/account";
export * from "./api/rest/args";
export { type DirectIntegration, type DirectResponse } from "./api/rest/direct";
export * from "./api/rest/dynamodb";
export * from "./api/rest/kinesis";
export { ArgumentError, type Problem } from "./core/check";
export { type DomainArgs } from "./core/domain";
export { type Tags } from "./core/tags";
export { ChecksumLanguage, Checksums, type ChecksumsArgs, checksumsDefaults } from "./patterns/checksums";
export * from "./patterns/cleanLogs";
export { CloudFrontFunction, type CloudFrontFunctionArgs } from "./edge/cloudFrontFunction";
export * from "./network/connection";
export { Database, type SignInAs } from "./database/database";
export { type DatabaseArgs, databaseDefaults, DatabaseKind } from "./database/args";
export { ConnectionBudget } from "./database/budget";
export * from "./database/calls";
export * from "./database/migrations";
export { DatabaseEvents, databaseEventsDefaults } from "./database/events";
export {
  DatabaseEventCategory,
  type DatabaseEventsArgs,
  type DatabaseEventSourceArgs,
  DatabaseSourceType,
  eventCategories,
} from "./database/eventsArgs";
export * from "./cache/daxArgs";
export { daxProblems } from "./cache/daxCheck";
export * from "./cache/daxCluster";
export * from "./cache/daxLinks";
export { DeadLetterQueue, type DeadLetterQueueArgs } from "./function/deadLetterQueue";
export { Distribution } from "./edge/distribution";
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
} from "./edge/distributionArgs";
export { type EdgeSettings } from "./edge/edgeBundle";
export * from "./edge/edgeEvents";
export { EdgeFunction } from "./edge/edgeFunction";
export { type EdgeFunctionArgs, edgeFunctionDefaults } from "./edge/edgeFunctionArgs";
export * from "./events/rule";
export * from "./events/stream";
export * from "./function/function";
export { type AliasArgs, type FunctionArgs, type FunctionBaseArgs, RecursiveLoop } from "./function/args";
export * from "./api/http/httpApi";
export * from "./api/http/args";
export { userPoolTokens } from "./api/http/authorizers";
export * from "./identity/groupScopes";
export * from "./identity/identityPool";
export * from "./api/jwtAuthorizer";
export { LanguageFunction, type LanguageFunctionArgs } from "./function/languageFunction";
export {
  NativePlatform,
  NodeFunction,
  type NodeFunctionArgs,
  ownHandler,
  type PatternFunctionArgs,
} from "./function/nodeFunction";
export * from "./dynamodb/globalTable";
export * from "./network/place";
export * from "./core/permissions";
export * from "./network/privateNetwork";
export * from "./network/args";
export * from "./patterns/paymentLedger";
export * from "./events/queue";
export * from "./events/queueConsumer";
export * from "./patterns/readThroughItems";
export * from "./identity/rowLevelSecurity";
export * from "./events/scheduledJob";
export { ServerlessCache } from "./cache/serverlessCache";
export { type ServerlessCacheArgs, serverlessCacheDefaults } from "./cache/serverlessCacheArgs";
export * from "./events/streamConsumer";
export { StartingPosition, type StreamReaderArgs, streamReaderDefaults } from "./events/streamReader";
export * from "./dynamodb/table";
export * from "./dynamodb/args";
export * from "./dynamodb/consumer";
export * from "./patterns/tableExport";
export * from "./dynamodb/links";
export * from "./patterns/thumbnailer";
export * from "./patterns/ticketNumbers";
export { Language } from "./packaging/toolchains";
export * from "./events/topic";
export * from "./events/topicConsumer";
export * from "./patterns/usageReport";
export * from "./patterns/usersApi";
export {
  type SignInArgs,
  TokenVerifier,
  TokenVerifier as TokenJudge,
  type UsersScopes,
} from "./patterns/usersApiSignIn";
export * from "./identity/userPool";
export * from "./identity/userPoolArgs";
export {
  AuthFlow,
  clientDefaults,
  type OAuthArgs,
  OAuthFlow,
  standardAttributes,
  type UserPoolClientArgs,
} from "./identity/userPoolClientArgs";
export * from "./edge/webAcl";
export { OrderWorkflow, type OrderWorkflowArgs, orderWorkflowDefaults } from "./patterns/orderWorkflow";
export * from "./api/rest/workflow";
export * from "./workflow/workflow";
export * from "./workflow/args";
export { type BusEventArgs, publishMessage, putEvent, runWorkflow, sendMessage } from "./workflow/calls";
export * from "./workflow/links";
