import { wellArchitected } from "../../frame/controls";
import { credentialIn } from "../../readings/credentials";
import { types } from "../../frame/resource";
import { type ResourceRule } from "../../frame/rule";
import { suspects } from "./secrets";

export const lambdaSecretValues: ResourceRule = {
  scope: "resource",
  id: "lambda-secret-values",
  title: "No environment variable holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Keep it in Secrets Manager, pass its ARN, and read it at start. It is in the state file now: replace it.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html",
  type: types.function,
  check: (fn) =>
    suspects(fn, (_name, value) => {
      const kind = credentialIn(value);
      return kind && `holds ${kind}`;
    }),
};
