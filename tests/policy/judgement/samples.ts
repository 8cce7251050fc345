import { sent } from "./judge";

export const account = "123456789012";
export const fnArn = `arn:aws:lambda:eu-west-1:${account}:function:f`;

/** A value as JSON. */
export const text = (value: object): string => JSON.stringify(value);

/** A policy document of these statements. */
export const policy = (...Statement: object[]): string => text({ Version: "2012-10-17", Statement });

/** An identity pool, and the role of its signed-in users with this policy. */
export const idRole = (document: string, more: object = {}) => [
  sent("identityPool", "ip", { id: "eu-west-1:1", identityPoolName: "x" }),
  sent("role", "r", {
    name: "r",
    arn: `arn:aws:iam::${account}:role/r`,
    assumeRolePolicy: policy({
      Effect: "Allow",
      Principal: { Federated: "cognito-identity.amazonaws.com" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { "cognito-identity.amazonaws.com:aud": "eu-west-1:1" },
        "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
      },
    }),
    ...more,
  }),
  sent("rolePolicy", "p", { role: "r", policy: document }),
];
/** Gives the pool of {@link idRole} its role. */
export const attach = sent("identityPoolRoles", "a", {
  identityPoolId: "eu-west-1:1",
  roles: { authenticated: `arn:aws:iam::${account}:role/r` },
});
