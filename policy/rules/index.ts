import { type Rule } from "../rule";
import { acmKey } from "./acm/key";
import { acmValidation } from "./acm/validation";
import { apigatewayAccessLogs } from "./apigateway/access-logs";
import { apigatewayAuthorizerTtl } from "./apigateway/authorizer-ttl";
import { apigatewayAuthorizers } from "./apigateway/authorizers";
import { apigatewayBodyAuthorizer } from "./apigateway/body-authorizer";
import { apigatewayBurstLimit } from "./apigateway/burst-limit";
import { apigatewayCacheEncryption } from "./apigateway/cache-encryption";
import { apigatewayCertificateRegion } from "./apigateway/certificate-region";
import { apigatewayCors } from "./apigateway/cors";
import { apigatewayDataTrace } from "./apigateway/data-trace";
import { apigatewayEdgeTimeout } from "./apigateway/edge-timeout";
import { apigatewayFunctionTimeout } from "./apigateway/function-timeout";
import { apigatewayHttpAccessLogs } from "./apigateway/http-access-logs";
import { apigatewayHttpAuthorizerTtl } from "./apigateway/http-authorizer-ttl";
import { apigatewayHttpAuthorizers } from "./apigateway/http-authorizers";
import { apigatewayHttpCors } from "./apigateway/http-cors";
import { apigatewayHttpIntegrationTimeout } from "./apigateway/http-integration-timeout";
import { apigatewayHttpJsonLogs } from "./apigateway/http-json-logs";
import { apigatewayHttpRoutes } from "./apigateway/http-routes";
import { apigatewayHttpStageVariables } from "./apigateway/http-stage-variables";
import { apigatewayHttpStages } from "./apigateway/http-stages";
import { apigatewayHttpThrottling } from "./apigateway/http-throttling";
import { apigatewayIntegrationTimeout } from "./apigateway/integration-timeout";
import { apigatewayJsonLogs } from "./apigateway/json-logs";
import { apigatewayMethodAuthorizer } from "./apigateway/method-authorizer";
import { apigatewayMtlsBypass } from "./apigateway/mtls-bypass";
import { apigatewayPermission } from "./apigateway/permission";
import { apigatewayPolicySize } from "./apigateway/policy-size";
import { apigatewayPrivatePolicy } from "./apigateway/private-policy";
import { apigatewayRateLimit } from "./apigateway/rate-limit";
import { apigatewayRedeploy } from "./apigateway/redeploy";
import { apigatewayResources } from "./apigateway/resources";
import { apigatewayRouteAuthorizer } from "./apigateway/route-authorizer";
import { apigatewaySecretValues } from "./apigateway/secret-values";
import { apigatewayStageVariableLength } from "./apigateway/stage-variable-length";
import { apigatewayStageVariables } from "./apigateway/stage-variables";
import { apigatewayStages } from "./apigateway/stages";
import { apigatewayThrottling } from "./apigateway/throttling";
import { apigatewayTls } from "./apigateway/tls";
import { apigatewayTracing } from "./apigateway/tracing";
import { apigatewayUsagePlan } from "./apigateway/usage-plan";
import { apigatewayValidation } from "./apigateway/validation";
import { apigatewayVpcEndpoints } from "./apigateway/vpc-endpoints";
import { apigatewayWaf } from "./apigateway/waf";
import { appsyncLogging } from "./appsync/logging";
import { appsyncTracing } from "./appsync/tracing";
import { backupColdStorage } from "./backup/cold-storage";
import { backupPublicPolicy } from "./backup/public-policy";
import { backupRetention } from "./backup/retention";
import { backupSchedule } from "./backup/schedule";
import { backupSelection } from "./backup/selection";
import { cloudfrontAssociations } from "./cloudfront/associations";
import { cloudfrontEdgeLambda } from "./cloudfront/edge-lambda";
import { cloudfrontFunctionRuntime } from "./cloudfront/function-runtime";
import { cloudfrontFunctionSize } from "./cloudfront/function-size";
import { cloudfrontHttps } from "./cloudfront/https";
import { cloudfrontLogging } from "./cloudfront/logging";
import { cloudfrontOriginAccess } from "./cloudfront/origin-access";
import { cloudfrontOriginTls } from "./cloudfront/origin-tls";
import { cloudfrontTls } from "./cloudfront/tls";
import { cloudfrontWaf } from "./cloudfront/waf";
import { cloudwatchAlarmActions } from "./cloudwatch/alarm-actions";
import { cloudwatchAlarmDatapoints } from "./cloudwatch/alarm-datapoints";
import { cloudwatchAlarmPeriod } from "./cloudwatch/alarm-period";
import { cloudwatchAlarmWindow } from "./cloudwatch/alarm-window";
import { cognitoAccessToken } from "./cognito/access-token";
import { cognitoCallbackHttps } from "./cognito/callback-https";
import { cognitoCallbackUrls } from "./cognito/callback-urls";
import { cognitoClassicFlow } from "./cognito/classic-flow";
import { cognitoClientCredentials } from "./cognito/client-credentials";
import { cognitoClientScopes } from "./cognito/client-scopes";
import { cognitoCustomAttributes } from "./cognito/custom-attributes";
import { cognitoDeletionProtection } from "./cognito/deletion-protection";
import { cognitoGuests } from "./cognito/guests";
import { cognitoIdToken } from "./cognito/id-token";
import { cognitoImplicitFlow } from "./cognito/implicit-flow";
import { cognitoLeadingKeys } from "./cognito/leading-keys";
import { cognitoLogoutUrls } from "./cognito/logout-urls";
import { cognitoMfa } from "./cognito/mfa";
import { cognitoPasswordAuth } from "./cognito/password-auth";
import { cognitoPasswordHistory } from "./cognito/password-history";
import { cognitoPasswordLength } from "./cognito/password-length";
import { cognitoPasswordStrength } from "./cognito/password-strength";
import { cognitoRefreshToken } from "./cognito/refresh-token";
import { cognitoRoleTrust } from "./cognito/role-trust";
import { cognitoRoleWildcards } from "./cognito/role-wildcards";
import { cognitoScopes } from "./cognito/scopes";
import { cognitoSession } from "./cognito/session";
import { cognitoTemporaryPassword } from "./cognito/temporary-password";
import { cognitoThreatProtection } from "./cognito/threat-protection";
import { cognitoTier } from "./cognito/tier";
import { cognitoTriggerPermission } from "./cognito/trigger-permission";
import { cognitoTriggerTimeout } from "./cognito/trigger-timeout";
import { cognitoUserExistence } from "./cognito/user-existence";
import { daxAvailability } from "./dax/availability";
import { daxEncryption } from "./dax/encryption";
import { daxNodes } from "./dax/nodes";
import { daxSubnets } from "./dax/subnets";
import { daxTls } from "./dax/tls";
import { dynamodbAccountReadCapacity } from "./dynamodb/account-read-capacity";
import { dynamodbAccountWriteCapacity } from "./dynamodb/account-write-capacity";
import { dynamodbDeletionProtection } from "./dynamodb/deletion-protection";
import { dynamodbGlobalIndexes } from "./dynamodb/global-indexes";
import { dynamodbIndexKeys } from "./dynamodb/index-keys";
import { dynamodbKeys } from "./dynamodb/keys";
import { dynamodbLocalIndexes } from "./dynamodb/local-indexes";
import { dynamodbName } from "./dynamodb/name";
import { dynamodbPublicPolicy } from "./dynamodb/public-policy";
import { dynamodbReadCapacity } from "./dynamodb/read-capacity";
import { dynamodbRecovery } from "./dynamodb/recovery";
import { dynamodbRecoveryDays } from "./dynamodb/recovery-days";
import { dynamodbReplicaCapacity } from "./dynamodb/replica-capacity";
import { dynamodbReplicaStream } from "./dynamodb/replica-stream";
import { dynamodbScaling } from "./dynamodb/scaling";
import { dynamodbStreamReaders } from "./dynamodb/stream-readers";
import { dynamodbStrongConsistency } from "./dynamodb/strong-consistency";
import { dynamodbTtlKey } from "./dynamodb/ttl-key";
import { dynamodbWriteCapacity } from "./dynamodb/write-capacity";
import { ec2LaunchTemplateUserData } from "./ec2/launch-template-user-data";
import { ec2UserData } from "./ec2/user-data";
import { ecsSecretValues } from "./ecs/secret-values";
import { elasticacheEncryption } from "./elasticache/encryption";
import { elasticachePasswords } from "./elasticache/passwords";
import { elasticacheSnapshots } from "./elasticache/snapshots";
import { elasticacheTransitEncryption } from "./elasticache/transit-encryption";
import { eventbridgeDeadLetters } from "./eventbridge/dead-letters";
import { eventbridgeInput } from "./eventbridge/input";
import { eventbridgePublicPolicy } from "./eventbridge/public-policy";
import { eventbridgeRules } from "./eventbridge/rules";
import { eventbridgeScheduleExpression } from "./eventbridge/schedule-expression";
import { eventbridgeTargetEventAge } from "./eventbridge/target-event-age";
import { eventbridgeTargetRetries } from "./eventbridge/target-retries";
import { eventbridgeTargets } from "./eventbridge/targets";
import { governanceRegions } from "./governance/regions";
import { governanceRuntimes } from "./governance/runtimes";
import { governanceTags } from "./governance/tags";
import { iamAdministrator } from "./iam/administrator";
import { iamManagedPolicies } from "./iam/managed-policies";
import { iamPolicySize } from "./iam/policy-size";
import { iamRolePolicySize } from "./iam/role-policy-size";
import { iamWildcardActions } from "./iam/wildcard-actions";
import { iamWildcardResources } from "./iam/wildcard-resources";
import { kinesisEncryption } from "./kinesis/encryption";
import { kinesisPublicPolicy } from "./kinesis/public-policy";
import { kinesisReaders } from "./kinesis/readers";
import { kinesisRecordSize } from "./kinesis/record-size";
import { kinesisRetention } from "./kinesis/retention";
import { kmsDeletionWindow } from "./kms/deletion-window";
import { kmsPublicPolicy } from "./kms/public-policy";
import { kmsRotation } from "./kms/rotation";
import { kmsRotationPeriod } from "./kms/rotation-period";
import { lambdaBatchSize } from "./lambda/batch-size";
import { lambdaBatchWindow } from "./lambda/batch-window";
import { lambdaConcurrency } from "./lambda/concurrency";
import { lambdaDeadLetters } from "./lambda/dead-letters";
import { lambdaDefaultMemory } from "./lambda/default-memory";
import { lambdaDefaultTimeout } from "./lambda/default-timeout";
import { lambdaEnvironmentNames } from "./lambda/environment-names";
import { lambdaEnvironmentSize } from "./lambda/environment-size";
import { lambdaEphemeralStorage } from "./lambda/ephemeral-storage";
import { lambdaErrorAlarm } from "./lambda/error-alarm";
import { lambdaEventAge } from "./lambda/event-age";
import { lambdaEventFilters } from "./lambda/event-filters";
import { lambdaEventRetries } from "./lambda/event-retries";
import { lambdaImageLayers } from "./lambda/image-layers";
import { lambdaLatestRuntime } from "./lambda/latest-runtime";
import { lambdaLayers } from "./lambda/layers";
import { lambdaLogGroup } from "./lambda/log-group";
import { lambdaMemory } from "./lambda/memory";
import { lambdaPackageUnzipped } from "./lambda/package-unzipped";
import { lambdaLayerZip, lambdaPackageZip } from "./lambda/package-zip";
import { lambdaPermissionAccount } from "./lambda/permission-account";
import { lambdaPermissionSource } from "./lambda/permission-source";
import { lambdaProvisionedConcurrency } from "./lambda/provisioned-concurrency";
import { lambdaQueueBatch } from "./lambda/queue-batch";
import { lambdaQueueConcurrency } from "./lambda/queue-concurrency";
import { lambdaQueueConcurrencySum } from "./lambda/queue-concurrency-sum";
import { lambdaQueueVisibility } from "./lambda/queue-visibility";
import { lambdaQueueVisibilityMargin } from "./lambda/queue-visibility-margin";
import { lambdaRuntimeBlocked } from "./lambda/runtime-blocked";
import { lambdaRuntimeDeprecated } from "./lambda/runtime-deprecated";
import { lambdaRuntimeEnding } from "./lambda/runtime-ending";
import { lambdaSecretNames } from "./lambda/secret-names";
import { lambdaSecretValues } from "./lambda/secret-values";
import { lambdaSnapstart } from "./lambda/snapstart";
import { lambdaStreamFailures } from "./lambda/stream-failures";
import { lambdaStreamParallelization } from "./lambda/stream-parallelization";
import { lambdaStreamPosition } from "./lambda/stream-position";
import { lambdaStreamRecordAge } from "./lambda/stream-record-age";
import { lambdaStreamRetries } from "./lambda/stream-retries";
import { lambdaTimeout } from "./lambda/timeout";
import { lambdaTracing } from "./lambda/tracing";
import { lambdaTumblingWindow } from "./lambda/tumbling-window";
import { lambdaUrlAuth } from "./lambda/url-auth";
import { lambdaUrlCors } from "./lambda/url-cors";
import { lambdaUrlPermission } from "./lambda/url-permission";
import { lambdaVpcSecurityGroups } from "./lambda/vpc-security-groups";
import { lambdaVpcSubnets } from "./lambda/vpc-subnets";
import { logsRetention } from "./logs/retention";
import { logsRetentionValue } from "./logs/retention-value";
import { nearLimit } from "./near-limit";
import { rdsClusterBackups } from "./rds/cluster-backups";
import { rdsClusterDeletionProtection } from "./rds/cluster-deletion-protection";
import { rdsClusterEncryption } from "./rds/cluster-encryption";
import { rdsClusterIamAuthentication } from "./rds/cluster-iam-authentication";
import { rdsClusterPublicAccess } from "./rds/cluster-public-access";
import { rdsInstanceBackups } from "./rds/instance-backups";
import { rdsInstanceDeletionProtection } from "./rds/instance-deletion-protection";
import { rdsInstanceEncryption } from "./rds/instance-encryption";
import { rdsInstanceIamAuthentication } from "./rds/instance-iam-authentication";
import { rdsInstanceRecovery } from "./rds/instance-recovery";
import { rdsLambdaPath } from "./rds/lambda-path";
import { rdsPasswords } from "./rds/passwords";
import { rdsProxyAuth } from "./rds/proxy-auth";
import { rdsProxyBorrowTimeout } from "./rds/proxy-borrow-timeout";
import { rdsProxyBudget } from "./rds/proxy-budget";
import { rdsProxyConnections } from "./rds/proxy-connections";
import { rdsProxyIdleTimeout } from "./rds/proxy-idle-timeout";
import { rdsProxyNetwork } from "./rds/proxy-network";
import { rdsProxyTls } from "./rds/proxy-tls";
import { rdsProxyZones } from "./rds/proxy-zones";
import { rdsPublicAccess } from "./rds/public-access";
import { rdsServerlessCapacity } from "./rds/serverless-capacity";
import { s3AbortedUploads } from "./s3/aborted-uploads";
import { s3AccessLogs } from "./s3/access-logs";
import { s3BucketKey } from "./s3/bucket-key";
import { s3ExpirationOrder } from "./s3/expiration-order";
import { s3FifoTarget } from "./s3/fifo-target";
import { s3LogLoop } from "./s3/log-loop";
import { s3NotificationOverlap } from "./s3/notification-overlap";
import { s3OneNotification } from "./s3/one-notification";
import { s3PublicAccess } from "./s3/public-access";
import { s3PublicAcl } from "./s3/public-acl";
import { s3PublicPolicy } from "./s3/public-policy";
import { s3ReplicationVersioning } from "./s3/replication-versioning";
import { s3TlsOnly } from "./s3/tls-only";
import { s3TransitionDays } from "./s3/transition-days";
import { s3TriggerLoop } from "./s3/trigger-loop";
import { s3TriggerPermission } from "./s3/trigger-permission";
import { s3VersionsExpire } from "./s3/versions-expire";
import { schedulerDeadLetters } from "./scheduler/dead-letters";
import { schedulerEventAge } from "./scheduler/event-age";
import { schedulerExpression } from "./scheduler/expression";
import { schedulerFlexibleWindow } from "./scheduler/flexible-window";
import { schedulerName } from "./scheduler/name";
import { schedulerRetries } from "./scheduler/retries";
import { schedulerTimezone } from "./scheduler/timezone";
import { secretsmanagerPublicPolicy } from "./secretsmanager/public-policy";
import { secretsmanagerRecoveryWindow } from "./secretsmanager/recovery-window";
import { secretsmanagerRotation } from "./secretsmanager/rotation";
import { snsEncryption } from "./sns/encryption";
import { snsPublicPolicy } from "./sns/public-policy";
import { snsRedrive } from "./sns/redrive";
import { snsTlsOnly } from "./sns/tls-only";
import { sqsDeadLetterType } from "./sqs/dead-letter-type";
import { sqsDeadLetters } from "./sqs/dead-letters";
import { sqsDelay } from "./sqs/delay";
import { sqsEncryption } from "./sqs/encryption";
import { sqsMessageSize } from "./sqs/message-size";
import { sqsPublicPolicy } from "./sqs/public-policy";
import { sqsReceiveWait } from "./sqs/receive-wait";
import { sqsRetention } from "./sqs/retention";
import { sqsTlsOnly } from "./sqs/tls-only";
import { sqsVisibilityTimeout } from "./sqs/visibility-timeout";
import { ssmSecretValues } from "./ssm/secret-values";
import { statesDefinition } from "./states/definition";
import { statesExpress } from "./states/express";
import { statesLogDestination } from "./states/log-destination";
import { statesLogging } from "./states/logging";
import { statesName } from "./states/name";
import { statesTracing } from "./states/tracing";
import { wafHttpApi } from "./waf/http-api";
import { wafLogName } from "./waf/log-name";
import { wafLogging } from "./waf/logging";
import { wafMetrics } from "./waf/metrics";
import { wafRules } from "./waf/rules";
import { wafScope } from "./waf/scope";

/** The rules that watch one matter each. */
const matters: readonly Rule[] = [
  acmKey,
  acmValidation,
  apigatewayAccessLogs,
  apigatewayAuthorizerTtl,
  apigatewayAuthorizers,
  apigatewayBodyAuthorizer,
  apigatewayBurstLimit,
  apigatewayCacheEncryption,
  apigatewayCertificateRegion,
  apigatewayCors,
  apigatewayDataTrace,
  apigatewayEdgeTimeout,
  apigatewayFunctionTimeout,
  apigatewayHttpAccessLogs,
  apigatewayHttpAuthorizerTtl,
  apigatewayHttpAuthorizers,
  apigatewayHttpCors,
  apigatewayHttpIntegrationTimeout,
  apigatewayHttpJsonLogs,
  apigatewayHttpRoutes,
  apigatewayHttpStageVariables,
  apigatewayHttpStages,
  apigatewayHttpThrottling,
  apigatewayIntegrationTimeout,
  apigatewayJsonLogs,
  apigatewayMethodAuthorizer,
  apigatewayMtlsBypass,
  apigatewayPermission,
  apigatewayPolicySize,
  apigatewayPrivatePolicy,
  apigatewayRateLimit,
  apigatewayRedeploy,
  apigatewayResources,
  apigatewayRouteAuthorizer,
  apigatewaySecretValues,
  apigatewayStageVariableLength,
  apigatewayStageVariables,
  apigatewayStages,
  apigatewayThrottling,
  apigatewayTls,
  apigatewayTracing,
  apigatewayUsagePlan,
  apigatewayValidation,
  apigatewayVpcEndpoints,
  apigatewayWaf,
  backupColdStorage,
  backupPublicPolicy,
  backupRetention,
  backupSchedule,
  backupSelection,
  cloudwatchAlarmActions,
  cloudwatchAlarmDatapoints,
  cloudwatchAlarmPeriod,
  cloudwatchAlarmWindow,
  cognitoAccessToken,
  cognitoCallbackHttps,
  cognitoCallbackUrls,
  cognitoClassicFlow,
  cognitoClientCredentials,
  cognitoClientScopes,
  cognitoCustomAttributes,
  cognitoDeletionProtection,
  cognitoGuests,
  cognitoIdToken,
  cognitoImplicitFlow,
  cognitoLeadingKeys,
  cognitoLogoutUrls,
  cognitoMfa,
  cognitoPasswordAuth,
  cognitoPasswordHistory,
  cognitoPasswordLength,
  cognitoPasswordStrength,
  cognitoRefreshToken,
  cognitoRoleTrust,
  cognitoRoleWildcards,
  cognitoScopes,
  cognitoSession,
  cognitoTemporaryPassword,
  cognitoThreatProtection,
  cognitoTier,
  cognitoTriggerPermission,
  cognitoTriggerTimeout,
  cognitoUserExistence,
  daxAvailability,
  daxEncryption,
  daxNodes,
  daxSubnets,
  daxTls,
  dynamodbAccountReadCapacity,
  dynamodbAccountWriteCapacity,
  dynamodbDeletionProtection,
  dynamodbGlobalIndexes,
  dynamodbIndexKeys,
  dynamodbKeys,
  dynamodbLocalIndexes,
  dynamodbName,
  dynamodbPublicPolicy,
  dynamodbReadCapacity,
  dynamodbRecoveryDays,
  dynamodbRecovery,
  dynamodbReplicaCapacity,
  dynamodbReplicaStream,
  dynamodbScaling,
  dynamodbStreamReaders,
  dynamodbStrongConsistency,
  dynamodbTtlKey,
  dynamodbWriteCapacity,
  ec2LaunchTemplateUserData,
  ec2UserData,
  ecsSecretValues,
  eventbridgeDeadLetters,
  eventbridgeScheduleExpression,
  eventbridgeTargetEventAge,
  eventbridgeTargetRetries,
  eventbridgeTargets,
  eventbridgeInput,
  eventbridgePublicPolicy,
  eventbridgeRules,
  governanceRegions,
  governanceRuntimes,
  governanceTags,
  iamAdministrator,
  iamPolicySize,
  iamRolePolicySize,
  iamWildcardActions,
  iamWildcardResources,
  iamManagedPolicies,
  kinesisEncryption,
  kinesisPublicPolicy,
  kinesisReaders,
  kinesisRecordSize,
  kinesisRetention,
  kmsDeletionWindow,
  kmsPublicPolicy,
  kmsRotationPeriod,
  kmsRotation,
  lambdaConcurrency,
  lambdaDeadLetters,
  lambdaDefaultMemory,
  lambdaDefaultTimeout,
  lambdaEnvironmentNames,
  lambdaEnvironmentSize,
  lambdaEphemeralStorage,
  lambdaErrorAlarm,
  lambdaEventAge,
  lambdaEventRetries,
  lambdaImageLayers,
  lambdaLayers,
  lambdaLogGroup,
  lambdaMemory,
  lambdaPackageUnzipped,
  lambdaPackageZip,
  lambdaLayerZip,
  lambdaPermissionSource,
  lambdaProvisionedConcurrency,
  lambdaRuntimeBlocked,
  lambdaRuntimeDeprecated,
  lambdaRuntimeEnding,
  lambdaSecretNames,
  lambdaSecretValues,
  lambdaTimeout,
  lambdaTracing,
  lambdaUrlAuth,
  lambdaUrlCors,
  lambdaVpcSecurityGroups,
  lambdaVpcSubnets,
  lambdaBatchSize,
  lambdaBatchWindow,
  lambdaEventFilters,
  lambdaLatestRuntime,
  lambdaPermissionAccount,
  lambdaQueueBatch,
  lambdaQueueConcurrencySum,
  lambdaQueueConcurrency,
  lambdaQueueVisibilityMargin,
  lambdaQueueVisibility,
  lambdaSnapstart,
  lambdaStreamFailures,
  lambdaStreamParallelization,
  lambdaStreamPosition,
  lambdaStreamRecordAge,
  lambdaStreamRetries,
  lambdaTumblingWindow,
  lambdaUrlPermission,
  logsRetentionValue,
  logsRetention,
  s3AbortedUploads,
  s3AccessLogs,
  s3BucketKey,
  s3ExpirationOrder,
  s3FifoTarget,
  s3LogLoop,
  s3NotificationOverlap,
  s3OneNotification,
  s3PublicAccess,
  s3PublicAcl,
  s3PublicPolicy,
  s3ReplicationVersioning,
  s3TlsOnly,
  s3TransitionDays,
  s3TriggerLoop,
  s3TriggerPermission,
  s3VersionsExpire,
  schedulerDeadLetters,
  schedulerEventAge,
  schedulerExpression,
  schedulerFlexibleWindow,
  schedulerRetries,
  schedulerTimezone,
  schedulerName,
  secretsmanagerPublicPolicy,
  secretsmanagerRecoveryWindow,
  secretsmanagerRotation,
  snsPublicPolicy,
  snsEncryption,
  snsRedrive,
  snsTlsOnly,
  sqsDelay,
  sqsMessageSize,
  sqsPublicPolicy,
  sqsReceiveWait,
  sqsRetention,
  sqsVisibilityTimeout,
  sqsDeadLetterType,
  sqsDeadLetters,
  sqsEncryption,
  sqsTlsOnly,
  ssmSecretValues,
  wafHttpApi,
  wafLogName,
  wafLogging,
  wafMetrics,
  wafRules,
  wafScope,
  appsyncLogging,
  appsyncTracing,
  cloudfrontAssociations,
  cloudfrontEdgeLambda,
  cloudfrontFunctionRuntime,
  cloudfrontFunctionSize,
  cloudfrontHttps,
  cloudfrontLogging,
  cloudfrontOriginAccess,
  cloudfrontOriginTls,
  cloudfrontTls,
  cloudfrontWaf,
  elasticacheEncryption,
  elasticachePasswords,
  elasticacheSnapshots,
  elasticacheTransitEncryption,
  rdsClusterBackups,
  rdsClusterDeletionProtection,
  rdsClusterEncryption,
  rdsClusterIamAuthentication,
  rdsClusterPublicAccess,
  rdsInstanceBackups,
  rdsInstanceDeletionProtection,
  rdsInstanceEncryption,
  rdsInstanceIamAuthentication,
  rdsInstanceRecovery,
  rdsLambdaPath,
  rdsPasswords,
  rdsProxyAuth,
  rdsProxyBorrowTimeout,
  rdsProxyBudget,
  rdsProxyConnections,
  rdsProxyIdleTimeout,
  rdsProxyNetwork,
  rdsProxyTls,
  rdsProxyZones,
  rdsPublicAccess,
  rdsServerlessCapacity,
  statesDefinition,
  statesExpress,
  statesLogDestination,
  statesLogging,
  statesName,
  statesTracing,
];

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [...matters, nearLimit(matters)];
