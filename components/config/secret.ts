import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Check } from "../core/check";
import { component } from "../core/component";
import { withDefaults } from "../core/defaults";
import { secretProblems } from "./check";
import { type SecretArgs, secretDefaults } from "./secretArgs";

/**
 * A secret in Secrets Manager. Functions read it at run time by a link ({@link readSecret}), so that no setting
 * contains it.
 * https://docs.aws.amazon.com/secretsmanager/latest/userguide/intro.html
 */
@component
export class Secret extends pulumi.ComponentResource {
  readonly secret: aws.secretsmanager.Secret;
  readonly arn: pulumi.Output<string>;
  readonly kmsKeyArn?: pulumi.Input<string>;

  constructor(name: string, args: SecretArgs = {}, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:config:Secret", name, {}, opts);
    new Check("Secret", name).args(args, secretProblems).done();
    const { description, recoveryDays, kmsKeyArn, tags } = withDefaults(secretDefaults, args);
    const child = { parent: this };
    this.secret = new aws.secretsmanager.Secret(
      name,
      { description, kmsKeyId: kmsKeyArn, recoveryWindowInDays: recoveryDays, tags },
      child,
    );
    this.arn = this.secret.arn;
    this.kmsKeyArn = kmsKeyArn;
    if (args.value !== undefined) {
      const secretString = pulumi.secret(args.value);
      new aws.secretsmanager.SecretVersion(name, { secretId: this.secret.id, secretString }, child);
    }
    this.registerOutputs({ arn: this.arn });
  }
}
