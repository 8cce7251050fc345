import { type Row, type TypeRows } from "../schema";
import { api, page } from "./pages";
import { document } from "./samples";

const identity = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" };

const trust = { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" };

const reader = page("IAM/latest/UserGuide/reference_policies_elements_principal");

const grammar = page("IAM/latest/UserGuide/reference_policies_grammar");

const identityRows = (at: string): readonly Row[] => [
  {
    at,
    fact: "a policy of a role, user or group is an IAM policy document without Principal, whose statements have a Resource and values of the right form",
    format: "identityPolicy",
    source: reader,
    good: document(identity),
    bad: document({ ...identity, Principal: { AWS: "arn:aws:iam::111122223333:root" } }),
  },
];

const path: Row = {
  at: "path",
  fact: "a path begins and ends with a slash",
  pattern: "^(/|/[\\x21-\\x7e]+/)$",
  source: api("iam", "CreateRole"),
  good: "/service/",
  bad: "service",
};

const named = (most: number): Row => ({
  at: "name",
  fact: `a name has letters, digits and + = , . @ - _, ${most} at most`,
  pattern: `^[\\w+=,.@-]{1,${most}}$`,
  source: page("IAM/latest/UserGuide/reference_iam-quotas"),
  good: "orders",
  bad: "my orders",
});

const managed: Row = {
  at: "policyArn",
  fact: "a policy is named by its ARN",
  pattern: "^arn:",
  source: api("iam", "AttachRolePolicy"),
  good: "arn:aws:iam::aws:policy/ReadOnlyAccess",
  bad: "ReadOnlyAccess",
};

/** IAM. */
export const iam: readonly TypeRows[] = [
  ...["aws:iam/rolePolicy:RolePolicy", "aws:iam/userPolicy:UserPolicy", "aws:iam/groupPolicy:GroupPolicy"].map(
    (type) => ({ type, source: grammar, rows: [...identityRows("policy"), named(128)] }),
  ),
  {
    type: "aws:iam/policy:Policy",
    source: api("iam", "CreatePolicy"),
    rows: [
      ...identityRows("policy"),
      named(128),
      path,
      { at: "description", maxLength: 1000, good: "a", bad: "a".repeat(1001) },
    ],
  },
  {
    type: "aws:iam/role:Role",
    source: api("iam", "CreateRole"),
    rows: [
      {
        at: "assumeRolePolicy",
        fact: "a trust policy is an IAM policy document that names a Principal by its kind, and no Resource",
        format: "trustPolicy",
        source: grammar,
        good: document(trust),
        bad: document({ ...trust, Resource: "*" }),
      },
      {
        at: "assumeRolePolicy",
        fact: "the actions of a trust policy are those of STS",
        format: "trustActions",
        source: "measured",
        good: document(trust),
        bad: document({ ...trust, Action: "lambda:InvokeFunction" }),
      },
      ...identityRows("inlinePolicies[].policy"),
      named(64),
      path,
      { at: "maxSessionDuration", minimum: 3600, maximum: 43200, good: 43200, bad: 43201 },
      { at: "description", maxLength: 1000, good: "a", bad: "a".repeat(1001) },
      {
        at: "permissionsBoundary",
        fact: "a boundary is the ARN of a policy",
        pattern: "^arn:[^:]*:iam::[^:]*:policy/",
        good: "arn:aws:iam::111122223333:policy/b",
        bad: "arn:aws:iam::111122223333:role/r",
      },
      {
        at: "managedPolicyArns[]",
        fact: "a policy is named by its ARN",
        pattern: "^arn:",
        good: "arn:aws:iam::aws:policy/ReadOnlyAccess",
        bad: "ReadOnlyAccess",
      },
    ],
  },
  {
    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    source: api("iam", "AttachRolePolicy"),
    rows: [managed],
  },
  {
    type: "aws:iam/userPolicyAttachment:UserPolicyAttachment",
    source: api("iam", "AttachUserPolicy"),
    rows: [managed],
  },
  {
    type: "aws:iam/groupPolicyAttachment:GroupPolicyAttachment",
    source: api("iam", "AttachGroupPolicy"),
    rows: [managed],
  },
  { type: "aws:iam/user:User", source: api("iam", "CreateUser"), rows: [named(64), path] },
  { type: "aws:iam/group:Group", source: api("iam", "CreateGroup"), rows: [named(128), path] },
  {
    type: "aws:iam/instanceProfile:InstanceProfile",
    source: api("iam", "CreateInstanceProfile"),
    rows: [named(128), path],
  },
  {
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    source: api("iam", "UpdateAccountPasswordPolicy"),
    rows: [
      { at: "minimumPasswordLength", minimum: 6, maximum: 128, good: 14, bad: 5 },
      { at: "maxPasswordAge", minimum: 0, maximum: 1095, good: 90, bad: 1096 },
      { at: "passwordReusePrevention", minimum: 0, maximum: 24, good: 24, bad: 25 },
    ],
  },
  {
    type: "aws:iam/accessKey:AccessKey",
    source: api("iam", "UpdateAccessKey"),
    rows: [{ at: "status", enum: ["Active", "Inactive"], good: "Active", bad: "Enabled" }],
  },
  {
    type: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
    source: api("iam", "CreateOpenIDConnectProvider"),
    rows: [
      {
        at: "url",
        fact: "a provider's address begins with https:// and has neither port nor query",
        pattern: "^https://[^:?]+$",
        good: "https://token.actions.githubusercontent.com",
        bad: "http://token.example",
      },
      {
        at: "clientIdLists",
        maxItems: 100,
        good: ["sts.amazonaws.com"],
        bad: Array.from({ length: 101 }, (_, i) => `c${i}`),
      },
      {
        at: "thumbprintLists",
        maxItems: 5,
        good: ["a".repeat(40)],
        bad: Array.from({ length: 6 }, () => "a".repeat(40)),
      },
      {
        at: "thumbprintLists[]",
        fact: "a thumbprint is 40 hexadecimal digits",
        pattern: "^[0-9a-fA-F]{40}$",
        good: "a".repeat(40),
        bad: "abc",
      },
    ],
  },
  {
    type: "aws:iam/samlProvider:SamlProvider",
    source: api("iam", "CreateSAMLProvider"),
    rows: [
      {
        at: "name",
        fact: "a name has letters, digits and . _ -, 128 at most",
        pattern: "^[\\w._-]{1,128}$",
        good: "corp",
        bad: "my corp",
      },
      { at: "samlMetadataDocument", minLength: 1000, maxLength: 10000000, good: "a".repeat(1000), bad: "<xml/>" },
    ],
  },
  {
    type: "aws:iam/serviceLinkedRole:ServiceLinkedRole",
    source: api("iam", "CreateServiceLinkedRole"),
    rows: [
      {
        at: "awsServiceName",
        fact: "a service is named as <service>.amazonaws.com",
        pattern: "^[\\w.-]+\\.amazonaws\\.com(\\.cn)?$",
        good: "elasticbeanstalk.amazonaws.com",
        bad: "elasticbeanstalk",
      },
    ],
  },
];
