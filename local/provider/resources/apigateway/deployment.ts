import type { Deployment as DeploymentResource, DeploymentArgs } from "@pulumi/aws/apigateway/deployment";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { timestamp } from "../../frame/shapes";
import { fromApi, notFound, replaced } from "./shared";

/** A snapshot of an API, which never changes. */
export const Deployment = resourceType<DeploymentArgs, DeploymentResource>({
  token: "aws:apigateway/deployment:Deployment",
  identity: [],
  properties: {
    description: {},
    restApi: { required: true, replace: true },
    triggers: { replace: true },
    variables: { replace: true },
  },
  outputs: { createdDate: "stable" },
  fromImportId: fromApi,

  async create({ restApi, description, variables }, { apigateway }) {
    const { id } = await apigateway.createDeployment({ restApiId: restApi, description, variables });
    return id!;
  },

  async read(deploymentId, { apigateway }, { restApi }) {
    const live = await unless(notFound, apigateway.getDeployment({ restApiId: restApi, deploymentId }));
    if (!live) return undefined;
    return { restApi, description: live.description || undefined, createdDate: timestamp(live.createdDate) };
  },

  async update(deploymentId, { restApi, description }, _old, { apigateway }) {
    const patchOperations = [replaced("/description", description ?? "")];
    await apigateway.updateDeployment({ restApiId: restApi, deploymentId, patchOperations });
  },

  async delete(deploymentId, { apigateway }, { restApi }) {
    await unless(notFound, apigateway.deleteDeployment({ restApiId: restApi, deploymentId }));
  },
});
