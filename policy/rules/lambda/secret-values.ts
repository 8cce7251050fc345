import { wellArchitected } from "../../controls";
import { types } from "../../resource";
import { type ResourceRule } from "../../rule";
import { suspects } from "./secrets";

/** Forms that nothing but a credential has. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key id"],
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, "a private key"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, "a GitHub token"],
  [/\bxox[abpr]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\b[rs]k_live_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bAIza[A-Za-z0-9_-]{35}/, "a Google API key"],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, "a JSON Web Token"],
  [/^[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s/@]+@/i, "a URL with a password"],
];

export const lambdaSecretValues: ResourceRule = {
  scope: "resource",
  id: "lambda-secret-values",
  title: "No environment variable holds a credential",
  severity: "critical",
  level: "mandatory",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Keep it in Secrets Manager, pass its ARN, and read it at start. It is in the state file now: replace it.",
  page: "https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html",
  type: types.function,
  check: (fn) =>
    suspects(fn, (_name, value) => {
      const form = forms.find(([pattern]) => pattern.test(value));
      return form && `holds ${form[1]}`;
    }),
};
