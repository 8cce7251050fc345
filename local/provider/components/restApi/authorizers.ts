import { isRecord, type Properties, unknownValue } from "../../frame/values";
import { type Authorizer } from "./args";
import { type Parts, writePolicy } from "./parts";

/** An authorizer as the OpenAPI document has it. One that is a function gets the role by which API Gateway invokes it. */
export async function authorizerScheme(name: string, authorizer: Authorizer, parts: Parts): Promise<Properties> {
  const { handler } = authorizer;
  const scheme = (location: unknown, kind: unknown, definition: Properties): Properties => ({
    type: "apiKey",
    name: authorizer.parameterName,
    in: location,
    "x-amazon-apigateway-authtype": kind,
    "x-amazon-apigateway-authorizer": {
      identitySource: (authorizer.identitySource ?? []).join(", "),
      ...definition,
    },
  });
  if (handler === undefined) {
    const providerARNs = await Promise.all(
      (authorizer.providerARNs ?? []).map((pool) => parts.readOutput(pool, "arn")),
    );
    return scheme("header", "cognito_user_pools", { type: "cognito_user_pools", providerARNs });
  }
  const { identityValidationExpression, authorizerResultTtlInSeconds } = authorizer;
  return scheme(authorizer.parameterLocation, authorizer.authType, {
    type: authorizer.type,
    ...(await invocation(name, handler, parts)),
    identityValidationExpression,
    authorizerResultTtlInSeconds,
  });
}

async function invocation(name: string, handler: unknown, parts: Parts): Promise<Properties> {
  if (isRecord(handler) && handler.uri !== undefined) {
    return {
      authorizerUri: await parts.readOutput(handler.uri, "invokeArn"),
      authorizerCredentials: await parts.readOutput(handler.credentials, "arn"),
    };
  }
  const { arn, invokeArn } = await parts.findFunction(handler);
  const role = await parts.make("aws:iam/role:Role", `${name}-authorizer-role`, {
    assumeRolePolicy: writePolicy({
      Action: "sts:AssumeRole",
      Principal: { Service: ["lambda.amazonaws.com", "apigateway.amazonaws.com"] },
      Effect: "Allow",
      Sid: "AllowAssumeRole",
    }),
  });
  const policy = writePolicy({ Action: "lambda:InvokeFunction", Effect: "Allow", Resource: arn });
  await parts.make(
    "aws:iam/rolePolicy:RolePolicy",
    `${name}-invocation-policy`,
    { role: role.id, policy: arn === unknownValue ? unknownValue : policy },
    { dependsOn: [role], sources: { role: [role] } },
  );
  return { authorizerUri: invokeArn, authorizerCredentials: role.outputs.arn ?? unknownValue };
}
