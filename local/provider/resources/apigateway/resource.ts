import type { Resource as ResourceResource, ResourceArgs } from "@pulumi/aws/apigateway/resource";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { fromApi, notFound, replaced } from "./shared";

/** One segment of a path. */
export const Resource = resourceType<ResourceArgs, ResourceResource>({
  token: "aws:apigateway/resource:Resource",
  identity: ["restApi", "parentId", "pathPart"],
  properties: {
    parentId: { required: true },
    pathPart: { required: true },
    restApi: { required: true, replace: true },
  },
  outputs: { path: "changes" },
  fromImportId: fromApi,

  async create({ restApi, parentId, pathPart }, { apigateway }) {
    const { id } = await apigateway.createResource({ restApiId: restApi, parentId, pathPart });
    return id!;
  },

  async read(resourceId, { apigateway }, { restApi }) {
    const live = await unless(notFound, apigateway.getResource({ restApiId: restApi, resourceId }));
    return live && { restApi, parentId: live.parentId, pathPart: live.pathPart, path: live.path };
  },

  async update(resourceId, { restApi, parentId, pathPart }, _old, { apigateway }) {
    const patchOperations = [replaced("/pathPart", pathPart), replaced("/parentId", parentId)];
    await apigateway.updateResource({ restApiId: restApi, resourceId, patchOperations });
  },

  async delete(resourceId, { apigateway }, { restApi }) {
    await unless(notFound, apigateway.deleteResource({ restApiId: restApi, resourceId }));
  },
});
