import type { ApiMapping as MappingResource, ApiMappingArgs } from "@pulumi/aws/apigatewayv2/apiMapping";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "../apigateway/shared";

/** A stage under a domain name. https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames-domainname-apimappings.html */
export const ApiMapping = resourceType<ApiMappingArgs, MappingResource>({
  token: "aws:apigatewayv2/apiMapping:ApiMapping",
  identity: ["domainName", "apiMappingKey"],
  properties: {
    apiId: { required: true },
    apiMappingKey: {},
    domainName: { required: true, replace: true },
    stage: { required: true },
  },
  outputs: {},
  fromImportId: (id) => {
    const [own, domainName] = id.split("/");
    return { id: own, known: { domainName } };
  },

  async create(props, { apigatewayv2 }) {
    const { ApiMappingId } = await apigatewayv2.createApiMapping(toSettings(props));
    return ApiMappingId!;
  },

  async read(id, { apigatewayv2 }, { domainName }) {
    const at = { ApiMappingId: id, DomainName: domainName };
    const live = await unless(notFound, apigatewayv2.getApiMapping(at));
    if (!live) return undefined;
    return { apiId: live.ApiId, apiMappingKey: live.ApiMappingKey || undefined, domainName, stage: live.Stage };
  },

  async update(id, props, _old, { apigatewayv2 }) {
    await apigatewayv2.updateApiMapping({ ...toSettings(props), ApiMappingId: id });
  },

  async delete(id, { apigatewayv2 }, { domainName }) {
    await unless(notFound, apigatewayv2.deleteApiMapping({ ApiMappingId: id, DomainName: domainName }));
  },
});

const toSettings = (props: Inputs<ApiMappingArgs>) => ({
  ApiId: props.apiId,
  ApiMappingKey: props.apiMappingKey ?? "",
  DomainName: props.domainName,
  Stage: props.stage,
});
