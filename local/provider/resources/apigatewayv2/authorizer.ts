import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Authorizer as AuthorizerResource, AuthorizerArgs } from "@pulumi/aws/apigatewayv2/authorizer";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { anyName, notFound } from "../apigateway/shared";
import { fromApi } from "./shared";

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-authorizers.html */
export const Authorizer = resourceType<AuthorizerArgs, AuthorizerResource>({
  token: "aws:apigatewayv2/authorizer:Authorizer",
  name: anyName(128),
  identity: [],
  properties: {
    ...withRule({ required: true, replace: true }, "apiId", "authorizerType"),
    ...withRule({ unordered: true }, "identitySources", "jwtConfiguration"),
    ...optional("authorizerCredentialsArn", "authorizerPayloadFormatVersion", "authorizerUri"),
    ...optional("enableSimpleResponses", "name"),
    authorizerResultTtlInSeconds: { computed: true },
  },
  outputs: {},
  fromImportId: fromApi,

  async create(props, { apigatewayv2 }) {
    const type = props.authorizerType as sdk.AuthorizerType;
    const settings = { ...toSettings(props), AuthorizerType: type, IdentitySource: props.identitySources ?? [] };
    const { AuthorizerId } = await apigatewayv2.createAuthorizer(settings);
    return AuthorizerId!;
  },

  async read(id, { apigatewayv2 }, { apiId, authorizerResultTtlInSeconds }) {
    const live = await unless(notFound, apigatewayv2.getAuthorizer({ ApiId: apiId, AuthorizerId: id }));
    if (!live) return undefined;
    const isJwt = live.AuthorizerType === "JWT";
    return {
      apiId,
      authorizerCredentialsArn: live.AuthorizerCredentialsArn || undefined,
      // The emulator returns these for JWT authorizers too, which call no function.
      authorizerPayloadFormatVersion: isJwt ? undefined : live.AuthorizerPayloadFormatVersion,
      authorizerResultTtlInSeconds: isJwt ? (authorizerResultTtlInSeconds ?? 0) : live.AuthorizerResultTtlInSeconds,
      authorizerType: live.AuthorizerType,
      authorizerUri: live.AuthorizerUri || undefined,
      enableSimpleResponses: live.EnableSimpleResponses || undefined,
      identitySources: live.IdentitySource,
      jwtConfiguration: live.JwtConfiguration?.Issuer ? fromAws(live.JwtConfiguration, audiences) : undefined,
      name: live.Name,
    };
  },

  async update(id, props, _old, { apigatewayv2 }) {
    const settings = { ...toSettings(props), AuthorizerId: id, IdentitySource: props.identitySources ?? [] };
    await apigatewayv2.updateAuthorizer(settings);
  },

  async delete(id, { apigatewayv2 }, { apiId }) {
    await unless(notFound, apigatewayv2.deleteAuthorizer({ ApiId: apiId, AuthorizerId: id }));
  },
});

/** AWS accepts one source in the list. */
const audiences = { audiences: "Audience" };

const toSettings = (props: Inputs<AuthorizerArgs>) => ({
  ApiId: props.apiId,
  AuthorizerCredentialsArn: props.authorizerCredentialsArn,
  AuthorizerPayloadFormatVersion: props.authorizerPayloadFormatVersion,
  AuthorizerResultTtlInSeconds: props.authorizerResultTtlInSeconds,
  AuthorizerUri: props.authorizerUri,
  EnableSimpleResponses: props.enableSimpleResponses,
  JwtConfiguration: props.jwtConfiguration && toAws<sdk.JWTConfiguration>(props.jwtConfiguration, audiences),
  Name: props.name,
});
