import assert from "node:assert/strict";
import fc from "fast-check";
import { Property } from "../../policy/frame/known";
import { statements } from "../../policy/readings/iam";
import { findOpenings } from "../../policy/readings/public";
import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

const document = (...Statement: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const sent = (type: string, name: string, properties: Record<string, unknown>): Sent => ({
  type,
  name,
  properties,
  links: {},
});

/** What lets nobody in but those whom it names, whatever the wording. */
const closed: Readonly<Record<string, Record<string, unknown>>> = {
  "an organisation": { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  "a part of an organisation": {
    "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*/ou-ab12-11111111/*" },
  },
  "all topics of one account": { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:123456789012:*" } },
  "one bucket": { ArnLike: { "AWS:SourceARN": ["arn:aws:s3:::uploads"] } },
  "access points of one account": {
    StringLike: { "s3:DataAccessPointArn": "arn:aws:s3:eu-west-1:123456789012:accesspoint/*" },
  },
  "all roles of one account": { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } },
  "an account written as a number": { StringEquals: { "aws:PrincipalAccount": 123456789012 } },
  "the own account": { StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } },
  "one endpoint": { StringEquals: { "aws:SourceVpce": "vpce-1" } },
  "addresses of an office": { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"] } },
  "an organisation, if the key has to be there": {
    StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
    Null: { "aws:PrincipalOrgID": "false" },
  },
};

/** What looks like a restriction and lets in strangers. */
const ajar: Readonly<Record<string, Record<string, unknown>>> = {
  "an organisation that holds without the key": { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-1" } },
  "an organisation if the key is there": { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1" } },
  "every topic of every account": { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } },
  "every bucket": { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } },
  "every VPC": { StringLike: { "aws:SourceVpc": "vpc-*" } },
  "every account but one": { StringNotEquals: { "aws:SourceAccount": "123456789012" } },
  "one of two that everybody is in": { StringLike: { "aws:PrincipalOrgID": ["o-1", "o-*"] } },
  "half of all addresses": { IpAddress: { "aws:SourceIp": "0.0.0.0/1" } },
  "a header": { StringEquals: { "aws:Referer": "https://example.com" } },
  "a tag that anybody can set": { StringEquals: { "aws:PrincipalTag/team": "orders" } },
  "a name that anybody can choose": { StringLike: { "aws:username": "admin" } },
  "addresses that every VPC may have": { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/16" } },
  "a role of that name in any account": { ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } },
  "access points of everybody": { StringLike: { "s3:DataAccessPointArn": "arn:aws:s3:*:*:accesspoint/*" } },
  "requests over TLS": { Bool: { "aws:SecureTransport": ["true"] } },
  "requests from a VPC, whichever": { Null: { "aws:SourceVpc": "true" } },
};

const queue = (...Statement: unknown[]) =>
  resource("queuePolicy", "p", { queueUrl: "q", policy: document(...Statement) });
const anyone = { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "arn:aws:sqs:eu-west-1:1:q" };
const denial = (Condition: unknown, more: Record<string, unknown> = {}) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: "*",
  Condition,
  ...more,
});

cases("sqs-public-policy", {
  holds: {
    ...Object.fromEntries(
      Object.entries(closed).map(([who, Condition]) => [
        `everybody under a condition on ${who}`,
        [queue({ ...anyone, Condition })],
      ]),
    ),
    "everybody, and a denial of all but an organisation": [
      queue(anyone, denial({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } })),
    ],
    "everybody, and a denial of all but an organisation and AWS's services": [
      queue(
        anyone,
        denial({
          StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1" },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        }),
      ),
    ],
    "everybody, and a denial of all but an account": [
      queue(anyone, {
        ...denial(undefined),
        Principal: undefined,
        NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
      }),
    ],
    "a condition whose value is not known yet": [
      resource("queuePolicy", "p", {
        queueUrl: "q",
        policy: { Statement: [{ ...anyone, Condition: { ArnEquals: { "aws:SourceArn": unknown } } }] },
      }),
    ],
  },
  violates: {
    ...Object.fromEntries(
      Object.entries(ajar).map(([who, Condition]) => [
        `everybody under a condition on ${who}`,
        [["allows sqs:SendMessage to everybody"], queue({ ...anyone, Condition })] as const,
      ]),
    ),
    "everybody, with a denial of other actions": [
      ["to everybody"],
      queue(anyone, denial({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" } }, { Action: "sqs:DeleteQueue" })),
    ],
    "everybody, with a denial over plain HTTP": [
      ["to everybody"],
      queue(anyone, denial({ Bool: { "aws:SecureTransport": "false" } })),
    ],
    "everybody, with a denial that a condition weakens": [
      ["to everybody"],
      queue(
        anyone,
        denial({ StringNotEquals: { "aws:PrincipalOrgID": "o-1" }, Bool: { "aws:SecureTransport": "false" } }),
      ),
    ],
    "a public statement beside one that is not known": [
      ["to everybody"],
      resource("queuePolicy", "p", {
        queueUrl: "q",
        policy: { Statement: [{ ...anyone, Resource: unknown }, anyone] },
      }),
    ],
  },
});

describe("a resource policy", () => {
  it("is public with a condition exactly if one line of it names callers by fixed values", () => {
    const entry = (from: typeof closed) => fc.constantFrom(...Object.values(from));
    fc.assert(
      fc.property(fc.array(entry(ajar), { maxLength: 3 }), fc.option(entry(closed)), (weak, strong) => {
        // A condition cannot have an operator twice: whatever comes later replaces what was before.
        const Condition = Object.assign({}, ...weak, strong ?? {}) as Record<string, unknown>;
        const read = statements(Property.of({ Version: "2012-10-17", Statement: { ...anyone, Condition } }));
        assert.equal(read.state, "known");
        assert.equal(findOpenings(read.value).length > 0, strong === null, JSON.stringify(Condition));
      }),
    );
  });
});

const bucket = (policy: unknown, block?: Record<string, unknown>) => [
  resource("bucket", "b", { bucket: "b" }),
  resource("bucketPolicy", "p", { bucket: "b", policy }),
  ...(block ? [resource("bucketPublicAccessBlock", "x", { bucket: "b", ...block })] : []),
];
const website = document({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::b/*" });
cases("s3-public-policy", {
  holds: {
    "a public policy of a bucket that restricts public access": [
      ...bucket(website, { blockPublicPolicy: false, restrictPublicBuckets: true }),
    ],
    "a policy for a distribution": bucket(
      document({
        Effect: "Allow",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::b/*",
      }),
    ),
  },
  violates: {
    "a public policy where the bucket does not block it": [
      ["allows s3:GetObject to everybody"],
      ...bucket(website, { blockPublicPolicy: false, restrictPublicBuckets: false }),
    ],
    "a public policy that AWS would refuse": [["to everybody"], ...bucket(website)],
    "a public policy of an access point": [
      ["to everybody"],
      sent("aws:s3control/accessPointPolicy:AccessPointPolicy", "p", { accessPointArn: "a", policy: website }),
    ],
  },
});

const domain = (more: Record<string, unknown>) =>
  sent("aws:opensearch/domain:Domain", "d", {
    domainName: "d",
    accessPolicies: document({ Effect: "Allow", Principal: { AWS: "*" }, Action: "es:*", Resource: "*" }),
    ...more,
  });
cases("opensearch-public-policy", {
  holds: {
    "an open policy in a VPC": [domain({ vpcOptions: { subnetIds: ["s"] } })],
    "an open policy of a domain with users of its own": [domain({ advancedSecurityOptions: { enabled: true } })],
  },
  violates: { "an open policy on the internet": [["allows es:* to everybody"], domain({})] },
});

const role = (...Statement: unknown[]) => resource("role", "r", { assumeRolePolicy: document(...Statement) });
const github = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com";
const web = (Federated: string, Condition?: unknown) =>
  role({ Effect: "Allow", Principal: { Federated }, Action: "sts:AssumeRoleWithWebIdentity", Condition });
const aud = { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" };
const assume = (Principal: unknown, Condition?: unknown) =>
  role({ Effect: "Allow", Principal, Action: "sts:AssumeRole", Condition });
const sub = "token.actions.githubusercontent.com:sub";
cases("iam-role-trust-public", {
  holds: {
    "a service": [assume({ Service: "lambda.amazonaws.com" })],
    "an account": [assume({ AWS: "arn:aws:iam::123456789012:root" })],
    "everybody of an organisation": [assume({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-1" } })],
    "one repository": [web(github, { StringEquals: { ...aud, [sub]: "repo:acme/shop:ref:refs/heads/main" } })],
    "all repositories of an owner": [web(github, { StringLike: { [sub]: "repo:acme/*" }, StringEquals: aud })],
    "an owner by its number": [web(github, { StringLike: { [sub]: "repository_owner_id:123:*" } })],
    "an identity pool": [
      web("cognito-identity.amazonaws.com", { StringEquals: { "cognito-identity.amazonaws.com:aud": "pool" } }),
    ],
    "a cluster's own provider": [
      web("arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC", {
        StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/ABC:sub": "system:serviceaccount:a:b" },
      }),
    ],
    "SAML users": [web("arn:aws:iam::123456789012:saml-provider/idp", { StringEquals: { "SAML:aud": "x" } })],
    "a subject that is not known yet": [
      resource("role", "r", {
        assumeRolePolicy: {
          Statement: {
            Effect: "Allow",
            Principal: { Federated: github },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringLike: { [sub]: unknown } },
          },
        },
      }),
    ],
  },
  violates: {
    "everybody of AWS": [["is public: it allows"], assume({ AWS: "*" })],
    everybody: [["is public: it allows"], assume("*")],
    "everybody with a word that is no secret": [["anyone"], assume("*", { StringEquals: { "sts:ExternalId": "x" } })],
    "everybody but one": [
      ["except those that its NotPrincipal names"],
      role({ Effect: "Allow", NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "sts:AssumeRole" }),
    ],
    "GitHub with aud and without sub": [["anyone at GitHub Actions"], web(github, { StringEquals: aud })],
    "GitHub with every repository": [["takes repo:*"], web(github, { StringLike: { [sub]: "repo:*" } })],
    "GitHub with owners that begin alike": [["takes repo:acme*"], web(github, { StringLike: { [sub]: "repo:acme*" } })],
    "GitHub with a subject that may be missing": [
      ["anyone at GitHub Actions"],
      web(github, { StringEqualsIfExists: { [sub]: "repo:acme/shop:*" } }),
    ],
    "GitHub with one of several that all have": [
      ["anyone at GitHub Actions"],
      web(github, { StringLike: { [sub]: ["repo:acme/*", "*"] } }),
    ],
    "GitHub without any condition": [["no condition asks whose"], web(github)],
    "GitLab with a group that is not named": [
      ["anyone at GitLab"],
      web("arn:aws:iam::123456789012:oidc-provider/gitlab.com", { StringLike: { "gitlab.com:sub": "project_path:*" } }),
    ],
    "any application of Google": [["anyone at Google"], web("accounts.google.com")],
  },
  open: {
    "a trust that is not known yet": [["r (assumeRolePolicy)"], resource("role", "r", { assumeRolePolicy: unknown })],
  },
});

cases("iam-role-trust-subject", {
  holds: {
    "a service account": [
      web("arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A", {
        StringEquals: { "oidc.eks.eu-west-1.amazonaws.com/id/A:sub": "system:serviceaccount:a:b" },
      }),
    ],
  },
  violates: {
    "every pod of a cluster": [
      ["every user of oidc.eks.eu-west-1.amazonaws.com/id/A"],
      web("arn:aws:iam::1:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/A"),
    ],
  },
});
cases("iam-role-trust-saml", {
  holds: { "assertions for AWS": [web("arn:aws:iam::1:saml-provider/x", { StringEquals: { "saml:aud": "x" } })] },
  violates: { "assertions for anything": [["for any application"], web("arn:aws:iam::1:saml-provider/x")] },
});
cases("iam-role-trust-service", {
  holds: {
    "the scheduler for one account": [
      assume({ Service: "scheduler.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": "1" } }),
    ],
    "a function, whose service sends no source": [assume({ Service: "lambda.amazonaws.com" })],
    "API Gateway, which sends none either": [assume({ Service: "apigateway.amazonaws.com" })],
  },
  violates: {
    "the scheduler for everybody": [["on behalf of any account"], assume({ Service: "scheduler.amazonaws.com" })],
  },
});
