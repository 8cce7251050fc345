import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { functionAlarms } from "../core/alarms";
import { Architecture } from "../core/architecture";
import { Check } from "../core/check";
import { component } from "../core/component";
import { DeadLetterQueue } from "./deadLetterQueue";
import { sendFailures } from "./failureDestination";
import { type FunctionArgs, RecursiveLoop } from "./args";
import { functionArgsProblems } from "./check";
import { sendMessages, serviceRole, type Statement } from "../core/permissions";

/** Defaults of a function's arguments. */
export const functionDefaults = {
  architecture: Architecture.Arm64,
  timeoutSeconds: 29, // as long as a REST API waits
  memoryMb: 512,
  ephemeralStorageMb: 512,
  logRetentionDays: 30,
  logLevel: "INFO",
  maximumRetryAttempts: 2,
  maximumEventAgeSeconds: 3_600,
} as const;

/** Longest name, since IAM allows 64 characters for `<name>-role-<7 characters>`. */
const NAME_LENGTH = 51;

/**
 * A Lambda function for production: a role with only the rights of its links, its own log group with a retention, JSON
 * logs, tracing, a dead letter queue and alarms.
 * https://docs.aws.amazon.com/lambda/latest/dg/best-practices.html
 */
@component
export class Function extends pulumi.ComponentResource {
  /** Type of the component in the engine; a subclass may have its own. */
  protected static readonly typeToken: string = "headroom:compute:Function";
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.lambda.Function;
  readonly role: aws.iam.Role;
  readonly logGroup: aws.cloudwatch.LogGroup;
  /** Undefined if `failureDestinationArn` names another destination. */
  readonly deadLetterQueue?: DeadLetterQueue;
  readonly alias?: aws.lambda.Alias;
  /** Physical name. */
  readonly functionName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** Its name in logs and metrics: with the stack's name, since the stacks of an account share their metrics. */
  readonly serviceName: string;
  /** Timeout in seconds. */
  readonly timeoutSeconds: pulumi.Input<number>;
  /** Reserved concurrent executions, if any. */
  readonly reservedConcurrency?: pulumi.Input<number>;
  /** What callers invoke: the alias if there is one, else the function. */
  readonly invokeTargetArn: pulumi.Output<string>;

  constructor(name: string, args: FunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super(new.target.typeToken, name, {}, opts);
    new Check("Function", name).nameLength(NAME_LENGTH).args(args, functionArgsProblems).done();
    this.name = name;
    this.timeoutSeconds = args.timeoutSeconds ?? functionDefaults.timeoutSeconds;
    this.reservedConcurrency = args.reservedConcurrency;
    const child = { parent: this };
    this.serviceName = `${name}-${pulumi.getStack()}`;

    // Lambda would create a group without a retention that outlives the stack.
    this.logGroup = new aws.cloudwatch.LogGroup(
      `${name}-logs`,
      {
        namePrefix: `/aws/lambda/${name}-`,
        retentionInDays: args.logRetentionDays ?? functionDefaults.logRetentionDays,
        tags: args.tags,
      },
      child,
    );
    if (args.failureDestinationArn === undefined) {
      this.deadLetterQueue = new DeadLetterQueue(`${name}-dead-letters`, { tags: args.tags }, child);
    }
    const destination = this.deadLetterQueue?.arn ?? pulumi.output(args.failureDestinationArn ?? "");
    const failures = this.deadLetterQueue
      ? sendMessages(this.deadLetterQueue)
      : sendFailures("Function", name, destination);

    const { role, policies } = serviceRole(
      name,
      {
        service: "lambda.amazonaws.com",
        // A separate policy, so that a preview can check the links: the ARNs of the function's own queue and logs are
        // not known yet.
        rights: {
          own: [...ownStatements(args, this.logGroup), ...failures.statements],
          links: (args.links ?? []).flatMap(({ statements }) => statements),
        },
        permissionsBoundaryArn: args.permissionsBoundaryArn,
        tags: args.tags,
      },
      child,
    );
    this.role = role;
    const published = Boolean(args.alias ?? args.provisionedConcurrency ?? args.snapStart);
    this.resource = new aws.lambda.Function(
      name,
      { ...functionProperties(this.serviceName, args, this.logGroup), role: role.arn, publish: published },
      // Its rights, and the caller's dependencies such as mount targets, exist before its first call.
      { ...child, dependsOn: dependencies(policies, opts?.dependsOn) },
    );
    this.functionName = this.resource.name;
    this.arn = this.resource.arn;
    if (published) this.alias = this.createAlias(name, args);
    this.invokeTargetArn = this.alias?.arn ?? this.arn;

    new aws.lambda.FunctionRecursionConfig(
      `${name}-recursion`,
      { functionName: this.functionName, recursiveLoop: args.recursiveLoop ?? RecursiveLoop.Terminate },
      child,
    );
    new aws.lambda.FunctionEventInvokeConfig(
      `${name}-async`,
      {
        functionName: this.functionName,
        qualifier: this.alias?.name,
        maximumRetryAttempts: args.maximumRetryAttempts ?? functionDefaults.maximumRetryAttempts,
        maximumEventAgeInSeconds: args.maximumEventAgeSeconds ?? functionDefaults.maximumEventAgeSeconds,
        destinationConfig: { onFailure: { destination } },
      },
      child,
    );
    functionAlarms(
      name,
      {
        functionName: this.functionName,
        timeoutSeconds: this.timeoutSeconds,
        deadLetterQueueName: this.deadLetterQueue?.queue.name,
      },
      { ...args.alarms, tags: args.tags },
      child,
    );
    this.registerOutputs({ functionName: this.functionName, arn: this.arn, invokeTargetArn: this.invokeTargetArn });
  }

  private createAlias(name: string, args: FunctionArgs): aws.lambda.Alias {
    const { name: aliasName = "live", version, canary } = args.alias ?? {};
    const alias = new aws.lambda.Alias(
      `${name}-alias`,
      {
        name: aliasName,
        functionName: this.functionName,
        functionVersion: version ?? this.resource.version,
        ...(canary && {
          routingConfig: {
            additionalVersionWeights: pulumi
              .output(canary.version ?? this.resource.version)
              .apply((second) => ({ [second]: canary.weight })),
          },
        }),
      },
      { parent: this },
    );
    if (args.provisionedConcurrency !== undefined) {
      new aws.lambda.ProvisionedConcurrencyConfig(
        `${name}-provisioned`,
        {
          functionName: this.functionName,
          qualifier: alias.name,
          provisionedConcurrentExecutions: args.provisionedConcurrency,
        },
        { parent: this },
      );
    }
    return alias;
  }
}

function dependencies(
  own: pulumi.Resource[],
  given: pulumi.ComponentResourceOptions["dependsOn"],
): pulumi.Output<pulumi.Resource[]> {
  const others = pulumi.output(given) as pulumi.Output<pulumi.Resource | pulumi.Resource[] | undefined>;
  return others.apply((resources) => own.concat(resources ?? []));
}

/** Rights for the function's own settings. */
function ownStatements(args: FunctionArgs, logGroup: aws.cloudwatch.LogGroup): Statement[] {
  const statements: Statement[] = [
    { Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: pulumi.interpolate`${logGroup.arn}:*` },
  ];
  // X-Ray and VPC network interfaces support no narrower resources.
  if (args.tracing ?? true) {
    statements.push({ Action: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], Resource: "*" });
  }
  if (args.vpc) {
    statements.push({
      Action: [
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:AssignPrivateIpAddresses",
        "ec2:UnassignPrivateIpAddresses",
      ],
      Resource: "*",
    });
  }
  if (args.kmsKeyArn) statements.push({ Action: "kms:Decrypt", Resource: args.kmsKeyArn });
  if (args.fileSystem) {
    statements.push({
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
      Resource: "*",
      Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": args.fileSystem.accessPointArn } },
    });
  }
  return statements;
}

function functionProperties(
  serviceName: string,
  args: FunctionArgs,
  logGroup: aws.cloudwatch.LogGroup,
): Omit<aws.lambda.FunctionArgs, "role"> {
  const linked = (args.links ?? []).map(({ environment }) => environment);
  return {
    description: args.description,
    ...(args.imageUri
      ? { packageType: "Image", imageUri: args.imageUri }
      : { runtime: args.runtime, handler: args.handler, code: args.code }),
    architectures: [args.architecture ?? functionDefaults.architecture],
    timeout: args.timeoutSeconds ?? functionDefaults.timeoutSeconds,
    memorySize: args.memoryMb ?? functionDefaults.memoryMb,
    ephemeralStorage: { size: args.ephemeralStorageMb ?? functionDefaults.ephemeralStorageMb },
    environment: {
      variables: Object.assign(
        { POWERTOOLS_SERVICE_NAME: serviceName, POWERTOOLS_METRICS_NAMESPACE: "Headroom" },
        ...linked,
        args.environment,
      ) as Record<string, pulumi.Input<string>>,
    },
    kmsKeyArn: args.kmsKeyArn,
    layers: args.layers,
    tracingConfig: { mode: (args.tracing ?? true) ? "Active" : "PassThrough" },
    loggingConfig: {
      logFormat: "JSON",
      applicationLogLevel: args.logLevel ?? functionDefaults.logLevel,
      systemLogLevel: "INFO",
      logGroup: logGroup.name,
    },
    reservedConcurrentExecutions: args.reservedConcurrency,
    snapStart: args.snapStart ? { applyOn: "PublishedVersions" } : undefined,
    vpcConfig: args.vpc,
    fileSystemConfig: args.fileSystem && {
      arn: args.fileSystem.accessPointArn,
      localMountPath: args.fileSystem.mountPath,
    },
    tags: args.tags,
  };
}
