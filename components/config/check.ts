import { type Problem, Problems } from "../core/check";
import { type ParameterArgs, type SecretArgs, secretDefaults } from "./secretArgs";

/** Problems with a secret's arguments. */
export function secretProblems({
  recoveryDays = secretDefaults.recoveryDays,
  value,
  kmsKeyArn,
}: SecretArgs): Problem[] {
  return new Problems()
    .that(
      recoveryDays === 0 || (Number.isInteger(recoveryDays) && recoveryDays >= 7 && recoveryDays <= 30),
      "recoveryDays",
      recoveryDays,
      "AWS allows 7 to 30 days, or 0 for none (https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html)",
    )
    .that(value !== "", "value", value, "give a text, or leave it out")
    .all(keyProblems(kmsKeyArn)).list;
}

/** Problems with a parameter's arguments. */
export function parameterProblems({ value, secure = true, kmsKeyArn }: ParameterArgs): Problem[] {
  return new Problems()
    .that(value !== "" && value !== undefined, "value", value, "give a text: Systems Manager refuses an empty one")
    .that(
      secure || kmsKeyArn === undefined,
      "kmsKeyArn",
      kmsKeyArn,
      "only a secure parameter has a key: leave secure out",
    )
    .all(keyProblems(kmsKeyArn)).list;
}

const keyProblems = (arn: unknown): Problem[] =>
  new Problems().that(
    typeof arn !== "string" || /^arn:[^:]+:kms:/.test(arn),
    "kmsKeyArn",
    arn,
    "give the ARN of a key such as arn:aws:kms:eu-west-1:123456789012:key/…",
  ).list;
