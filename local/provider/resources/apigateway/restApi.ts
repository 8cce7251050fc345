import type * as sdk from "@aws-sdk/client-api-gateway";
import type { RestApi as RestApiResource, RestApiArgs } from "@pulumi/aws/apigateway/restApi";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { timestamp } from "../../frame/shapes";
import { hasUnknown } from "../../frame/values";
import { integrationLacks } from "./integration";
import { isNode, type OpenApi, parseOpenApi, readText } from "./openApi";
import { clearApi, importOpenApi, readIntegration } from "./openApiImport";
import { anyName, formatArn, notFound, parsePolicy, replaced } from "./shared";

const asImported = { idle: "a definition is imported as it is" };

/** Properties in a definition, which override the API's arguments because AWS imports it after them. */
function ofDefinition({
  document,
}: OpenApi): Pick<sdk.CreateRestApiRequest, "apiKeySource" | "binaryMediaTypes" | "policy"> {
  const source = document["x-amazon-apigateway-api-key-source"];
  const media = document["x-amazon-apigateway-binary-media-types"];
  const policy = document["x-amazon-apigateway-policy"];
  return {
    ...(source !== undefined && { apiKeySource: readText(source) as sdk.ApiKeySourceType }),
    ...(Array.isArray(media) && { binaryMediaTypes: media.map(String) }),
    ...(isNode(policy) && { policy: JSON.stringify(policy) }),
  };
}

/** Integrations in a definition have the same gaps as those declared as resources. */
function definitionLacks({ body }: Inputs<RestApiArgs>): string[] {
  if (body === undefined || hasUnknown(body)) return [];
  const kinds = parseOpenApi(body).operations.map(({ integration }) => integration && readIntegration(integration));
  return [...new Set(kinds.flatMap((each) => (each ? integrationLacks(each) : [])))];
}

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html */
export const RestApi = resourceType<RestApiArgs, RestApiResource>({
  token: "aws:apigateway/restApi:RestApi",
  name: anyName(1024),
  identity: [], // several APIs may have the same name
  properties: {
    apiKeySource: { computed: true },
    binaryMediaTypes: { computed: true, replace: true },
    body: { parse: parseOpenApi },
    description: { computed: true },
    disableExecuteApiEndpoint: { computed: true, idle: "the API is reached there all the same" },
    endpointAccessMode: { notEmulated: "the emulator knows no access modes" },
    endpointConfiguration: { computed: true, idle: "every API is reached at the emulator's address" },
    failOnWarnings: asImported,
    minimumCompressionSize: { idle: "answers are not compressed" },
    name: {},
    parameters: asImported,
    policy: { computed: true, document: "policy" },
    putRestApiMode: { idle: "a changed definition takes the place of the whole one" },
    securityPolicy: { computed: true, notEmulated: "the emulator has one TLS setting" },
    tags,
  },
  outputs: { arn: "stable", createdDate: "stable", executionArn: "stable", rootResourceId: "stable" },

  notEmulated: definitionLacks,

  async create(props, { apigateway }) {
    const { endpointConfiguration } = props;
    const definition = props.body === undefined ? undefined : parseOpenApi(props.body);
    const { id } = await apigateway.createRestApi({
      name: props.name,
      description: props.description,
      apiKeySource: props.apiKeySource as sdk.ApiKeySourceType,
      binaryMediaTypes: props.binaryMediaTypes,
      disableExecuteApiEndpoint: props.disableExecuteApiEndpoint,
      endpointConfiguration: endpointConfiguration && {
        types: [endpointConfiguration.types as sdk.EndpointType],
        vpcEndpointIds: endpointConfiguration.vpcEndpointIds,
      },
      minimumCompressionSize: props.minimumCompressionSize ? Number(props.minimumCompressionSize) : undefined,
      policy: props.policy,
      tags: props.tags,
      ...(definition && ofDefinition(definition)),
    });
    return id!;
  },

  async complete(restApiId, { body }, { apigateway }) {
    if (body === undefined) return;
    await clearApi(restApiId, apigateway); // left by an interrupted run
    await importOpenApi(restApiId, parseOpenApi(body), apigateway);
  },

  async read(restApiId, aws) {
    const live = await unless(notFound, aws.apigateway.getRestApi({ restApiId }));
    if (!live) return undefined;
    const { tags = {} } = await aws.apigateway.getTags({ resourceArn: formatArn(aws, `/restapis/${restApiId}`) });
    const { types = [], ...endpoint } = live.endpointConfiguration ?? {};
    return {
      apiKeySource: live.apiKeySource,
      binaryMediaTypes: live.binaryMediaTypes,
      description: live.description,
      disableExecuteApiEndpoint: String(live.disableExecuteApiEndpoint) === "true",
      endpointConfiguration: { ...endpoint, types: types[0] ?? "EDGE" },
      minimumCompressionSize:
        live.minimumCompressionSize === undefined ? undefined : String(live.minimumCompressionSize),
      name: live.name,
      policy: parsePolicy(live.policy),
      tags,
      arn: formatArn(aws, `/restapis/${restApiId}`),
      createdDate: timestamp(live.createdDate),
      executionArn: await aws.arn("execute-api", restApiId),
      rootResourceId: live.rootResourceId,
    };
  },

  async update(restApiId, props, _old, aws, changed) {
    if (changed.has("body")) {
      await clearApi(restApiId, aws.apigateway);
      if (props.body !== undefined) await importOpenApi(restApiId, parseOpenApi(props.body), aws.apigateway);
    }
    const patchOperations = [
      replaced("/name", props.name),
      replaced("/description", props.description ?? ""),
      replaced("/disableExecuteApiEndpoint", String(props.disableExecuteApiEndpoint ?? false)),
      ...(props.apiKeySource ? [replaced("/apiKeySource", props.apiKeySource)] : []),
      ...(props.policy ? [replaced("/policy", props.policy)] : []),
    ];
    await aws.apigateway.updateRestApi({ restApiId, patchOperations });
  },

  tagging: {
    remove: (id, tagKeys, aws) =>
      aws.apigateway.untagResource({ resourceArn: formatArn(aws, `/restapis/${id}`), tagKeys }),
    add: (id, tags, aws) => aws.apigateway.tagResource({ resourceArn: formatArn(aws, `/restapis/${id}`), tags }),
  },

  async delete(restApiId, { apigateway }) {
    await unless(notFound, apigateway.deleteRestApi({ restApiId }));
  },
});
