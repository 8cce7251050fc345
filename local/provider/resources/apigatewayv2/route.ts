import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Route as RouteResource, RouteArgs } from "@pulumi/aws/apigatewayv2/route";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "../apigateway/shared";
import { fromApi } from "./shared";

const webSocket = { notEmulated: "only WebSocket APIs have it" };

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html */
export const Route = resourceType<RouteArgs, RouteResource>({
  token: "aws:apigatewayv2/route:Route",
  identity: ["apiId", "routeKey"],
  properties: {
    ...optional("authorizerId", "operationName", "target"),
    ...withRule(webSocket, "modelSelectionExpression", "requestModels", "requestParameters"),
    ...withRule(webSocket, "routeResponseSelectionExpression"),
    apiId: { required: true, replace: true },
    apiKeyRequired: { default: false },
    authorizationScopes: { unordered: true },
    authorizationType: { default: "NONE" },
    routeKey: { required: true },
  },
  outputs: {},
  fromImportId: fromApi,

  async create(props, { apigatewayv2 }) {
    const { RouteId } = await apigatewayv2.createRoute(toSettings(props));
    return RouteId!;
  },

  async read(id, { apigatewayv2 }, { apiId }) {
    const live = await unless(notFound, apigatewayv2.getRoute({ ApiId: apiId, RouteId: id }));
    if (!live) return undefined;
    return {
      apiId,
      apiKeyRequired: live.ApiKeyRequired,
      authorizationScopes: live.AuthorizationScopes,
      authorizationType: live.AuthorizationType,
      authorizerId: live.AuthorizerId,
      operationName: live.OperationName || undefined,
      routeKey: live.RouteKey,
      target: live.Target || undefined,
    };
  },

  async update(id, props, _old, { apigatewayv2 }) {
    // An empty text or list removes what the program leaves out.
    const { authorizerId: AuthorizerId = "", authorizationScopes: AuthorizationScopes = [] } = props;
    await apigatewayv2.updateRoute({ ...toSettings(props), AuthorizerId, AuthorizationScopes, RouteId: id });
  },

  async delete(id, { apigatewayv2 }, { apiId }) {
    await unless(notFound, apigatewayv2.deleteRoute({ ApiId: apiId, RouteId: id }));
  },
});

const toSettings = (props: Inputs<RouteArgs>) => ({
  ApiId: props.apiId,
  ApiKeyRequired: props.apiKeyRequired,
  AuthorizationScopes: props.authorizationScopes,
  AuthorizationType: props.authorizationType as sdk.AuthorizationType,
  AuthorizerId: props.authorizerId,
  OperationName: props.operationName,
  RouteKey: props.routeKey,
  Target: props.target,
});
