import { limits } from "../../limits";
import { isNamed, naming } from "../../limits/naming";
import { type Problem, Problems } from "../core/check";
import {
  SignInAlias,
  ThreatProtection,
  findTier,
  type UserPoolArgs,
  userPoolDefaults,
  UserPoolTier,
  VerificationMethod,
} from "./userPoolArgs";
import { userPoolClientsProblems } from "./userPoolClientCheck";

const plans = "see https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html";

/** Problems with a user pool's arguments. */
export function userPoolProblems(args: UserPoolArgs): Problem[] {
  const problems = new Problems()
    .range("passwordPolicy.minimumLength", args.passwordPolicy?.minimumLength, limits.cognito.passwordLength)
    .range("passwordPolicy.history", args.passwordPolicy?.history, limits.cognito.passwordHistory)
    .range("customAttributes.length", args.customAttributes?.length, limits.cognito.customAttributes);
  const days = args.passwordPolicy?.temporaryValidityDays;
  problems
    .that(days !== 0, "passwordPolicy.temporaryValidityDays", days, "Cognito takes 0 for 7 days: give 1 to 365")
    .range("passwordPolicy.temporaryValidityDays", days, limits.cognito.temporaryPasswordDays);
  checkSignIn(problems, args.signIn ?? userPoolDefaults.signIn);
  checkTier(problems, args);
  checkDomain(problems, args);
  checkNames(problems, args);
  const scopes = (args.resourceServers ?? []).flatMap(({ identifier, scopes: own }) =>
    Object.keys(own).map((scope) => `${identifier}/${scope}`),
  );
  return problems.all(userPoolClientsProblems(args.clients ?? [], { scopes, hasDomain: args.domain !== undefined }))
    .list;
}

function checkSignIn(problems: Problems, signIn: SignInAlias[]): void {
  problems
    .that(signIn.length > 0, "signIn", signIn, `give one or more of ${Object.values(SignInAlias).join(", ")}`)
    .that(new Set(signIn).size === signIn.length, "signIn", signIn, "name each alias once")
    .that(
      !signIn.includes(SignInAlias.PreferredUsername) || signIn.includes(SignInAlias.Username),
      "signIn",
      signIn,
      `${SignInAlias.PreferredUsername} is only an alias of a username: add ${SignInAlias.Username}`,
    );
}

function checkTier(problems: Problems, args: UserPoolArgs): void {
  const tier = findTier(args);
  const lite = tier === UserPoolTier.Lite;
  problems
    .that(
      (args.threatProtection ?? ThreatProtection.Off) === ThreatProtection.Off || tier === UserPoolTier.Plus,
      "threatProtection",
      args.threatProtection,
      `the tier ${tier} does not support it: choose the tier PLUS; ${plans}`,
    )
    .that(
      !lite || !args.passwordPolicy?.history,
      "passwordPolicy.history",
      args.passwordPolicy?.history,
      `the tier LITE keeps no history: give 0, or choose the tier ESSENTIALS; ${plans}`,
    )
    .that(
      !lite || !args.domain?.managedLogin,
      "domain.managedLogin",
      true,
      `the tier LITE has the classic pages only: leave it out, or choose the tier ESSENTIALS; ${plans}`,
    )
    .that(
      !lite || !args.triggers?.preTokenGeneration,
      "triggers.preTokenGeneration",
      "a function",
      `the tier LITE does not call version 2 of this trigger: choose the tier ESSENTIALS; ${plans}`,
    );
}

function checkDomain(problems: Problems, { domain, verification }: UserPoolArgs): void {
  problems.that(
    verification?.method !== VerificationMethod.Link || domain !== undefined,
    "verification.method",
    verification?.method,
    "a link leads to the pool's domain: give domain, or verify by code",
  );
  if (domain === undefined) return;
  const isLabel = (text: string): boolean => isNamed(naming.cognitoDomainPrefix, text);
  problems.that(
    domain.certificateArn === undefined
      ? isLabel(domain.domain) && !isNamed(naming.cognitoDomainReserved, domain.domain)
      : domain.domain.split(".").length > 2 && domain.domain.split(".").every(isLabel),
    "domain.domain",
    domain.domain,
    domain.certificateArn === undefined
      ? "a prefix has 1 to 63 lowercase letters, digits and hyphens, without aws, amazon or cognito; a domain of your own needs certificateArn"
      : "with a certificate, a name such as auth.example.com is needed",
  );
  const arn = domain.certificateArn;
  problems.that(
    typeof arn !== "string" || isNamed(naming.globalCertificate, arn),
    "domain.certificateArn",
    arn,
    "the certificate must be an ACM certificate in us-east-1",
  );
}

function checkNames(problems: Problems, args: UserPoolArgs): void {
  const lists = {
    clients: args.clients?.map(({ name }) => name),
    groups: args.groups?.map(({ name }) => name),
    resourceServers: args.resourceServers?.map(({ identifier }) => identifier),
    customAttributes: args.customAttributes?.map(({ name }) => name),
  };
  for (const [property, names = []] of Object.entries(lists)) {
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    problems.that(twice === undefined, property, twice, "two of them have this name: give each another");
  }
  for (const { name, precedence = 0 } of args.groups ?? []) {
    problems
      .that(
        isNamed(naming.cognitoGroup, name),
        "groups",
        name,
        "a group's name has 1 to 128 characters and no white space",
      )
      .that(
        Number.isInteger(precedence) && precedence >= 0,
        `groups.${name}.precedence`,
        precedence,
        "give 0, or a whole number above",
      );
  }
  for (const { identifier, scopes } of args.resourceServers ?? []) {
    const names = Object.keys(scopes);
    problems
      .that(names.length > 0, `resourceServers.${identifier}.scopes`, scopes, "give one scope or more")
      .range(`resourceServers.${identifier}.scopes.length`, names.length, limits.cognito.scopes);
    for (const scope of names) {
      problems.that(
        isNamed(naming.cognitoScope, scope),
        `resourceServers.${identifier}.scopes`,
        scope,
        'a scope has 1 to 256 characters, none of them a space, a slash, a quotation mark or a "\\"',
      );
    }
  }
  for (const { name } of args.customAttributes ?? []) {
    problems.that(
      /^[\w-]{1,20}$/.test(name),
      "customAttributes",
      name,
      "a name has 1 to 20 letters, digits, _ and -, without custom:",
    );
  }
}
