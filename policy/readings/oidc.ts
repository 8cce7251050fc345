import { readConditions, requiredKeys, type Test, holdsWithoutKey } from "./conditions";
import { type Answer, type Statement, strings } from "./iam";

/** An identity provider whose tokens anyone can get, and the claims that distinguish its customers. */
interface SharedProvider {
  /** Host, and path if there is one, of the issuer. */
  readonly issuer: string;
  /** What people call it. */
  readonly name: string;
  readonly claims: readonly string[];
  /** A value of a claim that a customer writes, for the fix. */
  readonly example: string;
}

const sub = ["sub"];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html */
const sharedProviders: readonly SharedProvider[] = [
  {
    issuer: "token.actions.githubusercontent.com",
    name: "GitHub Actions",
    claims: ["sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref"],
    example: "repo:my-organisation/my-repository:ref:refs/heads/main",
  },
  { issuer: "gitlab.com", name: "GitLab", claims: sub, example: "project_path:my-group/my-project:*" },
  {
    issuer: "app.terraform.io",
    name: "HCP Terraform",
    claims: sub,
    example: "organization:my-organization:project:my-project:*",
  },
  {
    issuer: "agent.buildkite.com",
    name: "Buildkite",
    claims: sub,
    example: "organization:my-org:pipeline:my-pipeline:*",
  },
  { issuer: "api.pulumi.com/oidc", name: "Pulumi Cloud", claims: ["aud", "sub"], example: "aws:my-organization" },
  { issuer: "oidc.codefresh.io", name: "Codefresh", claims: sub, example: "account:my-account:pipeline:my-pipeline" },
  { issuer: "oidc.vercel.com", name: "Vercel", claims: ["aud", "sub"], example: "https://vercel.com/my-team" },
  { issuer: "scalr.io", name: "Scalr", claims: sub, example: "account:my-account:environment:my-environment:*" },
  { issuer: "studio.datachain.ai/api", name: "DataChain Studio", claims: sub, example: "credentials:my-team/my-name" },
  {
    issuer: "proidc.upbound.io",
    name: "Upbound",
    claims: sub,
    example: "mcp:my-org/my-space:my-control-plane:provider:aws",
  },
  { issuer: "tokens.cloud.shisho.dev", name: "Shisho Cloud", claims: sub, example: "job:my-org:*" },
  {
    issuer: "accounts.google.com",
    name: "Google",
    claims: ["aud", "sub", "oaud"],
    example: "the client id of your application",
  },
  { issuer: "graph.facebook.com", name: "Facebook", claims: ["app_id"], example: "the id of your application" },
  { issuer: "www.amazon.com", name: "Login with Amazon", claims: ["app_id"], example: "the id of your application" },
];

/** A trust in every customer of a provider, or in some that its condition does not distinguish. */
export interface OpenTrust {
  readonly answer: Exclude<Answer, "no">;
  readonly provider: SharedProvider;
  /** The conditions that do not distinguish customers. */
  readonly tests: readonly Test[];
}

/** The providers of federated users that a statement trusts, by their issuers. */
export function federatedIssuers({ principal }: Statement): readonly string[] {
  const federated = strings(principal.at("Federated"))?.known ?? [];
  return federated.map((each) => each.replace(/^arn:[^:]+:iam::[^:]*:oidc-provider\//, ""));
}

/** Whether a statement trusts every customer of a shared provider. */
export function findOpenTrust(statement: Statement): readonly OpenTrust[] {
  if (statement.effect !== "Allow") return [];
  const tests = readConditions(statement.conditions);
  return federatedIssuers(statement).flatMap((issuer): readonly OpenTrust[] => {
    const provider = sharedProviders.find((each) => issuer === each.issuer || issuer.startsWith(`${each.issuer}/`));
    if (!provider) return [];
    if (tests.state !== "known") return [{ answer: "unknown", provider, tests: [] }];
    const keys = provider.claims.map((claim) => `${issuer}:${claim}`.toLowerCase());
    const relevant = tests.value.filter(({ key }) => keys.includes(key));
    if (relevant.some((test) => namesCustomer(test, tests.value, provider))) return [];
    return [{ answer: "yes", provider, tests: relevant }];
  });
}

/** Whether a test leaves one customer: for a claim that begins with `repo:owner/`, no wildcard may stand before the `/`. */
function namesCustomer(test: Test, all: readonly Test[], { claims }: SharedProvider): boolean {
  if (test.negated || !test.operator.startsWith("string")) return false;
  if (holdsWithoutKey(test) && !requiredKeys(all).has(test.key)) return false;
  const literal = test.operator !== "stringlike";
  const { known, unknown } = test.values;
  if (known.length === 0) return unknown;
  return known.every((value) => literal || namesOwner(value, test.key.endsWith(":sub") && claims.includes("sub")));
}

/** `repo:owner/*`, `organization:owner:*`, `repository_owner_id:1:*`; a claim without a label ends at a `/`. */
function namesOwner(value: string, labelled: boolean): boolean {
  if (!/[*?]/.test(value)) return true;
  return labelled ? /^[^:/*?]+:[^:/*?]+[:/]/.test(value) : /^[^/*?]+\//.test(value);
}

/** The private OIDC providers whose users a statement trusts without a condition on their subject. */
export function asksForNoSubject(statement: Statement): readonly string[] {
  const tests = readConditions(statement.conditions);
  if (statement.effect !== "Allow" || tests.state !== "known") return [];
  const known = new Set(tests.value.filter(({ negated }) => !negated).map(({ key }) => key));
  return federatedIssuers(statement).filter(
    (issuer) =>
      !issuer.startsWith("arn:") &&
      issuer.includes(".") &&
      issuer !== "cognito-identity.amazonaws.com" &&
      !sharedProviders.some((each) => issuer === each.issuer || issuer.startsWith(`${each.issuer}/`)) &&
      !known.has(`${issuer}:sub`.toLowerCase()),
  );
}
