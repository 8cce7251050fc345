import type { RestApiPolicy as PolicyResource, RestApiPolicyArgs } from "@pulumi/aws/apigateway/restApiPolicy";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { notFound, parsePolicy, replaced } from "./shared";

/** The policy of an API as a resource of its own: its id is the API's. */
export const RestApiPolicy = resourceType<RestApiPolicyArgs, PolicyResource>({
  token: "aws:apigateway/restApiPolicy:RestApiPolicy",
  identity: ["restApiId"],
  properties: { policy: { required: true, document: "policy" }, restApiId: { required: true, replace: true } },
  outputs: {},

  async create({ restApiId, policy }, { apigateway }) {
    await apigateway.updateRestApi({ restApiId, patchOperations: [replaced("/policy", policy)] });
    return restApiId;
  },

  async read(restApiId, { apigateway }) {
    const policy = parsePolicy((await unless(notFound, apigateway.getRestApi({ restApiId })))?.policy);
    return policy === undefined ? undefined : { restApiId, policy };
  },

  async update(restApiId, { policy }, _old, { apigateway }) {
    await apigateway.updateRestApi({ restApiId, patchOperations: [replaced("/policy", policy)] });
  },

  async delete(restApiId, { apigateway }) {
    await unless(notFound, apigateway.updateRestApi({ restApiId, patchOperations: [replaced("/policy", "")] }));
  },
});
