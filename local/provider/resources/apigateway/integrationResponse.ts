import type * as sdk from "@aws-sdk/client-api-gateway";
import type * as pulumiAws from "@pulumi/aws/apigateway/integrationResponse";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { answered, fromPlace, formatId, toResponsePlace, responsePlace } from "./place";
import { notFound } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegrationResponse.html */
export const IntegrationResponse = resourceType<pulumiAws.IntegrationResponseArgs, pulumiAws.IntegrationResponse>({
  token: "aws:apigateway/integrationResponse:IntegrationResponse",
  identity: ["restApi", "resourceId", "httpMethod", "statusCode"],
  properties: {
    ...responsePlace,
    ...optional("contentHandling", "responseParameters", "responseTemplates", "selectionPattern"),
  },
  outputs: {},
  fromImportId: fromPlace("agir"),

  async create(props, { apigateway }) {
    await apigateway.putIntegrationResponse(toResponse(props));
    return formatId("agir", props);
  },

  async read(_id, { apigateway }, known) {
    const live = await unless(notFound, apigateway.getIntegrationResponse(toResponsePlace(known)));
    if (!live) return undefined;
    return {
      ...answered("agir", known),
      contentHandling: live.contentHandling ?? undefined,
      responseParameters: live.responseParameters,
      responseTemplates: live.responseTemplates,
      selectionPattern: live.selectionPattern || undefined,
    };
  },

  async update(_id, props, _old, { apigateway }) {
    await apigateway.putIntegrationResponse(toResponse(props));
  },

  async delete(_id, { apigateway }, known) {
    await unless(notFound, apigateway.deleteIntegrationResponse(toResponsePlace(known)));
  },
});

function toResponse(props: Inputs<pulumiAws.IntegrationResponseArgs>): sdk.PutIntegrationResponseRequest {
  return {
    ...toResponsePlace(props),
    contentHandling: props.contentHandling as sdk.ContentHandlingStrategy,
    responseParameters: props.responseParameters,
    responseTemplates: props.responseTemplates,
    selectionPattern: props.selectionPattern,
  };
}
