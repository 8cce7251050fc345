import { type Rule } from "../rule";
import { eventbridgeDeadLetters } from "./eventbridge/dead-letters";
import { eventbridgeScheduleExpression } from "./eventbridge/schedule-expression";
import { eventbridgeTargetEventAge } from "./eventbridge/target-event-age";
import { eventbridgeTargetRetries } from "./eventbridge/target-retries";
import { eventbridgeTargets } from "./eventbridge/targets";
import { governanceRegions } from "./governance/regions";
import { governanceRuntimes } from "./governance/runtimes";
import { governanceTags } from "./governance/tags";
import { iamAdministrator } from "./iam/administrator";
import { iamPolicySize } from "./iam/policy-size";
import { iamRolePolicySize } from "./iam/role-policy-size";
import { iamWildcardActions } from "./iam/wildcard-actions";
import { iamWildcardResources } from "./iam/wildcard-resources";
import { lambdaConcurrency } from "./lambda/concurrency";
import { lambdaDeadLetters } from "./lambda/dead-letters";
import { lambdaDefaultMemory } from "./lambda/default-memory";
import { lambdaDefaultTimeout } from "./lambda/default-timeout";
import { lambdaEnvironmentNames } from "./lambda/environment-names";
import { lambdaEnvironmentSize } from "./lambda/environment-size";
import { lambdaEphemeralStorage } from "./lambda/ephemeral-storage";
import { lambdaErrorAlarm } from "./lambda/error-alarm";
import { lambdaEventAge } from "./lambda/event-age";
import { lambdaEventRetries } from "./lambda/event-retries";
import { lambdaImageLayers } from "./lambda/image-layers";
import { lambdaLayers } from "./lambda/layers";
import { lambdaLogGroup } from "./lambda/log-group";
import { lambdaMemory } from "./lambda/memory";
import { lambdaPackageUnzipped } from "./lambda/package-unzipped";
import { lambdaPackageZip } from "./lambda/package-zip";
import { lambdaPermissionSource } from "./lambda/permission-source";
import { lambdaProvisionedConcurrency } from "./lambda/provisioned-concurrency";
import { lambdaRuntimeBlocked } from "./lambda/runtime-blocked";
import { lambdaRuntimeDeprecated } from "./lambda/runtime-deprecated";
import { lambdaRuntimeEnding } from "./lambda/runtime-ending";
import { lambdaSecretNames } from "./lambda/secret-names";
import { lambdaSecretValues } from "./lambda/secret-values";
import { lambdaTimeout } from "./lambda/timeout";
import { lambdaTracing } from "./lambda/tracing";
import { lambdaUrlAuth } from "./lambda/url-auth";
import { lambdaVpcSecurityGroups } from "./lambda/vpc-security-groups";
import { lambdaVpcSubnets } from "./lambda/vpc-subnets";
import { logsRetentionValue } from "./logs/retention-value";
import { logsRetention } from "./logs/retention";
import { s3NotificationOverlap } from "./s3/notification-overlap";
import { s3OneNotification } from "./s3/one-notification";
import { s3PublicAccess } from "./s3/public-access";
import { s3TlsOnly } from "./s3/tls-only";
import { s3TriggerLoop } from "./s3/trigger-loop";
import { schedulerDeadLetters } from "./scheduler/dead-letters";
import { schedulerEventAge } from "./scheduler/event-age";
import { schedulerExpression } from "./scheduler/expression";
import { schedulerFlexibleWindow } from "./scheduler/flexible-window";
import { schedulerRetries } from "./scheduler/retries";
import { schedulerTimezone } from "./scheduler/timezone";
import { sqsDelay } from "./sqs/delay";
import { sqsMessageSize } from "./sqs/message-size";
import { sqsReceiveWait } from "./sqs/receive-wait";
import { sqsRetention } from "./sqs/retention";
import { sqsVisibilityTimeout } from "./sqs/visibility-timeout";
import { nearLimit } from "./near-limit";

/** The rules that watch one matter each. */
const matters: readonly Rule[] = [
  eventbridgeDeadLetters,
  eventbridgeScheduleExpression,
  eventbridgeTargetEventAge,
  eventbridgeTargetRetries,
  eventbridgeTargets,
  governanceRegions,
  governanceRuntimes,
  governanceTags,
  iamAdministrator,
  iamPolicySize,
  iamRolePolicySize,
  iamWildcardActions,
  iamWildcardResources,
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
  lambdaVpcSecurityGroups,
  lambdaVpcSubnets,
  logsRetentionValue,
  logsRetention,
  s3NotificationOverlap,
  s3OneNotification,
  s3PublicAccess,
  s3TlsOnly,
  s3TriggerLoop,
  schedulerDeadLetters,
  schedulerEventAge,
  schedulerExpression,
  schedulerFlexibleWindow,
  schedulerRetries,
  schedulerTimezone,
  sqsDelay,
  sqsMessageSize,
  sqsReceiveWait,
  sqsRetention,
  sqsVisibilityTimeout,
];

/** All rules, in the order of the documentation. */
export const rules: readonly Rule[] = [...matters, nearLimit(matters)];
