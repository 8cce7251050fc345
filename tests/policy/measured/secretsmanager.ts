import { type Made } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { beside, on } from "./on";

const account = "111122223333";
const key = (region: string) => `arn:aws:kms:${region}:${account}:key/11111111-1111-1111-1111-111111111111`;
const secret = on("aws:secretsmanager/secret:Secret", { name: "own" });
const rotationType = "aws:secretsmanager/secretRotation:SecretRotation";
const rotated = {
  secretId: "own",
  rotationLambdaArn: `arn:aws:lambda:eu-west-1:${account}:function:rotate`,
  rotationRules: { automaticallyAfterDays: 30 },
};
const rotation = on(rotationType, rotated);
const turns = (name: string, secretId: string): Made => [rotationType, name, { ...rotated, secretId }];

export const secretsmanager: FactsByName = {
  "secretsmanager-kms-key": secret(
    "a key is of the secret's Region",
    { kmsKeyId: key("us-east-1") },
    { kmsKeyId: key("eu-west-1") },
  ),
  "secretsmanager-replica-regions": secret(
    "a replica is of another Region",
    { replicas: [{ region: "eu-west-1" }] },
    { replicas: [{ region: "eu-central-1" }] },
  ),
  "secretsmanager-rotation-lambda": rotation(
    "a function that rotates is of the secret's Region",
    { rotationLambdaArn: rotated.rotationLambdaArn.replace("eu-west-1", "us-east-1") },
    {},
  ),
  "secretsmanager-rotation-rules": rotation(
    "a rotation has days or a schedule",
    { rotationRules: { automaticallyAfterDays: 30, scheduleExpression: "rate(30 days)" } },
    { rotationRules: { scheduleExpression: "rate(30 days)" } },
  ),
  "secretsmanager-rotation-schedule-unique": beside(
    [turns("first", "own")],
    "a secret is rotated once",
    turns("second", "own"),
    turns("second", "other"),
  ),
  "secretsmanager-secret-name": secret("a name has no spaces", { name: "own secret" }, { name: "own-secret" }),
};
