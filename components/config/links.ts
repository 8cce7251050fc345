import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type Link, type Statement } from "../core/permissions";
import { type Parameter } from "./parameter";

/** The environment variable of a link, and the key of its target. */
export interface ValueLinkArgs {
  /** Environment variable that gets the secret's ARN or the parameter's name, never the value. */
  variable?: string;
  /** Customer-managed key. Default: that of the component; none for a resource of `@pulumi/aws`. */
  kmsKeyArn?: pulumi.Input<string>;
}

/** A {@link Secret}, or an `aws.secretsmanager.Secret`. */
export interface SecretTarget {
  arn: pulumi.Output<string>;
  kmsKeyArn?: pulumi.Input<string>;
}

/** Read a secret when the function runs. */
export function readSecret(secret: SecretTarget, { variable, kmsKeyArn = secret.kmsKeyArn }: ValueLinkArgs = {}): Link {
  return {
    statements: [
      { Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], Resource: secret.arn },
      ...decrypt(kmsKeyArn, "secretsmanager.*"),
    ],
    ...(variable !== undefined && { environment: { [variable]: secret.arn } }),
  };
}

/** Read a parameter when the function runs. */
export function readParameter(parameter: Parameter | aws.ssm.Parameter, args: ValueLinkArgs = {}): Link {
  const isResource = aws.ssm.Parameter.isInstance(parameter);
  const { variable, kmsKeyArn = isResource ? undefined : parameter.kmsKeyArn } = args;
  const name = isResource ? parameter.name : parameter.parameterName;
  return {
    statements: [
      { Action: ["ssm:GetParameter", "ssm:GetParameters"], Resource: parameter.arn },
      ...decrypt(kmsKeyArn, "ssm.*"),
    ],
    ...(variable !== undefined && { environment: { [variable]: name } }),
  };
}

/** Both services decrypt with the caller's rights. */
const decrypt = (key: pulumi.Input<string> | undefined, through: string): Statement[] =>
  key === undefined
    ? []
    : [
        {
          Action: "kms:Decrypt",
          Resource: key,
          Condition: { StringLike: { "kms:ViaService": `${through}.amazonaws.com` } },
        },
      ];
