import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check, type Problem, Problems } from "../../core/check";
import { component } from "../../core/component";
import { trustService } from "../../core/permissions";
import { type Tags } from "../../core/tags";

/** Arguments of an {@link ApiAccount}. */
export interface ApiAccountArgs {
  /** Permissions boundary of the role. */
  permissionsBoundaryArn?: pulumi.Input<string>;
  tags?: Tags;
}

/** Problems with the account's arguments. */
function apiAccountProblems({ permissionsBoundaryArn: arn }: ApiAccountArgs): Problem[] {
  return new Problems().that(
    typeof arn !== "string" || /^arn:[^:]+:iam::(\d{12}|aws):policy\/.+$/.test(arn),
    "permissionsBoundaryArn",
    arn,
    "give the ARN of a managed policy such as arn:aws:iam::123456789012:policy/boundary",
  ).list;
}

/**
 * The role with which API Gateway writes logs. An account has one such setting for all REST APIs in a Region, so only
 * one of its stacks should declare it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html
 */
@component
export class ApiAccount extends pulumi.ComponentResource {
  readonly role: aws.iam.Role;
  readonly account: aws.apigateway.Account;

  constructor(name: string, args: ApiAccountArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:api:ApiAccount", name, {}, opts);
    new Check("ApiAccount", name).args(args, apiAccountProblems).done();
    const child = { parent: this };
    this.role = new aws.iam.Role(
      name,
      {
        assumeRolePolicy: trustService("apigateway.amazonaws.com"),
        permissionsBoundary: args.permissionsBoundaryArn,
        tags: args.tags,
      },
      child,
    );
    // API Gateway checks that the role has every right of this policy, and refuses a narrower one.
    const rights = new aws.iam.RolePolicyAttachment(
      name,
      {
        role: this.role.name,
        policyArn: pulumi.interpolate`arn:${aws.getPartitionOutput({}, child).partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs`,
      },
      child,
    );
    this.account = new aws.apigateway.Account(
      name,
      { cloudwatchRoleArn: this.role.arn },
      { ...child, dependsOn: [rights] },
    );
    this.registerOutputs({ roleArn: this.role.arn });
  }
}
