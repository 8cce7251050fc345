import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "../core/tags";

/** Arguments of a {@link Secret}. */
export interface SecretArgs {
  /** What it is for. */
  description?: string;
  /**
   * What is secret: `config.requireSecret(…)`, or what another resource gives. Default: none, and somebody puts it there with
   * `aws secretsmanager put-secret-value`, so that it is in no state of Pulumi's.
   */
  value?: pulumi.Input<string>;
  /** Customer-managed KMS key. Default: the key of Secrets Manager, at no cost. */
  kmsKeyArn?: pulumi.Input<string>;
  /** Days in which a deleted secret can be had back, 7 to 30; 0 for none. Default: 30, as AWS's own. */
  recoveryDays?: number;
  tags?: Tags;
}

/** What a secret has when its arguments do not say. */
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
