import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "../core/tags";

/** Arguments of a {@link Secret}. */
export interface SecretArgs {
  /** Its purpose. */
  description?: string;
  /**
   * The secret value: `config.requireSecret(…)`, or an output of another resource. Default: none; put it there with
   * `aws secretsmanager put-secret-value`, which keeps it out of Pulumi's state.
   */
  value?: pulumi.Input<string>;
  /** Customer-managed KMS key. Default: the key of Secrets Manager, at no cost. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Days in which a deleted secret can be restored, 7 to 30; 0 for none. Default: 30, as in AWS. */
  recoveryDays?: number;
  tags?: Tags;
}

/** Defaults of a secret's arguments. */
export const secretDefaults = { recoveryDays: 30 };

/** Arguments of a {@link Parameter}. */
export interface ParameterArgs {
  /** What it is for. */
  description?: string;
  value: pulumi.Input<string>;
  /** Encrypt it, as a SecureString. Default: true, at no cost. */
  secure?: boolean;
  /** Customer-managed KMS key of a secure one. Default: the account's key of Systems Manager. */
  kmsKeyArn?: pulumi.Input<string>;
  tags?: Tags;
}
