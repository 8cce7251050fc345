import type * as sdk from "@aws-sdk/client-api-gateway";
import type { Authorizer as AuthorizerResource, AuthorizerArgs } from "@pulumi/aws/apigateway/authorizer";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { anyName, formatArn, fromApi, notFound, replaced } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html */
export const Authorizer = resourceType<AuthorizerArgs, AuthorizerResource>({
  token: "aws:apigateway/authorizer:Authorizer",
  name: anyName(128),
  identity: [],
  properties: {
    ...optional("authorizerCredentials", "authorizerUri", "identityValidationExpression", "name"),
    authorizerResultTtlInSeconds: { default: 300 },
    identitySource: { default: "method.request.header.Authorization" },
    // The emulator cannot change a list.
    providerArns: { unordered: true, replace: true },
    restApi: { required: true, replace: true },
    type: { default: "TOKEN" },
  },
  outputs: { arn: "stable" },
  fromImportId: fromApi,

  async create(props, { apigateway }) {
    const { id } = await apigateway.createAuthorizer({
      restApiId: props.restApi,
      name: props.name,
      type: props.type as sdk.AuthorizerType,
      authorizerUri: props.authorizerUri,
      authorizerCredentials: props.authorizerCredentials,
      identitySource: props.identitySource,
      identityValidationExpression: props.identityValidationExpression,
      authorizerResultTtlInSeconds: props.authorizerResultTtlInSeconds,
      providerARNs: props.providerArns,
    });
    return id!;
  },

  async read(authorizerId, aws, { restApi }) {
    const live = await unless(notFound, aws.apigateway.getAuthorizer({ restApiId: restApi, authorizerId }));
    if (!live) return undefined;
    return {
      restApi,
      name: live.name,
      type: live.type,
      authorizerUri: live.authorizerUri || undefined,
      authorizerCredentials: live.authorizerCredentials ?? undefined,
      identitySource: live.identitySource,
      identityValidationExpression: live.identityValidationExpression || undefined,
      authorizerResultTtlInSeconds: Number(live.authorizerResultTtlInSeconds),
      providerArns: live.providerARNs,
      arn: formatArn(aws, `/restapis/${restApi}/authorizers/${authorizerId}`),
    };
  },

  async update(authorizerId, props, _old, { apigateway }) {
    const patchOperations = [
      replaced("/name", props.name),
      replaced("/type", props.type),
      replaced("/authorizerUri", props.authorizerUri ?? ""),
      replaced("/authorizerCredentials", props.authorizerCredentials),
      replaced("/identitySource", props.identitySource),
      replaced("/identityValidationExpression", props.identityValidationExpression ?? ""),
      replaced("/authorizerResultTtlInSeconds", String(props.authorizerResultTtlInSeconds)),
    ];
    await apigateway.updateAuthorizer({ restApiId: props.restApi, authorizerId, patchOperations });
  },

  async delete(authorizerId, { apigateway }, { restApi }) {
    await unless(notFound, apigateway.deleteAuthorizer({ restApiId: restApi, authorizerId }));
  },
});
