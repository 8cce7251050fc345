/** Forms that nothing but a credential has. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key id"],
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, "a private key"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, "a GitHub token"],
  [/\bxox[abpr]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\b[rs]k_live_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bAIza[A-Za-z0-9_-]{35}/, "a Google API key"],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, "a JSON Web Token"],
  [/(^|[\s"'=])[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']+:[^\s/@"'${}]+@/i, "a URL with a password"],
];

/** What kind of credential a text holds, if any: never the credential itself, which must not be printed. */
export function credentialIn(text: string): string | undefined {
  return forms.find(([pattern]) => pattern.test(text))?.[1];
}
