import type * as sdk from "@aws-sdk/client-api-gateway";
import { type Aws } from "../../frame/aws";
import { importAuthorizers, readAuthorization } from "./openApiAuthorizers";
import {
  asNode,
  inlineSchema,
  isNode,
  type Node,
  readNodes,
  type OpenApi,
  type Operation,
  readText,
  readTexts,
} from "./openApi";

type Client = Aws["apigateway"];

/** An integration that an OpenAPI document describes, in the form of `PutIntegration`. */
export function readIntegration(node: Node): sdk.Integration {
  return {
    type: readText(node.type)?.toUpperCase() as sdk.IntegrationType,
    httpMethod: readText(node.httpMethod),
    uri: readText(node.uri),
    connectionId: readText(node.connectionId),
    connectionType: readText(node.connectionType) as sdk.ConnectionType,
    contentHandling: readText(node.contentHandling) as sdk.ContentHandlingStrategy,
    credentials: readText(node.credentials),
    passthroughBehavior: readText(node.passthroughBehavior)?.toUpperCase(),
    requestParameters: readTexts(node.requestParameters),
    requestTemplates: readTexts(node.requestTemplates),
    timeoutInMillis: Number(node.timeoutInMillis ?? 29_000),
  };
}

/** Creates what a document describes in an API: authorizers, models, paths, methods, integrations and responses. */
export async function importOpenApi(restApiId: string, openApi: OpenApi, client: Client): Promise<void> {
  const { document, operations } = openApi;
  const authorizations = await importAuthorizers(restApiId, openApi, client);
  const validators = await importValidators(restApiId, document, client);
  const models = new Models(restApiId, openApi, client);
  const paths = await Paths.read(restApiId, client);
  for (const operation of operations) {
    const resourceId = await paths.make(operation.path);
    const at = { restApiId, resourceId, httpMethod: operation.method };
    const validator = readText(operation.node[validatorKey] ?? document[validatorKey]);
    await client.putMethod({
      ...at,
      ...readAuthorization(operation, authorizations),
      operationName: readText(operation.node.operationId),
      requestParameters: readParameters(operation),
      requestModels: await models.ofRequest(operation),
      requestValidatorId: validator === undefined ? undefined : validators[validator],
    });
    await importAnswers(at, operation, client);
  }
  const responses = readNodes(document["x-amazon-apigateway-gateway-responses"]);
  for (const [responseType, node] of Object.entries(responses)) {
    await client.putGatewayResponse({
      restApiId,
      responseType: responseType as sdk.GatewayResponseType,
      statusCode: readText(node.statusCode),
      responseParameters: readTexts(node.responseParameters),
      responseTemplates: readTexts(node.responseTemplates),
    });
  }
}

/** Removes what an earlier document created, except the root. */
export async function clearApi(restApiId: string, client: Client): Promise<void> {
  const { items: resources = [] } = await client.getResources({ restApiId, limit: 500 });
  const root = resources.find(({ path }) => path === "/");
  for (const httpMethod of Object.keys(root?.resourceMethods ?? {}))
    await client.deleteMethod({ restApiId, resourceId: root!.id, httpMethod });
  for (const { id } of resources.filter(({ parentId }) => parentId === root?.id))
    await client.deleteResource({ restApiId, resourceId: id }); // with everything below it
  const { items: authorizers = [] } = await client.getAuthorizers({ restApiId });
  for (const { id } of authorizers) await client.deleteAuthorizer({ restApiId, authorizerId: id });
  const { items: validators = [] } = await client.getRequestValidators({ restApiId });
  for (const { id } of validators) await client.deleteRequestValidator({ restApiId, requestValidatorId: id });
  const { items: models = [] } = await client.getModels({ restApiId });
  for (const { name } of models) await client.deleteModel({ restApiId, modelName: name });
  const { items: responses = [] } = await client.getGatewayResponses({ restApiId, limit: 500 });
  for (const { responseType } of responses.filter(({ defaultResponse }) => !defaultResponse))
    await client.deleteGatewayResponse({ restApiId, responseType });
}

/** The resources of an API by path, created on demand. */
class Paths {
  private constructor(
    private readonly restApiId: string,
    private readonly client: Client,
    private readonly ids: Map<string, string>,
  ) {}

  static async read(restApiId: string, client: Client): Promise<Paths> {
    const { items = [] } = await client.getResources({ restApiId, limit: 500 });
    return new Paths(restApiId, client, new Map(items.map(({ path, id }) => [path!, id!])));
  }

  /** @returns the id of the resource */
  async make(path: string): Promise<string> {
    let at = "";
    let parentId = this.ids.get("/")!;
    for (const pathPart of path.split("/").filter(Boolean)) {
      at = `${at}/${pathPart}`;
      const id =
        this.ids.get(at) ?? (await this.client.createResource({ restApiId: this.restApiId, parentId, pathPart })).id!;
      this.ids.set(at, id);
      parentId = id;
    }
    return parentId;
  }
}

const validatorKey = "x-amazon-apigateway-request-validator";

/** @returns ids by name */
async function importValidators(restApiId: string, document: Node, client: Client): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [name, node] of Object.entries(readNodes(document[`${validatorKey}s`]))) {
    const { id } = await client.createRequestValidator({
      restApiId,
      name,
      validateRequestBody: node.validateRequestBody === true,
      validateRequestParameters: node.validateRequestParameters === true,
    });
    ids[name] = id!;
  }
  return ids;
}

/** The models of request bodies, created on first use. */
class Models {
  private readonly made = new Set<string>();

  constructor(
    private readonly restApiId: string,
    private readonly openApi: OpenApi,
    private readonly client: Client,
  ) {}

  /** @returns names of models by media type */
  async ofRequest({ node, method, path, parameters }: Operation): Promise<Record<string, string>> {
    const content = readNodes(asNode(node.requestBody).content);
    const body = parameters.find((each) => each.in === "body");
    if (body) content["application/json"] = body;
    const named: Record<string, string> = {};
    for (const [contentType, { schema }] of Object.entries(content)) {
      if (!isNode(schema)) continue;
      const name = readText(schema.$ref)?.split("/").at(-1) ?? `${method}${path}`;
      named[contentType] = await this.make(name.replaceAll(/[^A-Za-z0-9]/g, ""), contentType, schema);
    }
    return named;
  }

  private async make(name: string, contentType: string, schema: Node): Promise<string> {
    if (this.made.has(name)) return name;
    this.made.add(name);
    const text = JSON.stringify(inlineSchema(this.openApi.document, schema));
    await this.client.createModel({ restApiId: this.restApiId, name, contentType, schema: text });
    return name;
  }
}

const places: Readonly<Record<string, string>> = { path: "path", query: "querystring", header: "header" };

/** `method.request.path.id: true`, as `PutMethod` takes it. */
function readParameters({ parameters }: Operation): Record<string, boolean> {
  return Object.fromEntries(
    parameters.flatMap((each) => {
      const place = places[readText(each.in) ?? ""];
      return place ? [[`method.request.${place}.${readText(each.name)}`, each.required === true]] : [];
    }),
  );
}

/** Creates the method's responses, its integration, and the integration's responses. */
async function importAnswers(
  at: { restApiId: string; resourceId: string; httpMethod: string },
  { node, integration }: Operation,
  client: Client,
): Promise<void> {
  for (const [statusCode, response] of Object.entries(readNodes(node.responses)).filter(([code]) =>
    /^\d+$/.test(code),
  )) {
    const headers = Object.keys(asNode(response.headers));
    await client.putMethodResponse({
      ...at,
      statusCode,
      responseParameters: Object.fromEntries(headers.map((header) => [`method.response.header.${header}`, false])),
    });
  }
  if (!integration) return;
  const { httpMethod: integrationHttpMethod, ...settings } = readIntegration(integration);
  await client.putIntegration({ ...settings, type: settings.type, integrationHttpMethod, ...at });
  for (const [pattern, response] of Object.entries(readNodes(integration.responses))) {
    await client.putIntegrationResponse({
      ...at,
      statusCode: readText(response.statusCode) ?? "200",
      selectionPattern: pattern === "default" ? undefined : pattern,
      responseParameters: readTexts(response.responseParameters),
      responseTemplates: readTexts(response.responseTemplates),
      contentHandling: readText(response.contentHandling) as sdk.ContentHandlingStrategy,
    });
  }
}
