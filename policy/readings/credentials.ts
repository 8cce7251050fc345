import type { SecretLintRulePresetContext } from "@secretlint/types";

/** Forms that only credentials have, and that the rules of secretlint leave out. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key id"],
  [/-----BEGIN ([A-Z]+ )*PRIVATE KEY-----/, "a private key"],
  [/\b[rs]k_live_[A-Za-z0-9]{16,}/, "a Stripe key"],
  [/\bAIza[A-Za-z0-9_-]{35}/, "a Google API key"],
  [/\bdo[por]_v1_[a-f0-9]{64}/, "a DigitalOcean token"],
  [/\bgithub_pat_[A-Za-z0-9_]{22,}/, "a GitHub token"],
  [/\bgh[pousr]_[A-Za-z0-9]{36,}/, "a GitHub token"],
  [/\bxox[abpr]-[A-Za-z0-9-]{10,}/, "a Slack token"],
  [/\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, "a JSON Web Token"],
  [/(^|[\s"'=])([a-z]+:)?[a-z][a-z0-9+.-]*:\/\/[^\s:/@"']*:[^\s/@"'${}<>]+@/i, "a URL with a password"],
  [/[?&;]\s*(password|pwd|sharedaccesskey|accountkey)=[^\s&;"'${}<>*()]+/i, "a connection string with a password"],
];

/** A credential found in plain text. */
export interface Found {
  /** The kind, with an article; never the credential itself, which must not be printed. */
  readonly what: string;
  /** Whether it only allows sending messages, and gives no access to data. */
  readonly sendsOnly: boolean;
}

/** What a text holds that has a form of its own, whatever the text is for. */
export function findForm(text: string): string | undefined {
  return forms.find(([pattern]) => pattern.test(text))?.[1];
}

/** Finds a credential in a text by its form: by a list of our own, and by the rules of secretlint. */
export async function findCredential(text: string): Promise<Found | undefined> {
  const what = findForm(text);
  if (what !== undefined) return { what, sendsOnly: false };
  if (text.length < shortestToken || name.test(text)) return undefined;
  for (const scan of await loadScanners()) {
    const kind = await scan(text);
    if (kind !== undefined) return { what: `a credential (${kind})`, sendsOnly: /webhook/i.test(kind) };
  }
  return undefined;
}

/**
 * The variables from which clients of databases and of other services take a password or a key as it is, and from which the
 * images of databases take the one that they are made with.
 */
const readByClients = new Set(
  `PGPASSWORD POSTGRES_PASSWORD MYSQL_PWD MYSQL_PASSWORD MYSQL_ROOT_PASSWORD MARIADB_PASSWORD MARIADB_ROOT_PASSWORD
  MONGO_INITDB_ROOT_PASSWORD ORACLE_PWD SA_PASSWORD MSSQL_SA_PASSWORD SQLCMDPASSWORD REDISCLI_AUTH RABBITMQ_DEFAULT_PASS
  ELASTIC_PASSWORD SSHPASS RSYNC_PASSWORD RESTIC_PASSWORD BORG_PASSPHRASE VAULT_TOKEN CONSUL_HTTP_TOKEN AWS_SECRET_ACCESS_KEY
  AWS_SESSION_TOKEN ARM_CLIENT_SECRET AZURE_CLIENT_SECRET PULUMI_ACCESS_TOKEN PULUMI_CONFIG_PASSPHRASE GITHUB_TOKEN GH_TOKEN
  GITLAB_TOKEN NPM_TOKEN NODE_AUTH_TOKEN CLOUDFLARE_API_TOKEN DIGITALOCEAN_ACCESS_TOKEN DD_API_KEY SENTRY_AUTH_TOKEN
  OPENAI_API_KEY ANTHROPIC_API_KEY TWILIO_AUTH_TOKEN SENDGRID_API_KEY STRIPE_SECRET_KEY SLACK_BOT_TOKEN DOPPLER_TOKEN
  NEW_RELIC_LICENSE_KEY`.split(/\s+/),
);

/** Values that only point at a secret, switch something, are no more than a number, or the name of a header. */
const reference = /^(arn:|https?:\/\/|\/|\{\{resolve:|true$|false$|\d*$|X-[\w-]+$|[A-Z][a-z]+(-[A-Z][A-Za-z]+)+$)/;

/** Whether a value only says where a secret is. */
export function isReference(value: string): boolean {
  return reference.test(value);
}

/** Whether a variable has the name of a secret. */
export function isSecretName(variable: string): boolean {
  return /(^|[_-])(PASSWORD|PASSWD|PWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS?)$/i.test(variable);
}

/** Whether a client takes its password or key from a variable of this name, with this value. */
export function isClientCredential(variable: string, value: string): boolean {
  return readByClients.has(variable) && !isReference(value);
}

const shortestToken = 16;

/** ARNs, hosts and numbers, which most long values are: no scanner is loaded for them. */
const name = /^(arn:.*|[a-z0-9-]+(\.[a-z0-9-]+)+|\d+)$/;

/** One rule of secretlint: its name for what a text holds. */
type Scan = (text: string) => Promise<string | undefined>;

let scanners: Promise<readonly Scan[]> | undefined;

/** Loaded with the first text that may hold a credential. */
function loadScanners(): Promise<readonly Scan[]> {
  return (scanners ??= readScanners());
}

async function readScanners(): Promise<readonly Scan[]> {
  const { creator } = await import("@secretlint/secretlint-rule-preset-recommend");
  const all: Scan[] = [];
  const registerRule: SecretLintRulePresetContext["registerRule"] = (rule, settings) => {
    if (rule.meta.type === "filter") return; // comments that disable secretlint must have no effect
    all.push(async (text) => {
      let kind: string | undefined;
      const handler = rule.create(
        {
          sharedOptions: {},
          createTranslator: () => (messageId) => ({
            message: String(messageId),
            messageId: String(messageId),
            data: {},
          }),
          report: ({ message }) => (kind ??= message.messageId),
          ignore: () => undefined,
        },
        (settings?.options ?? {}) as never,
      );
      await handler.file?.({ filePath: "value", ext: "", contentType: "text", content: text, hasBOM: false } as never);
      return kind;
    });
  };
  creator.create({ sharedOptions: {}, registerRule }, {});
  return all;
}
