import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { Integration as IntegrationResource, IntegrationArgs } from "@pulumi/aws/apigatewayv2/integration";
import { unless } from "../../frame/errors";
import { optional, withRule } from "../../frame/properties";
import { type Inputs, resourceType } from "../../frame/resourceType";
import { notFound } from "../apigateway/shared";
import { fromApi } from "./shared";

const webSocket = { notEmulated: "only WebSocket APIs have it" };

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html */
export const Integration = resourceType<IntegrationArgs, IntegrationResource>({
  token: "aws:apigatewayv2/integration:Integration",
  properties: {
    ...withRule({ required: true, replace: true }, "apiId", "integrationType"),
    ...optional("description", "integrationMethod", "integrationUri", "requestParameters"),
    ...withRule(webSocket, "contentHandlingStrategy", "passthroughBehavior", "requestTemplates"),
    ...withRule(webSocket, "templateSelectionExpression"),
    connectionId: { notEmulated: "the emulator has no private integrations" },
    connectionType: { default: "INTERNET" },
    credentialsArn: { notEmulated: "the emulator calls functions with no role" },
    integrationSubtype: { replace: true, notEmulated: "the emulator makes no calls to AWS services" },
    payloadFormatVersion: { default: "1.0" },
    responseParameters: { notEmulated: "the emulator changes no answers" },
    timeoutMilliseconds: { computed: true },
    tlsConfig: { notEmulated: "the emulator checks no certificates" },
  },
  outputs: { integrationResponseSelectionExpression: "stable" },
  fromImportId: fromApi,

  async create(props, { apigatewayv2 }) {
    const { IntegrationId } = await apigatewayv2.createIntegration(toSettings(props));
    return IntegrationId!;
  },

  async read(id, { apigatewayv2 }, { apiId }) {
    const live = await unless(notFound, apigatewayv2.getIntegration({ ApiId: apiId, IntegrationId: id }));
    if (!live) return undefined;
    return {
      apiId,
      connectionType: live.ConnectionType,
      description: live.Description || undefined,
      integrationMethod: live.IntegrationMethod,
      integrationType: live.IntegrationType,
      integrationUri: live.IntegrationUri || undefined,
      payloadFormatVersion: live.PayloadFormatVersion,
      requestParameters: live.RequestParameters,
      timeoutMilliseconds: live.TimeoutInMillis,
      integrationResponseSelectionExpression: "",
    };
  },

  async update(id, props, _old, { apigatewayv2 }) {
    await apigatewayv2.updateIntegration({ ...toSettings(props), IntegrationId: id });
  },

  async delete(id, { apigatewayv2 }, { apiId }) {
    await unless(notFound, apigatewayv2.deleteIntegration({ ApiId: apiId, IntegrationId: id }));
  },
});

const toSettings = (props: Inputs<IntegrationArgs>) => ({
  ApiId: props.apiId,
  ConnectionType: props.connectionType as sdk.ConnectionType,
  Description: props.description ?? "",
  IntegrationMethod: props.integrationMethod,
  IntegrationType: props.integrationType as sdk.IntegrationType,
  IntegrationUri: props.integrationUri,
  PayloadFormatVersion: props.payloadFormatVersion,
  RequestParameters: props.requestParameters,
  TimeoutInMillis: props.timeoutMilliseconds,
});
