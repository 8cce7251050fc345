import type * as pulumiAws from "@pulumi/aws/apigateway/requestValidator";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { anyName, fromApi, notFound, replaced } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRequestValidator.html */
export const RequestValidator = resourceType<pulumiAws.RequestValidatorArgs, pulumiAws.RequestValidator>({
  token: "aws:apigateway/requestValidator:RequestValidator",
  name: anyName(128),
  identity: [],
  properties: {
    name: {},
    restApi: { required: true, replace: true },
    validateRequestBody: { default: false },
    validateRequestParameters: { default: false },
  },
  outputs: {},
  fromImportId: fromApi,

  async create({ restApi, ...settings }, { apigateway }) {
    const { id } = await apigateway.createRequestValidator({ restApiId: restApi, ...settings });
    return id!;
  },

  async read(requestValidatorId, { apigateway }, { restApi }) {
    const live = await unless(notFound, apigateway.getRequestValidator({ restApiId: restApi, requestValidatorId }));
    if (!live) return undefined;
    const { name, validateRequestBody, validateRequestParameters } = live;
    return { restApi, name, validateRequestBody, validateRequestParameters };
  },

  async update(requestValidatorId, props, _old, { apigateway }) {
    const patchOperations = [
      replaced("/name", props.name),
      replaced("/validateRequestBody", String(props.validateRequestBody)),
      replaced("/validateRequestParameters", String(props.validateRequestParameters)),
    ];
    await apigateway.updateRequestValidator({ restApiId: props.restApi, requestValidatorId, patchOperations });
  },

  async delete(requestValidatorId, { apigateway }, { restApi }) {
    await unless(notFound, apigateway.deleteRequestValidator({ restApiId: restApi, requestValidatorId }));
  },
});
