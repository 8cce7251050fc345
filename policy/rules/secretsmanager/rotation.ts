import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { each, type StackRule, violatedUnlessLinked } from "../../frame/rule";

export const secretsmanagerRotation: StackRule = {
  scope: "stack",
  id: "secretsmanager-rotation",
  title: "A secret has rotation",
  severity: "medium",
  level: "advisory",
  controls: [
    securityHub("SecretsManager.1", "Secrets Manager secrets should have automatic rotation enabled"),
    wellArchitected("SEC02-BP03"),
  ],
  fix: "Make a SecretRotation, or let the service manage the secret (manageMasterUserPassword of RDS).",
  page: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
  check: each(types.secret, (stack, secret) => {
    const rotations = stack.pointingAt(secret, types.secretRotation, "secretId");
    return violatedUnlessLinked(rotations, secret, "rotation", "no rotation is configured: it never changes by itself");
  }),
};
