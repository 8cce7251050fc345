import { wellArchitected } from "../../frame/controls";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { readConditions } from "../../readings/conditions";
import { type Statement, statements, strings } from "../../readings/iam";
import { asksForNoSubject, findOpenTrust } from "../../readings/oidc";
import { describeOpening, findOpenings } from "../../readings/public";

const property = "assumeRolePolicy";
const page = "https://docs.aws.amazon.com/IAM/latest/UserGuide";

/** Checks the trust policy of a role, if it can be read. */
function trusted(role: Resource, check: (all: readonly Statement[]) => Verdict): Verdict {
  const document = statements(role.get(property));
  if (document.state === "absent") return holds; // the provider asks for one
  return document.state === "known" ? check(document.value) : notEvaluated(role, property);
}

export const iamRoleTrustPublic: ResourceRule = {
  scope: "resource",
  type: types.role,
  id: "iam-role-trust-public",
  title: "No role can be assumed by anyone in the world",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC03-BP07"), wellArchitected("SEC03-BP02")],
  fix: "Name the accounts, roles or services as Principal; of an identity provider that others use too, ask for your own subject.",
  page: `${page}/id_roles_providers_oidc_secure-by-default.html`,
  check: (role) =>
    trusted(role, (all) => [
      ...findOpenings(all).flatMap((opening) =>
        opening.answer === "yes"
          ? violated(role, `its trust policy ${describeOpening(opening)}`)
          : notEvaluated(role, `${property} (a condition)`),
      ),
      ...all.flatMap(findOpenTrust).flatMap(({ answer, provider, tests }) => {
        if (answer === "unknown") return notEvaluated(role, `${property} (a condition)`);
        const values = tests.flatMap((test) => test.values.known);
        const condition = values.length > 0 ? `its condition takes ${values.join(", ")}` : "no condition asks whose";
        return violated(
          role,
          `its trust policy allows anyone at ${provider.name}: ${condition}`,
          `Ask for ${provider.issuer}:${provider.claims[0]}, for example ${provider.example}.`,
        );
      }),
    ]),
};

export const iamRoleTrustSubject: ResourceRule = {
  scope: "resource",
  type: types.role,
  id: "iam-role-trust-subject",
  title: "A role for users of an identity provider names which of them",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: "Add a StringEquals or StringLike condition on the provider's sub.",
  page: `${page}/id_roles_create_for-idp_oidc.html`,
  check: (role) =>
    trusted(role, (all) =>
      all.flatMap(asksForNoSubject).flatMap((issuer) => violated(role, `every user of ${issuer} can assume it`)),
    ),
};

export const iamRoleTrustSaml: ResourceRule = {
  scope: "resource",
  type: types.role,
  id: "iam-role-trust-saml",
  title: "A role for SAML users takes assertions that are made for AWS only",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP02")],
  fix: 'Add StringEquals {"SAML:aud": "https://signin.aws.amazon.com/saml"}.',
  page: `${page}/id_roles_create_for-idp_saml.html`,
  check: (role) =>
    trusted(role, (all) =>
      all.flatMap((statement) => {
        const saml = strings(statement.principal.at("Federated"))?.known.filter((each) =>
          /:saml-provider\//.test(each),
        );
        const tests = readConditions(statement.conditions);
        if (statement.effect !== "Allow" || !saml || saml.length === 0 || tests.state !== "known") return holds;
        return tests.value.some(({ key }) => key === "saml:aud" || key === "saml:recipient" || key === "saml:iss")
          ? holds
          : violated(role, `an assertion of ${saml.join(", ")} for any application lets its user assume it`);
      }),
    ),
};

/**
 * Services that assume a role that a request names, with the account and resource as condition keys. API Gateway is
 * not among them: it sends no source, so that the condition would refuse it.
 */
const deputies = new Set([
  "bedrock.amazonaws.com",
  "codebuild.amazonaws.com",
  "config.amazonaws.com",
  "events.amazonaws.com",
  "logs.amazonaws.com",
  "pipes.amazonaws.com",
  "scheduler.amazonaws.com",
  "states.amazonaws.com",
]);

export const iamRoleTrustService: ResourceRule = {
  scope: "resource",
  type: types.role,
  id: "iam-role-trust-service",
  title: "A service assumes a role on behalf of its own account only",
  severity: "low",
  level: "advisory",
  controls: [wellArchitected("SEC03-BP07")],
  fix: "Add StringEquals aws:SourceAccount with your account, or ArnLike aws:SourceArn with the resource.",
  page: `${page}/confused-deputy.html`,
  check: (role) =>
    trusted(role, (all) =>
      all.flatMap((statement) => {
        const services = strings(statement.principal.at("Service"))?.known.filter((each) => deputies.has(each)) ?? [];
        const tests = readConditions(statement.conditions);
        if (statement.effect !== "Allow" || services.length === 0 || tests.state !== "known") return holds;
        return tests.value.some(({ key }) => /^aws:source(account|arn|orgid|orgpaths)$/.test(key))
          ? holds
          : violated(role, `${services.join(", ")} can assume it on behalf of any account`);
      }),
    ),
};
