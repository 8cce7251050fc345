import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { limits } from "../../../limits";
import { type AuthorizerArgs } from "./args";
import { type Definition } from "./definition";
import { findInvokeArn } from "./routes";
import { serviceRole } from "../../core/permissions";
import { asCallee } from "../../function/target";

/** The authorizers of an API. One that calls a function gets a role that may call only this function. */
export function createAuthorizers(
  name: string,
  authorizers: Record<string, AuthorizerArgs>,
  target: { restApi: aws.apigateway.RestApi; definition: Definition },
  opts: pulumi.CustomResourceOptions,
): Record<string, aws.apigateway.Authorizer> {
  const made = Object.entries(authorizers).map(([key, args]) => {
    const { type, identitySources, ttlSeconds, tokenPattern, userPoolArns } = args;
    const full = `${name}-${key}`;
    const role =
      args.function &&
      serviceRole(
        full,
        {
          service: "apigateway.amazonaws.com",
          rights: { call: [{ Action: "lambda:InvokeFunction", Resource: asCallee(args.function).invokeTargetArn }] },
        },
        opts,
      ).role;
    const authorizer = target.definition.add(
      aws.apigateway.Authorizer,
      full,
      {
        restApi: target.restApi.id,
        name: key,
        type,
        authorizerUri: args.function && findInvokeArn(args.function),
        authorizerCredentials: role?.arn,
        providerArns: userPoolArns,
        identitySource: identitySources?.join(","),
        authorizerResultTtlInSeconds: ttlSeconds ?? limits.apigateway.authorizerTtl.default,
        identityValidationExpression: tokenPattern,
      },
      opts,
    );
    return [key, authorizer] as const;
  });
  return Object.fromEntries(made);
}
