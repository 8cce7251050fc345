import type * as sdk from "@aws-sdk/client-api-gateway";
import type { Method as MethodResource, MethodArgs } from "@pulumi/aws/apigateway/method";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { putIntegration } from "./integration";
import { fromPlace, formatId, place, toPlace } from "./place";
import { notFound } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethod.html */
export const Method = resourceType<MethodArgs, MethodResource>({
  token: "aws:apigateway/method:Method",
  identity: ["restApi", "resourceId", "httpMethod"],
  properties: {
    ...place,
    ...optional("authorizerId", "operationName", "requestModels", "requestParameters", "requestValidatorId"),
    apiKeyRequired: { default: false },
    authorization: { required: true },
    authorizationScopes: { unordered: true },
  },
  outputs: {},
  fromImportId: fromPlace("agm"),

  async create(props, { apigateway }) {
    await apigateway.putMethod(toMethod(props));
    return formatId("agm", props);
  },

  async read(_id, { apigateway }, known) {
    const live = await unless(notFound, apigateway.getMethod(toPlace(known)));
    if (!live) return undefined;
    return {
      id: formatId("agm", known),
      restApi: known.restApi,
      resourceId: known.resourceId,
      httpMethod: live.httpMethod,
      apiKeyRequired: live.apiKeyRequired,
      authorization: live.authorizationType,
      authorizationScopes: live.authorizationScopes,
      authorizerId: live.authorizerId ?? undefined,
      operationName: live.operationName || undefined,
      requestModels: live.requestModels,
      requestParameters: live.requestParameters,
      requestValidatorId: live.requestValidatorId ?? undefined,
    };
  },

  /** The emulator cannot patch keys with a slash, so put the method again, and then its parts. */
  async update(_id, props, _old, { apigateway }) {
    const at = toPlace(props);
    const { methodIntegration, methodResponses = {} } = await apigateway.getMethod(at);
    await apigateway.putMethod(toMethod(props));
    for (const { statusCode, ...response } of Object.values(methodResponses)) {
      await apigateway.putMethodResponse({ ...at, statusCode, ...response });
    }
    if (!methodIntegration) return;
    await putIntegration({ ...at, integrationHttpMethod: methodIntegration.httpMethod }, methodIntegration, apigateway);
  },

  async delete(_id, { apigateway }, known) {
    await unless(notFound, apigateway.deleteMethod(toPlace(known)));
  },
});

function toMethod(props: Inputs<MethodArgs>): sdk.PutMethodRequest {
  return {
    ...toPlace(props),
    apiKeyRequired: props.apiKeyRequired,
    authorizationType: props.authorization,
    authorizationScopes: props.authorizationScopes,
    authorizerId: props.authorizerId,
    operationName: props.operationName,
    requestModels: props.requestModels,
    requestParameters: props.requestParameters,
    requestValidatorId: props.requestValidatorId,
  };
}
