import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type StackRule, type Verdict, violated } from "../../frame/rule";

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
  check: (stack) =>
    stack.ofType(types.secret).flatMap((secret): Verdict => {
      const { linked, unresolved } = stack.pointingAt(secret, types.secretRotation, "secretId");
      if (linked.length > 0) return holds;
      return unresolved
        ? notEvaluated(secret, "rotation")
        : violated(secret, "no rotation is configured: it stays the same until somebody changes it");
    }),
};
