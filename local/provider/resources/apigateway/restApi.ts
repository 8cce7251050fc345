import type * as sdk from "@aws-sdk/client-api-gateway";
import type { RestApi as RestApiResource, RestApiArgs } from "@pulumi/aws/apigateway/restApi";
import { unless } from "../../frame/errors";
import { withRule } from "../../frame/properties";
import { resourceType, tags } from "../../frame/resourceType";
import { timestamp } from "../../frame/shapes";
import { anyName, formatArn, notFound, parsePolicy, replaced } from "./shared";

const body = { notEmulated: "the emulator imports no OpenAPI definition into an API: declare routes as resources" };

/** https://docs.aws.amazon.com/apigateway/latest/api/API_CreateRestApi.html */
export const RestApi = resourceType<RestApiArgs, RestApiResource>({
  token: "aws:apigateway/restApi:RestApi",
  name: anyName(1024),
  identity: [], // several APIs may have the same name
  properties: {
    ...withRule(body, "failOnWarnings", "parameters", "putRestApiMode"),
    apiKeySource: { computed: true },
    binaryMediaTypes: { computed: true, replace: true },
    body,
    description: { computed: true },
    disableExecuteApiEndpoint: { computed: true, idle: "the API is reached there all the same" },
    endpointAccessMode: { notEmulated: "the emulator knows no access modes" },
    endpointConfiguration: { computed: true, idle: "every API is reached at the emulator's address" },
    minimumCompressionSize: { idle: "answers are not compressed" },
    name: {},
    policy: { computed: true, document: "policy" },
    securityPolicy: { computed: true, notEmulated: "the emulator has one TLS setting" },
    tags,
  },
  outputs: { arn: "stable", createdDate: "stable", executionArn: "stable", rootResourceId: "stable" },

  async create(props, { apigateway }) {
    const { endpointConfiguration } = props;
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
    });
    return id!;
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

  async update(restApiId, props, _old, aws) {
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
