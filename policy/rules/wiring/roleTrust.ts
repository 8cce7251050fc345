import { wellArchitected } from "../../frame/controls";
import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";
import { mayAssume } from "../../readings/wiring";
import { groundedLevel } from "./joins";
import { subscriptionFilter } from "./rights";

/** A role that a resource hands to a service. */
interface Handed {
  /** The service of the rule `<service>-role-trust`. */
  readonly rule: string;
  readonly roles: readonly (readonly [type: string, ...path: readonly string[]])[];
  /** The principal that has to be able to assume it. */
  readonly service: string;
  /** Whether AWS refuses the resource otherwise; elsewhere it is taken, and nothing works. */
  readonly refused: boolean;
  readonly page: string;
}

const guide = "https://docs.aws.amazon.com";

const table: readonly Handed[] = [
  {
    rule: "lambda",
    roles: [[types.function, "role"]],
    service: "lambda.amazonaws.com",
    refused: true,
    page: `${guide}/lambda/latest/dg/lambda-intro-execution-role.html`,
  },
  {
    rule: "states",
    roles: [[types.stateMachine, "roleArn"]],
    service: "states.amazonaws.com",
    refused: true,
    page: `${guide}/step-functions/latest/dg/procedure-create-iam-role.html`,
  },
  {
    rule: "scheduler",
    roles: [[types.schedule, "target", "roleArn"]],
    service: "scheduler.amazonaws.com",
    refused: true,
    page: `${guide}/scheduler/latest/UserGuide/setting-up.html#setting-up-execution-role`,
  },
  {
    rule: "pipes",
    roles: [[types.pipe, "roleArn"]],
    service: "pipes.amazonaws.com",
    refused: true,
    page: `${guide}/eventbridge/latest/userguide/eb-pipes-permissions.html`,
  },
  {
    rule: "rds-proxy",
    roles: [[types.dbProxy, "roleArn"]],
    service: "rds.amazonaws.com",
    refused: false,
    page: `${guide}/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html`,
  },
  {
    rule: "rds",
    roles: [
      [types.dbClusterRole, "roleArn"],
      [types.dbInstanceRole, "roleArn"],
    ],
    service: "rds.amazonaws.com",
    refused: false,
    page: `${guide}/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Integrating.Authorizing.IAM.html`,
  },
  {
    rule: "eventbridge",
    roles: [[types.eventTarget, "roleArn"]],
    service: "events.amazonaws.com",
    refused: false,
    page: `${guide}/eventbridge/latest/userguide/eb-use-identity-based.html`,
  },
  {
    rule: "apigateway",
    roles: [
      [types.apiIntegration, "credentials"],
      [types.apiAuthorizer, "authorizerCredentials"],
      [types.httpIntegration, "credentialsArn"],
      [types.httpAuthorizer, "authorizerCredentialsArn"],
    ],
    service: "apigateway.amazonaws.com",
    refused: false,
    page: `${guide}/apigateway/latest/developerguide/permissions.html`,
  },
  {
    rule: "apigateway-account",
    roles: [["aws:apigateway/account:Account", "cloudwatchRoleArn"]],
    service: "apigateway.amazonaws.com",
    refused: true,
    page: `${guide}/apigateway/latest/developerguide/set-up-logging.html`,
  },
  {
    rule: "appsync",
    roles: [
      ["aws:appsync/dataSource:DataSource", "serviceRoleArn"],
      [types.graphqlApi, "logConfig", "cloudwatchLogsRoleArn"],
    ],
    service: "appsync.amazonaws.com",
    refused: false,
    page: `${guide}/appsync/latest/devguide/attaching-a-data-source.html`,
  },
  {
    rule: "backup",
    roles: [[types.backupSelection, "iamRoleArn"]],
    service: "backup.amazonaws.com",
    refused: false,
    page: `${guide}/aws-backup/latest/devguide/iam-service-roles.html`,
  },
  {
    rule: "s3-replication",
    roles: [[types.bucketReplication, "role"]],
    service: "s3.amazonaws.com",
    refused: false,
    page: `${guide}/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html`,
  },
  {
    rule: "logs-subscription",
    roles: [
      [subscriptionFilter, "roleArn"],
      ["aws:cloudwatch/logDestination:LogDestination", "roleArn"],
    ],
    service: "logs.amazonaws.com",
    refused: true,
    page: `${guide}/AmazonCloudWatch/latest/logs/SubscriptionFilters.html`,
  },
  {
    rule: "dax",
    roles: [[types.daxCluster, "iamRoleArn"]],
    service: "dax.amazonaws.com",
    refused: false,
    page: `${guide}/amazondynamodb/latest/developerguide/DAX.access-control.html`,
  },
  {
    rule: "sns",
    roles: [
      [types.topicSubscription, "subscriptionRoleArn"],
      ...["application", "firehose", "http", "lambda", "sqs"].flatMap((protocol) =>
        ["Success", "Failure"].map((kind) => [types.topic, `${protocol}${kind}FeedbackRoleArn`] as const),
      ),
    ],
    service: "sns.amazonaws.com",
    refused: false,
    page: `${guide}/sns/latest/dg/sns-topic-attributes.html`,
  },
  {
    rule: "cognito-sms",
    roles: [[types.userPool, "smsConfiguration", "snsCallerArn"]],
    service: "cognito-idp.amazonaws.com",
    refused: true,
    page: `${guide}/cognito/latest/developerguide/cognito-user-pool-settings-sms-userpool-settings.html`,
  },
  {
    rule: "ecs",
    roles: [
      [types.taskDefinition, "executionRoleArn"],
      [types.taskDefinition, "taskRoleArn"],
    ],
    service: "ecs-tasks.amazonaws.com",
    refused: false,
    page: `${guide}/AmazonECS/latest/developerguide/task_execution_IAM_role.html`,
  },
  {
    rule: "ec2-flow-log",
    roles: [["aws:ec2/flowLog:FlowLog", "iamRoleArn"]],
    service: "vpc-flow-logs.amazonaws.com",
    refused: false,
    page: `${guide}/vpc/latest/userguide/flow-logs-iam-role.html`,
  },
  {
    rule: "cloudtrail",
    roles: [["aws:cloudtrail/trail:Trail", "cloudWatchLogsRoleArn"]],
    service: "cloudtrail.amazonaws.com",
    refused: false,
    page: `${guide}/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html`,
  },
  {
    rule: "rds-monitoring",
    roles: [types.dbInstance, types.dbCluster, types.dbClusterInstance].map((type) => [type, "monitoringRoleArn"]),
    service: "monitoring.rds.amazonaws.com",
    refused: true,
    page: `${guide}/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html`,
  },
  {
    rule: "codebuild",
    roles: [["aws:codebuild/project:Project", "serviceRole"]],
    service: "codebuild.amazonaws.com",
    refused: true,
    page: `${guide}/codebuild/latest/userguide/setting-up-service-role.html`,
  },
  {
    rule: "firehose",
    roles: [
      [types.firehose, "extendedS3Configuration", "roleArn"],
      [types.firehose, "kinesisSourceConfiguration", "roleArn"],
    ],
    service: "firehose.amazonaws.com",
    refused: true,
    page: `${guide}/firehose/latest/dev/controlling-access.html`,
  },
];

function checkRole(stack: Graph, owner: Resource, property: Property, service: string): Verdict {
  const role = stack.refer(owner, property, types.role);
  if (role.state !== "resolved") return holds; // a role of another stack: its trust is not of this program
  return role.to.flatMap((each) => {
    const answer = mayAssume(each, service);
    if (answer === "yes") return holds;
    return answer === "no"
      ? violated(
          owner,
          `${property.name} is ${each.label}, which ${service} may not assume: its trust policy does not name it`,
        )
      : notEvaluated(each, "assumeRolePolicy");
  });
}

function trustRule({ rule, roles, service, refused, page }: Handed): StackRule {
  return {
    scope: "stack",
    id: `${rule}-role-trust`,
    title: `A role that is passed to ${service} can be assumed by it`,
    severity: "high",
    ...groundedLevel(refused),
    controls: [wellArchitected("SEC03-BP02")],
    fix: `Allow sts:AssumeRole to the Service ${service} in the role's assumeRolePolicy.`,
    page,
    check: (stack) =>
      roles.flatMap(([type, ...path]) =>
        stack.ofType(type).flatMap((owner) => checkRole(stack, owner, owner.get(...path), service)),
      ),
  };
}

/** A rule for each service that takes on roles of a program. */
export const roleTrusts: readonly StackRule[] = table.map(trustRule);
