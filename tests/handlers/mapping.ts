/** API Gateway's mapping templates through a Velocity engine, with what AWS puts into them; the service is the emulator's. */
import * as pulumi from "@pulumi/pulumi";
import { render } from "velocityjs";

import { type DirectIntegration } from "../../components";
import { signed } from "../signed";
import { REGION, root } from "./emulator";

/** Java's strings: replaceAll takes a regular expression, contains is there. */
const javaString = (text: string) =>
  Object.assign(new String(text), {
    replaceAll: (pattern: string, replacement: string) => text.replace(new RegExp(pattern, "g"), replacement),
    contains: (part: string) => text.includes(part),
  });

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference */
const util = {
  escapeJavaScript: (text: unknown) =>
    javaString(
      JSON.stringify(String(text))
        .slice(1, -1)
        .replace(/['/]/g, (mark) => `\\${mark}`),
    ),
  base64Encode: (text: unknown) => Buffer.from(String(text as string)).toString("base64"),
  base64Decode: (text: unknown) => Buffer.from(String(text as string), "base64").toString(),
};

/** The members and the indexes of a path such as $.records[2]. */
function at(body: unknown, path: string): unknown {
  const steps = path.match(/[\w-]+/g) ?? [];
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], body);
}

const java = (value: unknown): unknown => (typeof value === "string" ? javaString(value) : value);

function makeInput(body: string, params: Record<string, string>) {
  const value: unknown = body === "" ? {} : JSON.parse(body);
  return {
    params: (name: string) => params[name] ?? "",
    path: (path: unknown) => java(at(value, String(path)) ?? ""),
    json: (path: unknown) => JSON.stringify(at(value, String(path)) ?? ""),
  };
}

export interface CallerRequest {
  params?: Record<string, string>;
  body?: unknown;
}

/** The service's request that the template makes. */
export async function renderRequest({ requestTemplate }: DirectIntegration, request: CallerRequest): Promise<string> {
  const template = await new Promise<string>((resolve) => pulumi.output(requestTemplate).apply(resolve));
  const body = request.body === undefined ? "" : JSON.stringify(request.body);
  return render(template, { input: makeInput(body, request.params ?? {}), util, context: { requestId: "request-7" } });
}

/** How the services' APIs call themselves. */
const targets: Record<string, string> = {
  dynamodb: "DynamoDB_20120810",
  kinesis: "Kinesis_20131202",
  states: "AWSStepFunctions",
};

/** Sends what the template makes to the emulated service, and gives what its answer becomes. */
export async function callDirect(
  endpoint: string,
  integration: DirectIntegration,
  request: CallerRequest,
): Promise<{ status: number; body: unknown }> {
  const target = targets[integration.service];
  const headers = {
    "content-type": integration.contentType,
    "x-amz-target": `${target}.${integration.action}`,
  };
  const answer = await signed(
    `${endpoint}/`,
    { service: integration.service, region: REGION, credentials: root },
    { method: "POST", headers, body: await renderRequest(integration, request) },
  );
  return answered(integration, answer.status, await answer.text());
}

/** What an answer of the service becomes. */
export function answered(
  { responses }: DirectIntegration,
  serviceStatus: number,
  serviceBody: string,
): { status: number; body: unknown } {
  const response =
    responses.find(
      ({ selectionPattern }) =>
        selectionPattern !== undefined && new RegExp(`^(?:${selectionPattern})$`).test(String(serviceStatus)),
    ) ?? responses.find(({ selectionPattern }) => selectionPattern === undefined);
  if (!response) throw new Error(`no response for ${serviceStatus}`);
  const context = { requestId: "request-7", responseOverride: {} as { status?: number } };
  const text = render(response.template, { input: makeInput(serviceBody, {}), util, context });
  return {
    status: Number(context.responseOverride.status ?? response.statusCode),
    body: JSON.parse(text) as unknown,
  };
}
