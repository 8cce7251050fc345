import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { IAM } from "../rest/args";
import { findInvokeArn } from "../rest/routes";
import { type HttpApiArgs, type HttpAuthorizerArgs, type HttpRouteArgs, type JwtArgs } from "./args";
import { serviceRole } from "../../core/permissions";
import { type UserPool } from "../../identity/userPool";
import { asCallee } from "../../function/target";

/** Accepts access tokens that these apps of a user pool get for their users. */
export function userPoolTokens(pool: UserPool, clients: string[]): JwtArgs {
  return {
    issuer: pulumi.interpolate`https://${pool.providerName}`,
    audiences: clients.map((client) => pool.client(client).id),
  };
}

/** The authorizers of an HTTP API by name. One that calls a function gets a role that may call only this function. */
export function createHttpAuthorizers(
  name: string,
  apiId: pulumi.Input<string>,
  { authorizers = {}, tags }: HttpApiArgs,
  opts: pulumi.CustomResourceOptions,
): Record<string, aws.apigatewayv2.Authorizer> {
  const made = Object.entries(authorizers).map(([key, args]) => {
    const full = `${name}-${key}`;
    // The route is part of the cache key, since permission for one route says nothing about others.
    const kept = args.function && args.ttlSeconds ? ["$context.routeKey"] : [];
    const { identitySources = ["$request.header.Authorization", ...kept] } = args;
    const kind = args.function ? requestAuthorizer(full, { ...args, function: args.function }, tags, opts) : jwt(args);
    return [key, new aws.apigatewayv2.Authorizer(full, { apiId, name: key, identitySources, ...kind }, opts)] as const;
  });
  return Object.fromEntries(made);
}

type Kind = Omit<aws.apigatewayv2.AuthorizerArgs, "apiId" | "name" | "identitySources">;

const jwt = (args: HttpAuthorizerArgs): Kind => ({ authorizerType: "JWT", jwtConfiguration: args.jwt });

function requestAuthorizer(
  full: string,
  args: HttpAuthorizerArgs & Required<Pick<HttpAuthorizerArgs, "function">>,
  tags: HttpApiArgs["tags"],
  opts: pulumi.CustomResourceOptions,
): Kind {
  const call = [{ Action: "lambda:InvokeFunction", Resource: asCallee(args.function).invokeTargetArn }];
  const { role } = serviceRole(full, { service: "apigateway.amazonaws.com", rights: { call }, tags }, opts);
  return {
    authorizerType: "REQUEST",
    authorizerUri: findInvokeArn(args.function),
    authorizerCredentialsArn: role.arn,
    authorizerPayloadFormatVersion: "2.0",
    enableSimpleResponses: true,
    authorizerResultTtlInSeconds: args.ttlSeconds ?? 0,
  };
}

type Authorization = Pick<aws.apigatewayv2.RouteArgs, "authorizationType" | "authorizerId" | "authorizationScopes">;

/** The authorization settings of a route. Its arguments have been checked: one that is not public has an authorizer. */
export function findAuthorization(
  route: HttpRouteArgs,
  { authorizers = {}, defaultAuthorizer = "" }: HttpApiArgs,
  made: Record<string, aws.apigatewayv2.Authorizer>,
): Authorization {
  if (route.public) return { authorizationType: "NONE" };
  const { authorizer = defaultAuthorizer } = route;
  if (authorizer === IAM) return { authorizationType: "AWS_IAM" };
  return {
    authorizationType: authorizers[authorizer]?.jwt ? "JWT" : "CUSTOM",
    authorizerId: made[authorizer]?.id,
    authorizationScopes: route.scopes,
  };
}
