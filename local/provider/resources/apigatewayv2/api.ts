import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Api as ApiResource, ApiArgs } from "@pulumi/aws/apigatewayv2/api";
import { unless } from "../../frame/errors";
import { optional } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { parseOpenApi } from "../apigateway/openApi";
import { anyName, formatArn, notFound } from "../apigateway/shared";
import { clearApi, importOpenApi, readCors } from "./openApiImport";
import { createQuickly, removeQuickly } from "./quickCreate";
import { tagging } from "./shared";

/** Whether AWS creates a route to the API's target. */
const isQuick = ({ target }: { target?: string | undefined }): boolean => target !== undefined && target !== "";

const setsCors = ({ body }: { body?: string | undefined }): boolean =>
  body !== undefined && readCors(parseOpenApi(body)) !== undefined;

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis.html */
export const Api = resourceType<ApiArgs, ApiResource>({
  token: "aws:apigatewayv2/api:Api",
  name: anyName(128),
  identity: [], // several APIs may have the same name
  properties: {
    ...optional("description", "name", "routeKey", "target", "version"),
    apiKeySelectionExpression: { default: "$request.header.x-api-key" },
    body: { parse: parseOpenApi },
    corsConfiguration: { unordered: true },
    credentialsArn: { notEmulated: "the emulator calls functions with no role" },
    disableExecuteApiEndpoint: { computed: true, idle: "the API is reached there all the same" },
    failOnWarnings: { idle: "a definition is imported as it is" },
    ipAddressType: { computed: true, notEmulated: "the emulator has one address" },
    protocolType: { required: true, replace: true },
    routeSelectionExpression: { default: "$request.method $request.path" },
    tags,
  },
  outputs: { apiEndpoint: "stable", arn: "stable", executionArn: "stable" },

  async create(props, { apigatewayv2 }) {
    const cors = props.body === undefined ? undefined : readCors(parseOpenApi(props.body));
    const { ApiId } = await apigatewayv2.createApi({
      ...toSettings(props),
      Name: props.name,
      ProtocolType: props.protocolType as sdk.ProtocolType,
      Tags: props.tags,
      ...(cors && { CorsConfiguration: cors }),
    });
    return ApiId!;
  },

  async complete(apiId, props, { apigatewayv2 }) {
    if (props.body === undefined && !isQuick(props)) return;
    await clearApi(apiId, apigatewayv2); // left by an interrupted run
    if (props.body !== undefined) await importOpenApi(apiId, parseOpenApi(props.body), apigatewayv2);
    if (isQuick(props)) await createQuickly(apiId, props, apigatewayv2);
  },

  async read(apiId, aws, known) {
    const live = await unless(notFound, aws.apigatewayv2.getApi({ ApiId: apiId }));
    if (!live) return undefined;
    const arn = formatArn(aws, `/apis/${apiId}`);
    const { Tags: tags = {} } = await aws.apigatewayv2.getTags({ ResourceArn: arn });
    return {
      apiKeySelectionExpression: live.ApiKeySelectionExpression,
      // Leaves out what the definition sets, since the program does not give it.
      ...((known.corsConfiguration || !setsCors(known)) && {
        corsConfiguration: live.CorsConfiguration && fromAws(live.CorsConfiguration),
      }),
      description: live.Description || undefined,
      disableExecuteApiEndpoint: live.DisableExecuteApiEndpoint,
      name: live.Name,
      protocolType: live.ProtocolType,
      routeSelectionExpression: live.RouteSelectionExpression,
      tags,
      version: live.Version || undefined,
      // The emulator's address, since AWS's form of it leads to AWS.
      apiEndpoint: `${aws.endpoint}/_aws/execute-api/${apiId}`,
      arn,
      executionArn: await aws.arn("execute-api", apiId),
    };
  },

  async update(apiId, props, old, { apigatewayv2 }, changed) {
    const definition = props.body === undefined ? undefined : parseOpenApi(props.body);
    const cors = definition && readCors(definition);
    const settings = { ...toSettings(props), ...(cors && { CorsConfiguration: cors }) };
    await apigatewayv2.updateApi({ ...settings, ApiId: apiId, Name: props.name });
    // An update can replace this, but not remove it.
    if (old.corsConfiguration && !settings.CorsConfiguration)
      await apigatewayv2.deleteCorsConfiguration({ ApiId: apiId });
    if (changed.has("body")) {
      await clearApi(apiId, apigatewayv2);
      if (definition) await importOpenApi(apiId, definition, apigatewayv2);
    }
    if (!["body", "target", "routeKey"].some((key) => changed.has(key))) return;
    if (isQuick(old)) await removeQuickly(apiId, old, apigatewayv2);
    if (isQuick(props)) await createQuickly(apiId, props, apigatewayv2);
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
