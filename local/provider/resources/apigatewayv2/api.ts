import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Api as ApiResource, ApiArgs } from "@pulumi/aws/apigatewayv2/api";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { anyName, formatArn, notFound } from "../apigateway/shared";
import { tagging } from "./shared";

const quickCreate = { replace: true, notEmulated: "an API made of one target is not served here: give it routes" };
const body = { notEmulated: "the emulator imports no OpenAPI definition into an API: declare routes as resources" };

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
export const Api = resourceType<ApiArgs, ApiResource>({
  token: "aws:apigatewayv2/api:Api",
  name: anyName(128),
  identity: [], // several APIs may have the same name
  properties: {
    ...withRule(quickCreate, "credentialsArn", "routeKey", "target"),
    ...optional("description", "name", "version"),
    apiKeySelectionExpression: { default: "$request.header.x-api-key" },
    body,
    corsConfiguration: { unordered: true },
    disableExecuteApiEndpoint: { computed: true, idle: "the API is reached there all the same" },
    failOnWarnings: body,
    ipAddressType: { computed: true, notEmulated: "the emulator has one address" },
    protocolType: { required: true, replace: true },
    routeSelectionExpression: { default: "$request.method $request.path" },
    tags,
  },
  outputs: { apiEndpoint: "stable", arn: "stable", executionArn: "stable" },

  async create(props, { apigatewayv2 }) {
    const { ApiId } = await apigatewayv2.createApi({
      ...toSettings(props),
      Name: props.name,
      ProtocolType: props.protocolType as sdk.ProtocolType,
      Tags: props.tags,
    });
    return ApiId!;
  },

  async read(apiId, aws) {
    const live = await unless(notFound, aws.apigatewayv2.getApi({ ApiId: apiId }));
    if (!live) return undefined;
    const arn = formatArn(aws, `/apis/${apiId}`);
    const { Tags: tags = {} } = await aws.apigatewayv2.getTags({ ResourceArn: arn });
    return {
      apiKeySelectionExpression: live.ApiKeySelectionExpression,
      corsConfiguration: live.CorsConfiguration && fromAws(live.CorsConfiguration),
      description: live.Description || undefined,
      disableExecuteApiEndpoint: live.DisableExecuteApiEndpoint,
      name: live.Name,
      protocolType: live.ProtocolType,
      routeSelectionExpression: live.RouteSelectionExpression,
      tags,
      version: live.Version || undefined,
      // Where it answers: the address that AWS would give it leads to AWS.
      apiEndpoint: `${aws.endpoint}/_aws/execute-api/${apiId}`,
      arn,
      executionArn: await aws.arn("execute-api", apiId),
    };
  },

  async update(apiId, props, old, { apigatewayv2 }) {
    await apigatewayv2.updateApi({ ...toSettings(props), ApiId: apiId, Name: props.name });
    // An update replaces this, and cannot remove it.
    if (old.corsConfiguration && !props.corsConfiguration) await apigatewayv2.deleteCorsConfiguration({ ApiId: apiId });
  },

  tagging,

  async delete(apiId, { apigatewayv2 }) {
    await unless(notFound, apigatewayv2.deleteApi({ ApiId: apiId }));
  },
});

function toSettings(props: Inputs<ApiArgs>) {
  return {
    ApiKeySelectionExpression: props.apiKeySelectionExpression,
    CorsConfiguration: props.corsConfiguration && toAws<sdk.Cors>(props.corsConfiguration),
    Description: props.description ?? "",
    DisableExecuteApiEndpoint: props.disableExecuteApiEndpoint ?? false,
    RouteSelectionExpression: props.routeSelectionExpression,
    Version: props.version ?? "",
  };
}
