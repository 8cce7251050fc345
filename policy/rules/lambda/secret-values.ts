import { wellArchitected } from "../../frame/controls";
import { findCredential, isClientCredential } from "../../readings/credentials";
import { types } from "../../frame/resource";
import { type ResourceRule } from "../../frame/rule";
import { suspects } from "./secrets";

export const lambdaSecretValues: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-secret-values",
  title: "No environment variable holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Keep it in Secrets Manager, pass its ARN, and read it at start. It is in the state file now: replace it.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html",
  check: (fn) =>
    suspects(fn, async (name, value) => {
      if (isClientCredential(name, value)) return "is what a client takes its password or key from, in plain text";
      const found = await findCredential(value);
      return found && !found.sendsOnly ? `holds ${found.what}` : undefined;
    }),
};
