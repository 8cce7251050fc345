import { wellArchitected } from "../../frame/controls";
import { findCredential, isClientCredential, isReference, isSecretName } from "../../readings/credentials";
import { types } from "../../frame/resource";
import { type ResourceRule } from "../../frame/rule";
import { suspects } from "./secrets";

export const lambdaSecretNames: ResourceRule = {
  scope: "resource",
  type: types.function,
  id: "lambda-secret-names",
  title: "No environment variable with the name of a secret holds plain text",
  severity: "high",
  level: "advisory",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Keep it in Secrets Manager, pass its ARN, and read it at start.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html",
  check: (fn) =>
    suspects(fn, async (name, value) => {
      if (isSecretName(name) && !isReference(value) && !isClientCredential(name, value))
        return "is called a secret and holds plain text";
      const found = await findCredential(value);
      return found?.sendsOnly ? `holds ${found.what}: anybody who reads it can send messages by it` : undefined;
    }),
};
