import { type FactsByName } from "./facts";
import { beside, on } from "./on";

type Arguments = Record<string, unknown>;

const version = { Version: "2012-10-17" };
const account = "111122223333";
const reads = { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::own/*" };
const document = (...statements: readonly Arguments[]) => JSON.stringify({ ...version, Statement: statements });

const policy = on("aws:iam/policy:Policy", { name: "own" });

/** Facts of a statement of a policy: what differs from one that is taken. */
const states = (says: string, bad: Arguments, good: Arguments = {}) =>
  policy(says, { policy: document({ ...reads, ...bad }) }, { policy: document({ ...reads, ...good }) });
const compares = (says: string, bad: Arguments, good: Arguments) =>
  states(says, { Condition: bad }, { Condition: good });

const trusting = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "lambda.amazonaws.com" } };
const trust = { name: "own", assumeRolePolicy: document(trusting) };
const role = on("aws:iam/role:Role", trust);
const trusts = (says: string, bad: Arguments, good: Arguments = {}) =>
  role(
    says,
    { assumeRolePolicy: document({ ...trusting, ...bad }) },
    { assumeRolePolicy: document({ ...trusting, ...good }) },
  );
const serves = (says: string, bad: string, good: string) =>
  trusts(says, { Principal: { Service: bad } }, { Principal: { Service: good } });
const isPerson = {
  Condition: {
    StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:own" },
    "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
  },
};
const federated = {
  Principal: { Federated: "cognito-identity.amazonaws.com" },
  Action: "sts:AssumeRoleWithWebIdentity",
};
const provider = on("aws:iam/openIdConnectProvider:OpenIdConnectProvider", {
  url: "https://id.example.com",
  clientIdLists: ["own"],
});

/** A document of some statements. */
const long = (count: number) =>
  document(
    ...Array.from({ length: count }, (_, i) => ({
      ...reads,
      Sid: `Statement${i}`,
      Resource: `arn:aws:s3:::own-${i}/*`,
    })),
  );
const managed = (count: number) => ({
  managedPolicyArns: Array.from({ length: count }, (_, i) => `arn:aws:iam::${account}:policy/own-${i}`),
});

export const iam: FactsByName = {
  "iam-identity-policy-no-principal": states("a policy of a role has no principal", { Principal: "*" }),
  "iam-inline-policy-size": beside(
    [["aws:iam/role:Role", "role", trust]],
    "the policies of a role have 10 KB together",
    ["aws:iam/rolePolicy:RolePolicy", "subject", { role: "own", name: "own", policy: long(120) }],
    ["aws:iam/rolePolicy:RolePolicy", "subject", { role: "own", name: "own", policy: long(80) }],
  ),
  "iam-managed-policy-count": role("a role has 25 policies", managed(26), managed(10)),
  "iam-managed-policy-size": policy("a policy has 6 KB", { policy: long(80) }, { policy: long(40) }),
  "iam-name-format": role("a name has no spaces", { name: "own role" }, { name: "own-role" }),
  "iam-oidc-provider-client-id-count": provider(
    "a provider has 100 clients",
    { clientIdLists: Array.from({ length: 101 }, (_, i) => `own-${i}`) },
    { clientIdLists: Array.from({ length: 100 }, (_, i) => `own-${i}`) },
  ),
  "iam-oidc-provider-url-https": provider("a provider has HTTPS", { url: "http://id.example.com" }, {}),
  "iam-path-service-role-reserved": role(
    "/aws-service-role/ is AWS's own",
    { path: "/aws-service-role/" },
    { path: "/service-role/" },
  ),
  "iam-permissions-boundary-policy-arn": role(
    "a boundary is a policy",
    { permissionsBoundary: `arn:aws:iam::${account}:role/own` },
    { permissionsBoundary: `arn:aws:iam::${account}:policy/own` },
  ),
  "iam-policy-action-format": states("an action has a service", { Action: "GetObject" }),
  "iam-policy-action-required": states("a statement has an action", { Action: undefined }),
  "iam-policy-action-single-colon": states("an action has one colon", { Action: "s3:Get:Object" }),
  "iam-policy-action-vendor-wildcard": states("a service has no asterisk", { Action: "s*:GetObject" }),
  "iam-policy-arn-partition": role(
    "a policy is of the own partition",
    { managedPolicyArns: ["arn:aws-cn:iam::aws:policy/ReadOnlyAccess"] },
    { managedPolicyArns: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] },
  ),
  "iam-policy-condition-arn-value": compares(
    "an ARN is compared with an ARN",
    { ArnLike: { "aws:SourceArn": "own" } },
    { ArnLike: { "aws:SourceArn": "arn:aws:s3:::own" } },
  ),
  "iam-policy-condition-binary-value": compares(
    "bytes are base64",
    { BinaryEquals: { "aws:own": "own!" } },
    { BinaryEquals: { "aws:own": "b3du" } },
  ),
  "iam-policy-condition-date-value": compares(
    "a date is a date",
    { DateLessThan: { "aws:CurrentTime": "tomorrow" } },
    { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
  ),
  "iam-policy-condition-ip-value": compares(
    "an address is an address",
    { IpAddress: { "aws:SourceIp": "10.0.0.256" } },
    { IpAddress: { "aws:SourceIp": "10.0.0.0/24" } },
  ),
  "iam-policy-condition-null-ifexists": compares(
    "Null has no IfExists",
    { NullIfExists: { "aws:SourceArn": "true" } },
    { Null: { "aws:SourceArn": "true" } },
  ),
  "iam-policy-condition-numeric-value": compares(
    "a number is a number",
    { NumericLessThan: { "s3:max-keys": "ten" } },
    { NumericLessThan: { "s3:max-keys": "10" } },
  ),
  "iam-policy-condition-operator": compares(
    "an operator is one of IAM's",
    { StringEqual: { "aws:SourceAccount": account } },
    { StringEquals: { "aws:SourceAccount": account } },
  ),
  "iam-policy-condition-value-type": compares(
    "a value is a text",
    { StringEquals: { "aws:SourceAccount": { own: account } } },
    { StringEquals: { "aws:SourceAccount": account } },
  ),
  "iam-policy-duplicate-sid": policy(
    "a statement has an id of its own",
    { policy: document({ ...reads, Sid: "Own" }, { ...reads, Sid: "Own", Action: "s3:PutObject" }) },
    { policy: document({ ...reads, Sid: "Own" }, { ...reads, Sid: "Other", Action: "s3:PutObject" }) },
  ),
  "iam-policy-effect-case": states("an effect has a capital", { Effect: "allow" }),
  "iam-policy-effect-required": states("a statement has an effect", { Effect: undefined }),
  "iam-policy-exclusive-fields": states("actions are named or excluded", { NotAction: "s3:PutObject" }),
  "iam-policy-resource-arn-segments": states("an ARN has six parts", { Resource: "arn:aws:s3:own" }),
  "iam-policy-resource-format": states("a resource is an ARN", { Resource: "own" }),
  "iam-policy-resource-global-service-arn": states(
    "a bucket has no Region",
    {
      Action: "s3:ListBucket",
      Resource: "arn:aws:s3:eu-west-1::own",
    },
    { Action: "s3:ListBucket", Resource: "arn:aws:s3:::own" },
  ),
  "iam-policy-resource-partition": states("a resource is of the own partition", {
    Resource: "arn:aws-cn:s3:::own/*",
  }),
  "iam-policy-resource-service-wildcard": states("the service of an ARN has no asterisk", {
    Resource: "arn:aws:s*:::own/*",
  }),
  "iam-policy-sid-format": states("an id has no hyphens", { Sid: "own-id" }, { Sid: "OwnId" }),
  "iam-policy-statement-required": policy(
    "a policy has a statement",
    { policy: document() },
    { policy: document(reads) },
  ),
  "iam-policy-statement-resource-required": states("a statement has a resource", { Resource: undefined }),
  "iam-policy-statement-unknown-field": states("a statement has no comment", { Comment: "own" }),
  "iam-policy-unknown-toplevel-field": policy(
    "a policy has no comment",
    { policy: JSON.stringify({ ...version, Comment: "own", Statement: [reads] }) },
    { policy: document(reads) },
  ),
  "iam-policy-version": policy(
    "a version is one of two",
    { policy: JSON.stringify({ Version: "2020-01-01", Statement: [reads] }) },
    { policy: document(reads) },
  ),
  "iam-slr-service-name-format": on("aws:iam/serviceLinkedRole:ServiceLinkedRole")(
    "a service is named by its domain",
    { awsServiceName: "ecs" },
    { awsServiceName: "ecs.amazonaws.com" },
  ),
  "iam-trust-policy-action-sts-only": trusts("a role is assumed", { Action: "s3:GetObject" }),
  "iam-trust-policy-aws-principal-format": trusts(
    "an account has twelve digits",
    { Principal: { AWS: "own" } },
    { Principal: { AWS: `arn:aws:iam::${account}:root` } },
  ),
  "iam-trust-policy-cognito-condition": trusts("Cognito needs a condition", federated, { ...federated, ...isPerson }),
  "iam-trust-policy-no-resource": trusts("a trust has no resource", { Resource: "*" }),
  "iam-trust-policy-principal-star-string": trusts("a principal has a kind", { Principal: "*" }),
  "iam-trust-policy-service-principal": serves("a service has a domain", "lambda", "lambda.amazonaws.com"),
  "iam-trust-policy-service-wildcard": serves("a service has no asterisk", "*.amazonaws.com", "lambda.amazonaws.com"),
};
