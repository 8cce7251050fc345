import type { BasePathMapping as MappingResource, BasePathMappingArgs } from "@pulumi/aws/apigateway/basePathMapping";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";
import { notFound } from "./shared";

/** A stage under a domain name. */
export const BasePathMapping = resourceType<BasePathMappingArgs, MappingResource>({
  token: "aws:apigateway/basePathMapping:BasePathMapping",
  identity: ["domainName", "basePath"],
  properties: {
    ...optional("basePath", "stageName"),
    domainName: { required: true },
    domainNameId: { notEmulated: "the emulator has no private domain names" },
    restApi: { required: true },
  },
  outputs: {},
  fromImportId: (id) => {
    const [domainName, basePath] = id.split("/");
    return { known: { domainName, basePath: basePath || undefined } };
  },

  async create({ domainName, basePath, restApi, stageName }, { apigateway }) {
    await apigateway.createBasePathMapping({ domainName, basePath, restApiId: restApi, stage: stageName });
    return `${domainName}/${basePath ?? ""}`;
  },

  async read(_id, { apigateway }, { domainName, basePath }) {
    const call = apigateway.getBasePathMapping({ domainName, basePath: basePath ?? "(none)" });
    const live = await unless(notFound, call);
    if (!live) return undefined;
    return {
      id: `${domainName}/${basePath ?? ""}`,
      domainName,
      basePath,
      restApi: live.restApiId,
      stageName: live.stage || undefined,
    };
  },

  async delete(_id, { apigateway }, { domainName, basePath }) {
    await unless(notFound, apigateway.deleteBasePathMapping({ domainName, basePath: basePath ?? "(none)" }));
  },
});
