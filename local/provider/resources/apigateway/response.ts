import type * as sdk from "@aws-sdk/client-api-gateway";
import type { Response as ResponseResource, ResponseArgs } from "@pulumi/aws/apigateway/response";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "./shared";

/** API Gateway's own response to one type of error. */
export const Response = resourceType<ResponseArgs, ResponseResource>({
  token: "aws:apigateway/response:Response",
  identity: ["restApiId", "responseType"],
  properties: {
    ...withRule({ required: true, replace: true }, "responseType", "restApiId"),
    ...optional("responseParameters", "responseTemplates", "statusCode"),
  },
  outputs: {},
  fromImportId: (id) => {
    const [restApiId, responseType] = id.split("/");
    return { id: `aggr-${restApiId}-${responseType}`, known: { restApiId, responseType } };
  },
  notEmulated: ({ responseTemplates = {} }) =>
    Object.values(responseTemplates).some((template) => template.includes("validationErrorString"))
      ? ["responseTemplates: the emulator does not fill in $context.error.validationErrorString"]
      : [],

  async create(props, { apigateway }) {
    await apigateway.putGatewayResponse(toGatewayResponse(props));
    return `aggr-${props.restApiId}-${props.responseType}`;
  },

  async read(_id, { apigateway }, { restApiId, responseType, statusCode }) {
    const call = apigateway.getGatewayResponse({ restApiId, responseType: responseType as sdk.GatewayResponseType });
    const live = await unless(notFound, call);
    if (!live || live.defaultResponse) return undefined;
    return {
      id: `aggr-${restApiId}-${responseType}`,
      restApiId,
      responseType: live.responseType,
      responseParameters: live.responseParameters,
      responseTemplates: live.responseTemplates,
      // Without a status, the service returns the type's default.
      statusCode: statusCode === undefined ? undefined : live.statusCode,
    };
  },

  async update(_id, props, _old, { apigateway }) {
    await apigateway.putGatewayResponse(toGatewayResponse(props));
  },

  async delete(_id, { apigateway }, { restApiId, responseType }) {
    const call = apigateway.deleteGatewayResponse({ restApiId, responseType: responseType as sdk.GatewayResponseType });
    await unless(notFound, call);
  },
});

function toGatewayResponse(props: Inputs<ResponseArgs>): sdk.PutGatewayResponseRequest {
  return { ...props, responseType: props.responseType as sdk.GatewayResponseType };
}
