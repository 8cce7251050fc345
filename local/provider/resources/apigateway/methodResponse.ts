import type * as pulumiAws from "@pulumi/aws/apigateway/methodResponse";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { answered, fromPlace, formatId, toResponsePlace, responsePlace } from "./place";
import { notFound } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutMethodResponse.html */
export const MethodResponse = resourceType<pulumiAws.MethodResponseArgs, pulumiAws.MethodResponse>({
  token: "aws:apigateway/methodResponse:MethodResponse",
  identity: ["restApi", "resourceId", "httpMethod", "statusCode"],
  properties: { ...responsePlace, responseModels: {}, responseParameters: {} },
  outputs: {},
  fromImportId: fromPlace("agmr"),

  async create(props, { apigateway }) {
    await apigateway.putMethodResponse({ ...toResponsePlace(props), ...toResponse(props) });
    return formatId("agmr", props);
  },

  async read(_id, { apigateway }, known) {
    const live = await unless(notFound, apigateway.getMethodResponse(toResponsePlace(known)));
    if (!live) return undefined;
    return {
      ...answered("agmr", known),
      responseModels: live.responseModels,
      responseParameters: live.responseParameters,
    };
  },

  async update(_id, props, _old, { apigateway }) {
    await apigateway.putMethodResponse({ ...toResponsePlace(props), ...toResponse(props) });
  },

  async delete(_id, { apigateway }, known) {
    await unless(notFound, apigateway.deleteMethodResponse(toResponsePlace(known)));
  },
});

const toResponse = ({ responseModels, responseParameters }: Inputs<pulumiAws.MethodResponseArgs>) => ({
  responseModels,
  responseParameters,
});
