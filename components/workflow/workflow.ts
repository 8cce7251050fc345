import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alarm } from "../core/alarms";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { findAccountId, policyDocument, serviceRole, type Statement } from "../core/permissions";
import { type WorkflowArgs, WorkflowLogLevel, WorkflowType } from "./args";
import { workflowArgsProblems } from "./check";
import { limits } from "../../limits";
import { branchAsl } from "./definition";
import { definitionStatements, ownExecutions } from "./rights";

/** Defaults of a workflow's arguments. */
export const workflowDefaults = {
  type: WorkflowType.Standard,
  timeoutSeconds: 3_600,
  logLevel: WorkflowLogLevel.Error as WorkflowLogLevel,
  logExecutionData: false,
  logRetentionDays: 30,
  tracing: true,
};

/** Different defaults of an Express workflow. */
const expressDefaults = { timeoutSeconds: 300, logLevel: WorkflowLogLevel.All as WorkflowLogLevel };

/** Longest name, from `<name>-<7 characters>`. */
const NAME_LENGTH = limits.states.name.max - 8;

/**
 * A Step Functions state machine. The whole definition is checked before anything is created, and the role has exactly
 * the rights that the definition needs. With its own log group, traces and alarms.
 * https://docs.aws.amazon.com/step-functions/latest/dg/welcome.html
 */
@component
export class Workflow extends pulumi.ComponentResource {
  readonly stateMachine: aws.sfn.StateMachine;
  readonly role: aws.iam.Role;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly alias?: aws.sfn.Alias;
  readonly type: WorkflowType;
  readonly arn: pulumi.Output<string>;
  /** What callers start: the alias if there is one, else the state machine. */
  readonly startArn: pulumi.Output<string>;

  constructor(
    readonly name: string,
    args: WorkflowArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("headroom:workflow:Workflow", name, {}, opts);
    new Check("Workflow", name)
      .nameLength(NAME_LENGTH)
      .args(args, (given) => workflowArgsProblems(name, given))
      .done();
    const own = args.type === WorkflowType.Express ? expressDefaults : {};
    const settings = withDefaults({ ...workflowDefaults, ...own }, args);
    const { tags, alias, kmsKeyArn } = settings;
    const child = { parent: this };
    this.type = settings.type;

    // AWS asks for this prefix: log delivery shares one resource policy with a size limit, and a wildcard covers all
    // groups with the prefix.
    this.logGroup = new aws.cloudwatch.LogGroup(
      `${name}-logs`,
      { namePrefix: `/aws/vendedlogs/states/${name}-`, retentionInDays: settings.logRetentionDays, tags },
      child,
    );
    const { role, policies } = serviceRole(
      name,
      {
        service: "states.amazonaws.com",
        // Trust only state machines of this account, or others could make Step Functions use the role.
        trustCondition: { StringEquals: { "aws:SourceAccount": findAccountId(this.logGroup.arn) } },
        rights: { own: ownStatements(settings), calls: definitionStatements(args) },
        permissionsBoundaryArn: args.permissionsBoundaryArn,
        tags,
      },
      child,
    );
    this.role = role;
    const { partition } = aws.getPartitionOutput({}, child);
    this.stateMachine = new aws.sfn.StateMachine(
      name,
      {
        type: settings.type,
        roleArn: role.arn,
        definition: pulumi.jsonStringify({
          ...(args.comment && { Comment: args.comment }),
          QueryLanguage: "JSONata",
          TimeoutSeconds: settings.timeoutSeconds,
          ...branchAsl(args, partition),
        }),
        publish: alias !== undefined,
        loggingConfiguration: {
          level: settings.logLevel,
          includeExecutionData: settings.logExecutionData,
          ...(settings.logLevel !== WorkflowLogLevel.Off && {
            logDestination: pulumi.interpolate`${this.logGroup.arn}:*`,
          }),
        },
        tracingConfiguration: { enabled: settings.tracing },
        ...(kmsKeyArn && {
          encryptionConfiguration: {
            type: "CUSTOMER_MANAGED_KMS_KEY",
            kmsKeyId: kmsKeyArn,
            kmsDataKeyReusePeriodSeconds: 300,
          },
        }),
        tags,
      },
      { ...child, dependsOn: policies },
    );
    this.arn = this.stateMachine.arn;
    const executions = ownExecutions(args, this.arn);
    if (executions.length > 0) {
      new aws.iam.RolePolicy(`${name}-items`, { role: role.name, policy: policyDocument(executions) }, child);
    }
    if (alias) this.alias = this.createAlias(alias);
    this.startArn = this.alias?.arn ?? this.arn;
    this.watch(args);
    this.registerOutputs({ arn: this.arn, startArn: this.startArn });
  }

  private createAlias({ name = "live", canary }: NonNullable<WorkflowArgs["alias"]>): aws.sfn.Alias {
    const weight = canary?.weightPercent ?? 0;
    return new aws.sfn.Alias(
      `${this.name}-alias`,
      {
        name,
        routingConfigurations: [
          { stateMachineVersionArn: this.stateMachine.stateMachineVersionArn, weight: 100 - weight },
          ...(canary ? [{ stateMachineVersionArn: canary.versionArn, weight }] : []),
        ],
      },
      { parent: this },
    );
  }

  private watch({ alarms, tags }: WorkflowArgs): void {
    const watched = {
      ExecutionsFailed: ["failed", "executions failed"],
      ExecutionsTimedOut: ["timed-out", "executions took too long"],
      ExecutionThrottled: ["throttled", "steps were throttled: ask AWS for a higher quota"],
    } as const;
    for (const [metricName, [suffix, says]] of Object.entries(watched)) {
      alarm(
        `${this.name}-${suffix}`,
        {
          description: `${this.name}: ${says}`,
          namespace: "AWS/States",
          metricName,
          dimensions: { StateMachineArn: this.arn },
        },
        { ...alarms, tags },
        { parent: this },
      );
    }
  }
}

/** Rights for the workflow's own settings. Log delivery and X-Ray support no narrower resources. */
function ownStatements({ logLevel, tracing, kmsKeyArn }: WorkflowArgs): Statement[] {
  const statements: Statement[] = [];
  if (logLevel !== WorkflowLogLevel.Off) {
    statements.push({
      Action: [
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
      ],
      Resource: "*",
    });
  }
  if (tracing) {
    statements.push({
      Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"],
      Resource: "*",
    });
  }
  if (kmsKeyArn) statements.push({ Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: kmsKeyArn });
  return statements;
}
