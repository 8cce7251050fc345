import type { Model as ModelResource, ModelArgs } from "@pulumi/aws/apigateway/model";
import { unless } from "../../frame/errors";
import { resourceType } from "../../frame/resourceType";
import { notFound, replaced } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateModel.html */
export const Model = resourceType<ModelArgs, ModelResource>({
  token: "aws:apigateway/model:Model",
  identity: ["restApi", "name"],
  properties: {
    contentType: { required: true, replace: true },
    description: {},
    // Pulumi's generated name has a hyphen, which API Gateway refuses.
    name: { required: true, replace: true },
    restApi: { required: true, replace: true },
    schema: { document: "json" },
  },
  outputs: {},
  fromImportId: (id) => {
    const [restApi, name] = id.split("/");
    return { known: { restApi, name } };
  },

  async create({ restApi, name, contentType, description, schema }, { apigateway }) {
    const { id } = await apigateway.createModel({ restApiId: restApi, name, contentType, description, schema });
    return id!;
  },

  async read(_id, { apigateway }, { restApi, name }) {
    const live = await unless(notFound, apigateway.getModel({ restApiId: restApi, modelName: name }));
    if (!live) return undefined;
    return {
      id: live.id,
      restApi,
      name: live.name,
      contentType: live.contentType,
      description: live.description || undefined,
      schema: live.schema || undefined,
    };
  },

  async update(_id, { restApi, name, description, schema }, _old, { apigateway }) {
    const patchOperations = [replaced("/description", description ?? ""), replaced("/schema", schema ?? "")];
    await apigateway.updateModel({ restApiId: restApi, modelName: name, patchOperations });
  },

  async delete(_id, { apigateway }, { restApi, name }) {
    await unless(notFound, apigateway.deleteModel({ restApiId: restApi, modelName: name }));
  },
});
