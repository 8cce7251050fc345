import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { settingsLine } from "./edgeBundle";
import { GLOBAL_REGION } from "./edgeEvents";
import { type EdgeFunctionArgs, edgeFunctionDefaults } from "./edgeFunctionArgs";
import { edgeFunctionProblems, edgePackage } from "./edgeFunctionCheck";
import { serviceRole } from "../core/permissions";

/** Longest name, since IAM allows 64 characters for `<name>-role-<7 characters>`. */
const NAME_LENGTH = 51;

/**
 * A Lambda@Edge function: created in us-east-1, published, and copied by CloudFront to its visitors' Regions. It can
 * use the network, but has no environment variables, VPC, layers, tracing or queues.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-the-edge.html
 */
@component
export class EdgeFunction extends pulumi.ComponentResource {
  /** Logical name, as given to the constructor. */
  readonly name: string;
  readonly resource: aws.lambda.Function;
  readonly role: aws.iam.Role;
  /** Physical name. */
  readonly functionName: pulumi.Output<string>;
  /** ARN of the version that this deployment publishes, which distributions call. */
  readonly versionArn: pulumi.Output<string>;

  constructor(name: string, args: EdgeFunctionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:edge:EdgeFunction", name, {}, opts);
    this.name = name;
    new Check("EdgeFunction", name).nameLength(NAME_LENGTH).args(args, edgeFunctionProblems).done();
    const { runtime, timeoutSeconds, memoryMb, logRetentionDays, logRegions, tags } = withDefaults(
      edgeFunctionDefaults,
      args,
    );
    const child = { parent: this };
    const script = args.entry === undefined ? undefined : packEntry(name, args.entry, runtime);

    const logs = pulumi.interpolate`arn:${aws.getPartitionOutput({}, child).partition}:logs:*:*:log-group:/aws/lambda/${GLOBAL_REGION}.${name}-*`;
    const { role, policies } = serviceRole(
      name,
      {
        service: ["lambda.amazonaws.com", "edgelambda.amazonaws.com"],
        // Its copies log in the Region nearest to each visitor, and create missing groups.
        rights: {
          logs: [{ Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"], Resource: logs }],
        },
        permissionsBoundaryArn: args.permissionsBoundaryArn,
        tags,
      },
      child,
    );
    this.role = role;
    this.resource = new aws.lambda.Function(
      name,
      {
        region: GLOBAL_REGION,
        description: args.description,
        runtime,
        architectures: ["x86_64"],
        handler: script === undefined ? args.handler : `index.${args.handler ?? "handler"}`,
        code: script === undefined ? args.code : packScript(script, args),
        timeout: timeoutSeconds,
        memorySize: memoryMb,
        publish: true,
        role: role.arn,
        skipDestroy: args.skipDestroy,
        tags,
      },
      // Lambda refuses to delete it while CloudFront has copies.
      { ...child, dependsOn: policies, customTimeouts: { delete: "60m" } },
    );
    this.functionName = this.resource.name;
    this.versionArn = this.resource.qualifiedArn;
    for (const region of logRegions) {
      new aws.cloudwatch.LogGroup(
        `${name}-logs-${region}`,
        {
          name: pulumi.interpolate`/aws/lambda/${GLOBAL_REGION}.${this.functionName}`,
          region,
          retentionInDays: logRetentionDays,
          tags,
        },
        child,
      );
    }
    this.registerOutputs({ functionName: this.functionName, versionArn: this.versionArn });
  }
}

/** The code of an entry. @throws ArgumentError for one that cannot run at the edge */
function packEntry(name: string, entry: string, runtime: string): string {
  const { code, problems } = edgePackage(entry, runtime);
  new Check("EdgeFunction", name).all(problems).done();
  return code;
}

function packScript(script: string, { settings = {} }: EdgeFunctionArgs): pulumi.Output<pulumi.asset.Archive> {
  return pulumi
    .output(settings)
    .apply(
      (known) =>
        new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset(settingsLine(known) + script) }),
    );
}
