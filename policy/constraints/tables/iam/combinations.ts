import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";
import { document } from "../samples";

const types = ["role:Role", "user:User", "group:Group", "policy:Policy", "instanceProfile:InstanceProfile"];
const read = (count: number) =>
  document({
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: Array.from({ length: count }, (_, index) => `arn:aws:s3:::orders-of-the-shop-${index}/*`),
  });

/** What a value has to be, with examples. */
const values: readonly (readonly [what: string, good: object, bad: object])[] = [
  ["an action has one colon and no wildcard in its service", { Action: "s3:Get*" }, { Action: "s*:GetObject" }],
  ["a resource is an ARN of six parts or *", { Resource: "arn:aws:s3:::b/*" }, { Resource: "arn:aws:s3:b" }],
  ["the service of a resource has no wildcard", { Resource: "arn:aws:s3:::b*" }, { Resource: "arn:aws:s*:::b" }],
  [
    "IAM ARNs have no Region",
    { Resource: "arn:aws:iam::111122223333:role/r" },
    { Resource: "arn:aws:iam:eu-west-1:111122223333:role/r" },
  ],
  [
    "numbers are compared with numbers",
    { Condition: { NumericLessThan: { "s3:max-keys": "10" } } },
    { Condition: { NumericLessThan: { "s3:max-keys": "ten" } } },
  ],
  [
    "times are compared with times",
    { Condition: { DateLessThan: { "aws:CurrentTime": "2027-01-01T00:00:00Z" } } },
    { Condition: { DateLessThan: { "aws:CurrentTime": "tomorrow" } } },
  ],
  [
    "addresses are compared with addresses",
    { Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } },
    { Condition: { IpAddress: { "aws:SourceIp": "office" } } },
  ],
  [
    "ARNs are compared with ARNs",
    { Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::b" } } },
    { Condition: { ArnLike: { "aws:SourceArn": "b" } } },
  ],
  [
    "Null has no IfExists",
    { Condition: { Null: { "aws:TokenIssueTime": "true" } } },
    { Condition: { NullIfExists: { "aws:TokenIssueTime": "true" } } },
  ],
];

const statement = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

const inRolePolicy = values.map(([, good, bad]): Row => ({
  at: "policy",
  fact: "a policy of a role, user or group is an IAM policy document without Principal, whose statements have a Resource and values of the right form",
  format: "identityPolicy",
  good: document({ ...statement, ...good }),
  bad: document({ ...statement, ...bad }),
}));

const trust = (principal: unknown, more: object = {}) =>
  document({ Effect: "Allow", Action: "sts:AssumeRole", Principal: principal, ...more });

/** IAM: documents by the values of their statements, sizes, paths. */
export const iamCombinations: readonly TypeRows[] = [
  {
    type: "aws:iam/rolePolicy:RolePolicy",
    source: page("IAM/latest/UserGuide/reference_policies_elements"),
    rows: inRolePolicy,
  },
  {
    type: "aws:iam/role:Role",
    source: page("IAM/latest/UserGuide/reference_policies_elements_principal"),
    rows: [
      ["*", { AWS: "arn:aws:iam::111122223333:root" }] as const,
      [{ Service: "lambda" }, { Service: "lambda.amazonaws.com" }] as const,
      [{ Service: "*.amazonaws.com" }, { Service: "lambda.amazonaws.com" }] as const,
    ].map(([bad, good]): Row => ({
      at: "assumeRolePolicy",
      fact: "a trust policy is an IAM policy document that names a Principal by its kind, and no Resource",
      format: "trustPolicy",
      good: trust(good),
      bad: trust(bad),
    })),
  },
  {
    type: "aws:iam/userPolicy:UserPolicy",
    source: page("IAM/latest/UserGuide/reference_iam-quotas"),
    rows: [
      {
        at: "policy",
        fact: "a user's inline policies have 2,048 characters",
        format: "userPolicySize",
        good: read(10),
        bad: read(60),
      },
    ],
  },
  {
    type: "aws:iam/groupPolicy:GroupPolicy",
    source: page("IAM/latest/UserGuide/reference_iam-quotas"),
    rows: [
      {
        at: "policy",
        fact: "a group's inline policies have 5,120 characters",
        format: "groupPolicySize",
        good: read(60),
        bad: read(160),
      },
    ],
  },
  ...types.map((type) => ({
    type: `aws:iam/${type}`,
    source: page("IAM/latest/UserGuide/reference_identifiers"),
    rows: [
      {
        at: "path",
        fact: "the path /aws-service-role/ is AWS's own",
        not: { pattern: "^/aws-service-role(/|$)" },
        good: "/orders/",
        bad: "/aws-service-role/orders/",
      },
    ],
  })),
  {
    type: "aws:iam/user:User",
    source: api("iam", "CreateUser"),
    rows: [
      {
        at: "permissionsBoundary",
        fact: "a boundary is the ARN of a policy",
        pattern: "^arn:[^:]*:iam::[^:]*:policy/",
        good: "arn:aws:iam::111122223333:policy/p",
        bad: "arn:aws:iam::111122223333:role/r",
      },
    ],
  },
];
