import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { parameterProblems } from "./check";
import { type ParameterArgs } from "./secretArgs";

/**
 * A parameter in Systems Manager, encrypted by default. Functions read it by a link ({@link readParameter}).
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html
 */
@component
export class Parameter extends pulumi.ComponentResource {
  readonly parameter: aws.ssm.Parameter;
  readonly arn: pulumi.Output<string>;
  /** Physical name. */
  readonly parameterName: pulumi.Output<string>;
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(name: string, args: ParameterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:config:Parameter", name, {}, opts);
    new Check("Parameter", name).args(args, parameterProblems).done();
    const { description, kmsKeyArn, secure = true, tags } = args;
    const value = secure ? pulumi.secret(args.value) : args.value;
    this.parameter = new aws.ssm.Parameter(
      name,
      { description, type: secure ? "SecureString" : "String", value, keyId: kmsKeyArn, tags },
      { parent: this },
    );
    this.arn = this.parameter.arn;
    this.parameterName = this.parameter.name;
    this.kmsKeyArn = kmsKeyArn;
    this.registerOutputs({ arn: this.arn, parameterName: this.parameterName });
  }
}
