import type * as sdk from "@aws-sdk/client-api-gateway";
import type { Integration as IntegrationResource, IntegrationArgs } from "@pulumi/aws/apigateway/integration";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { fromPlace, formatId, place, toPlace } from "./place";
import { notFound } from "./shared";

/** https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html */
export const Integration = resourceType<IntegrationArgs, IntegrationResource>({
  token: "aws:apigateway/integration:Integration",
  identity: ["restApi", "resourceId", "httpMethod"],
  properties: {
    ...place,
    ...withRule({ computed: true }, "cacheNamespace", "passthroughBehavior"),
    ...optional("connectionId", "contentHandling", "credentials", "requestParameters", "requestTemplates", "uri"),
    cacheKeyParameters: { unordered: true },
    connectionType: { default: "INTERNET" },
    integrationHttpMethod: { replace: true },
    integrationTarget: { notEmulated: "the emulator has no private integrations" },
    responseTransferMode: { computed: true, notEmulated: "the emulator streams no answers" },
    timeoutMilliseconds: { default: 29_000 },
    tlsConfig: { notEmulated: "the emulator checks no certificates" },
    type: { required: true, replace: true },
  },
  outputs: {},
  fromImportId: fromPlace("agi"),
  notEmulated: integrationLacks,

  async create(props, { apigateway }) {
    await apigateway.putIntegration(toIntegration(props));
    return formatId("agi", props);
  },

  async read(_id, { apigateway }, known) {
    const live = await unless(notFound, apigateway.getIntegration(toPlace(known)));
    if (!live) return undefined;
    return {
      id: formatId("agi", known),
      restApi: known.restApi,
      resourceId: known.resourceId,
      httpMethod: known.httpMethod,
      cacheKeyParameters: live.cacheKeyParameters,
      cacheNamespace: live.cacheNamespace,
      connectionId: live.connectionId || undefined,
      connectionType: live.connectionType,
      contentHandling: live.contentHandling ?? undefined,
      credentials: live.credentials ?? undefined,
      // A mock has no method, whatever the emulator returns.
      integrationHttpMethod: live.type === "MOCK" ? known.integrationHttpMethod : live.httpMethod,
      passthroughBehavior: live.passthroughBehavior,
      requestParameters: live.requestParameters,
      requestTemplates: live.requestTemplates,
      timeoutMilliseconds: live.timeoutInMillis,
      type: live.type,
      uri: live.uri || undefined,
    };
  },

  async update(_id, props, _old, { apigateway }) {
    const { integrationResponses } = await apigateway.getIntegration(toPlace(props));
    const { restApiId, resourceId, httpMethod, integrationHttpMethod, ...settings } = toIntegration(props);
    const at = { restApiId, resourceId, httpMethod, integrationHttpMethod };
    await putIntegration(at, { ...settings, integrationResponses }, apigateway);
  },

  async delete(_id, { apigateway }, known) {
    await unless(notFound, apigateway.deleteIntegration(toPlace(known)));
  },
});

/** Gaps of an integration, declared as a resource or in a definition. */
export function integrationLacks({ type, uri }: { type?: string | undefined; uri?: string | undefined }): string[] {
  if (type !== "AWS" || !/^arn:[^:]*:apigateway:[^:]*:s3:action\//.test(uri ?? "")) return [];
  return ["the emulator calls S3 by a path, not by an action: it answers 504"];
}

function toIntegration(props: Inputs<IntegrationArgs>): sdk.PutIntegrationRequest {
  return {
    ...toPlace(props),
    type: props.type as sdk.IntegrationType,
    integrationHttpMethod: props.integrationHttpMethod,
    uri: props.uri,
    connectionId: props.connectionId,
    connectionType: props.connectionType as sdk.ConnectionType,
    contentHandling: props.contentHandling as sdk.ContentHandlingStrategy,
    credentials: props.credentials,
    requestParameters: props.requestParameters,
    requestTemplates: props.requestTemplates,
    passthroughBehavior: props.passthroughBehavior,
    timeoutInMillis: props.timeoutMilliseconds,
    cacheKeyParameters: props.cacheKeyParameters,
    cacheNamespace: props.cacheNamespace,
  };
}

/** Puts an integration and its responses. */
export async function putIntegration(
  at: { restApiId?: string; resourceId?: string; httpMethod?: string; integrationHttpMethod?: string },
  integration: sdk.Integration,
  apigateway: Aws["apigateway"],
): Promise<void> {
  const { integrationResponses = {}, httpMethod: _method, ...settings } = integration;
  await apigateway.putIntegration({ ...settings, ...at } as sdk.PutIntegrationRequest);
  const { integrationHttpMethod: _integrationMethod, ...place } = at;
  for (const response of Object.values(integrationResponses)) {
    await apigateway.putIntegrationResponse({ ...place, ...response } as sdk.PutIntegrationResponseRequest);
  }
}
