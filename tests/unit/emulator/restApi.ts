/** A REST API of one method for each integration, as tests of mapping templates make it. */
import type * as sdk from "@aws-sdk/client-api-gateway";
import { REGION } from "../../handlers/emulator";
import { type Cloud } from "./cloud";

export interface Made {
  integration: Partial<sdk.PutIntegrationRequest> & { uri: string };
  responses?: Partial<sdk.PutIntegrationResponseRequest>[];
  /** A path such as `/things/{id}`. */
  path?: string;
  variables?: { [name: string]: string };
}

export const serviceUri = (service: string, rest: string): string => `arn:aws:apigateway:${REGION}:${service}:${rest}`;
export const json = (template: string) => ({ "application/json": template });

/** Makes the API, and gives a function that sends requests to it. */
export async function makeApi(
  { aws, emulator }: Cloud,
  { integration, responses = [{}], path = "/", variables }: Made,
) {
  const { apigateway } = aws;
  const { id: restApiId = "", rootResourceId = "" } = await apigateway.createRestApi({ name: "api" });
  let resourceId = rootResourceId;
  for (const pathPart of path.split("/").filter(Boolean)) {
    const { id = "" } = await apigateway.createResource({ restApiId, parentId: resourceId, pathPart });
    resourceId = id;
  }
  const method = { restApiId, resourceId, httpMethod: "ANY" };
  await apigateway.putMethod({ ...method, authorizationType: "NONE" });
  await apigateway.putIntegration({ ...method, type: "AWS", integrationHttpMethod: "POST", ...integration });
  for (const response of responses)
    await apigateway.putIntegrationResponse({ ...method, statusCode: "200", ...response });
  await apigateway.createDeployment({ restApiId, stageName: "live", variables });
  return async (body?: unknown, { at = path, ...init }: RequestInit & { at?: string } = {}) => {
    const response = await fetch(`${emulator.endpoint}/restapis/${restApiId}/live/_user_request_${at}`, {
      method: "POST",
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
      ...init,
      headers: { "content-type": "application/json", ...(init.headers as Record<string, string>) },
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  };
}
