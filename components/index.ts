/** Headroom's components: serverless patterns on AWS, and the building blocks they share. */
export {
  readThroughBounds,
  tableExportBounds,
  thumbnailerBounds,
  ticketNumbersBounds,
  usageReportBounds,
  usersApiBounds,
} from "../limits/bounds";
export * from "./storage/accessLogs";
export * from "./patterns/accountTransfers";
export * from "./patterns/accountTransfersArgs";
export { accountTransfersProblems } from "./patterns/accountTransfersCheck";
export { type AlarmArgs } from "./core/alarms";
export { Architecture } from "./core/architecture";
export { type BackupArgs, backupDefaults, type BackupPlanArgs } from "./dynamodb/backupPlanArgs";
export { BackupPlan } from "./dynamodb/backupPlan";
export * from "./storage/bucket";
export * from "./storage/bucketArgs";
export { expirationProblems, bucketProblems } from "./storage/bucketCheck";
export * from "./storage/notifications";
export * from "./storage/notificationsArgs";
export { bucketNotificationsProblems } from "./storage/notificationsCheck";
export * from "./patterns/cachedItems";
export * from "./patterns/changeLog";
export * from "./api/rest/api";
export * from "./api/rest/account";
export * from "./api/rest/args";
export { type DirectIntegration, type DirectResponse } from "./api/rest/direct";
export * from "./api/rest/dynamodb";
export * from "./api/rest/kinesis";
export { ArgumentError, type Problem } from "./core/check";
export { type SecretTarget, type ValueLinkArgs, readParameter, readSecret } from "./config/links";
export { Parameter } from "./config/parameter";
export { Secret } from "./config/secret";
export { type ParameterArgs, type SecretArgs, secretDefaults } from "./config/secretArgs";
export { type DomainArgs } from "./core/domain";
export { type Tags } from "./core/tags";
export { ChecksumLanguage, Checksums, type ChecksumsArgs, checksumsDefaults } from "./patterns/checksums";
export * from "./patterns/cleanLogs";
export * from "./patterns/cleanLogsArgs";
export { cleanLogsProblems } from "./patterns/cleanLogsCheck";
export { CloudFrontFunction, type CloudFrontFunctionArgs } from "./edge/cloudFrontFunction";
export * from "./network/connection";
export { Database, type SignInAs } from "./database/database";
export { type DatabaseArgs, databaseDefaults, DatabaseKind } from "./database/args";
export { ConnectionBudget } from "./database/budget";
export * from "./database/calls";
export * from "./database/callsArgs";
export { databaseCallsProblems } from "./database/callsCheck";
export * from "./database/migrations";
export * from "./database/migrationsArgs";
export { databaseMigrationsProblems } from "./database/migrationsCheck";
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
export * from "./events/ruleArgs";
export { eventRuleProblems } from "./events/ruleCheck";
export * from "./events/stream";
export * from "./events/streamArgs";
export { eventStreamProblems } from "./events/streamCheck";
export * from "./function/function";
export { type AliasArgs, type FunctionArgs, type FunctionBaseArgs, RecursiveLoop } from "./function/args";
export * from "./api/http/httpApi";
export * from "./api/http/args";
export { userPoolTokens } from "./api/http/authorizers";
export * from "./identity/groupScopes";
export * from "./identity/identityPool";
export * from "./identity/identityPoolArgs";
export { identityPoolProblems } from "./identity/identityPoolCheck";
export * from "./api/jwtAuthorizer";
export * from "./api/jwtAuthorizerArgs";
export { jwtAuthorizerProblems } from "./api/jwtAuthorizerCheck";
export { LanguageFunction, type LanguageFunctionArgs } from "./function/languageFunction";
export { NativePlatform, type NodeFunctionArgs, type PatternFunctionArgs } from "./function/nodeFunctionArgs";
export { NodeFunction, ownHandler } from "./function/nodeFunction";
export { type Callee, type FunctionTarget } from "./function/target";
export * from "./dynamodb/globalTable";
export * from "./dynamodb/globalTableArgs";
export { globalTableProblems, replicaProblems } from "./dynamodb/globalTableCheck";
export * from "./network/place";
export * from "./core/permissions";
export { findAccountId as accountOf } from "./core/permissions";
export * from "./network/privateNetwork";
export { privateNetworkProblems } from "./network/check";
export * from "./network/args";
export * from "./patterns/paymentLedger";
export * from "./patterns/paymentLedgerArgs";
export { paymentLedgerProblems } from "./patterns/paymentLedgerCheck";
export * from "./events/queue";
export * from "./events/queueArgs";
export { queueProblems } from "./events/queueCheck";
export * from "./events/queueConsumer";
export * from "./events/queueConsumerArgs";
export { queueConsumerProblems } from "./events/queueConsumerCheck";
export * from "./patterns/readThroughItems";
export * from "./identity/rowLevelSecurity";
export * from "./events/scheduledJob";
export * from "./events/scheduledJobArgs";
export { scheduleProblems, scheduledFunctionProblems } from "./events/scheduledJobCheck";
export { ServerlessCache } from "./cache/serverlessCache";
export { type ServerlessCacheArgs, serverlessCacheDefaults } from "./cache/serverlessCacheArgs";
export * from "./events/streamConsumer";
export { StartingPosition, type StreamReaderArgs, streamReaderDefaults } from "./events/streamReaderArgs";
export * from "./dynamodb/table";
export * from "./dynamodb/args";
export * from "./dynamodb/consumer";
export * from "./patterns/tableExport";
export * from "./patterns/tableExportArgs";
export { tableExportProblems } from "./patterns/tableExportCheck";
export * from "./dynamodb/links";
export * from "./patterns/thumbnailer";
export * from "./patterns/thumbnailerArgs";
export { thumbnailerProblems } from "./patterns/thumbnailerCheck";
export * from "./patterns/ticketNumbers";
export { Language } from "./packaging/toolchains";
export * from "./events/topicArgs";
export { topicProblems } from "./events/topicCheck";
export * from "./events/topic";
export * from "./events/topicConsumer";
export * from "./events/topicConsumerArgs";
export { topicConsumerProblems } from "./events/topicConsumerCheck";
export * from "./patterns/usageReport";
export * from "./patterns/usersApi";
export * from "./patterns/usersApiArgs";
export { usersApiProblems } from "./patterns/usersApiCheck";
export {
  type SignInArgs,
  TokenVerifier,
  TokenVerifier as TokenJudge,
  type UsersScopes,
} from "./patterns/usersApiSignIn";
export * from "./identity/userPool";
export * from "./identity/userPoolArgs";
export { findTier as tierOf } from "./identity/userPoolArgs";
export {
  AuthFlow,
  clientDefaults,
  type OAuthArgs,
  OAuthFlow,
  standardAttributes,
  type UserPoolClientArgs,
} from "./identity/userPoolClientArgs";
export * from "./edge/webAcl";
export * from "./edge/webAclArgs";
export { webAclProblems } from "./edge/webAclCheck";
export { OrderWorkflow } from "./patterns/orderWorkflow";
export { type OrderWorkflowArgs, orderWorkflowDefaults } from "./patterns/orderWorkflowArgs";
export * from "./api/rest/workflow";
export * from "./workflow/workflow";
export * from "./workflow/args";
export { type BusEventArgs, publishMessage, putEvent, runWorkflow, sendMessage } from "./workflow/calls";
export * from "./workflow/links";
