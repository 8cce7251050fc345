import { hasUnknown, isRecord, type Properties, unknownValue } from "../../frame/values";
import { type Asking, type Constructed } from "../component";
import { reference, type Registered } from "../monitor";
import { type RestApiArgs } from "./args";
import { OpenApiDocument } from "./document";
import { StaticFiles } from "./files";
import { sha1 } from "../names";
import { Parts } from "./parts";

/** Passed to the API itself, as they are. */
const ownArgs = ["description", "disableExecuteApiEndpoint", "tags"];
const served = new Set<string>([
  ...ownArgs,
  "routes",
  "swaggerString",
  "stageName",
  "requestValidator",
  "apiKeySource",
  "gatewayResponses",
  "binaryMediaTypes",
  "staticRoutesBucket",
]);

/**
 * Makes what `RestAPI` of the package aws-apigateway makes, with the same types, names and parents: a REST API with an OpenAPI
 * document of its routes, its deployment, its stage, and the permissions to invoke its functions.
 * @throws Error for arguments that are not served: what is not made must not seem to be.
 */
export async function constructRestApi(name: string, given: Properties, asking: Asking): Promise<Constructed> {
  const unserved = Object.keys(given).filter((key) => !served.has(key));
  if (unserved.length)
    throw new Error(`${unserved.join(", ")}: not served. Fix: leave it out, or use aws.apigateway.RestApi.`);
  const args = given as RestApiArgs;
  const { monitor } = asking;
  const component = await monitor.component();
  const parts = new Parts(component, asking);
  const document = await makeDocument(name, args, parts);
  const api = await parts.make("aws:apigateway/restApi:RestApi", name, {
    ...Object.fromEntries(ownArgs.map((key) => [key, given[key]])),
    name: document.title,
    binaryMediaTypes: args.binaryMediaTypes ?? ["*/*"],
    body: document.body,
    apiKeySource: args.apiKeySource,
  });
  const deployment = await parts.make(
    "aws:apigateway/deployment:Deployment",
    name,
    { restApi: api.id, variables: { version: hashContents(api, document.body) } },
    { dependsOn: [api], sources: { restApi: [api] } },
  );
  const permissions: Registered[] = [];
  for (const { method, path, functionName } of document.invoked) {
    const methodAndPath = `${method === "ANY" ? "*" : method}${path}`;
    const source = api.outputs.executionArn;
    permissions.push(
      await parts.make(
        "aws:lambda/permission:Permission",
        `${name}-${sha1(methodAndPath)}`,
        {
          action: "lambda:invokeFunction",
          function: functionName,
          principal: "apigateway.amazonaws.com",
          sourceArn: join(source, `/*/${methodAndPath}`),
        },
        { sources: { sourceArn: [api] } },
      ),
    );
  }
  const stage = await parts.make(
    "aws:apigateway/stage:Stage",
    name,
    { restApi: api.id, deployment: deployment.id, stageName: args.stageName ?? "stage", tags: args.tags },
    { dependsOn: [api, deployment, ...permissions], sources: { restApi: [api], deployment: [deployment] } },
  );
  const state: Properties = {
    url: join(stage.outputs.invokeUrl, "/"),
    api: reference(api),
    deployment: reference(deployment),
    stage: reference(stage),
  };
  await monitor.finish(component, state);
  const dependencies = { url: [stage.urn], api: [api.urn], deployment: [deployment.urn], stage: [stage.urn] };
  return { urn: component.urn, state, dependencies };
}

/** The OpenAPI document, as text where nothing in it is unknown. */
interface MadeDocument {
  title: unknown;
  body: string;
  invoked: OpenApiDocument["invoked"];
}

async function makeDocument(name: string, args: RestApiArgs, parts: Parts): Promise<MadeDocument> {
  if (args.swaggerString !== undefined) {
    if (hasUnknown(args.swaggerString)) return { title: unknownValue, body: unknownValue, invoked: [] };
    const document = parseDocument(args.swaggerString);
    const info = { title: name, ...(document.info as Properties | undefined) };
    return { title: info.title, body: JSON.stringify({ ...document, info }), invoked: [] };
  }
  if (!args.routes?.length) throw new Error("neither routes nor swaggerString is given. Fix: give one of them.");
  const document = new OpenApiDocument(name, args, parts);
  const files = new StaticFiles(document, args);
  for (const route of args.routes) {
    const path = route.path.startsWith("/") ? route.path : `/${route.path}`;
    await (route.localPath === undefined ? document : files).add({ ...route, path });
  }
  const { content } = document;
  const body = hasUnknown(content) ? unknownValue : JSON.stringify(content);
  return { title: name, body, invoked: document.invoked };
}

function parseDocument(text: string): Properties {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new Error(`swaggerString: ${(error as Error).message}. Fix: give an OpenAPI document in JSON.`, {
      cause: error,
    });
  }
  if (!isRecord(document)) throw new Error("swaggerString: no object. Fix: give an OpenAPI document in JSON.");
  return document;
}

/** Changes with everything that a deployment has to publish. */
function hashContents(api: Registered, body: string): string {
  const { apiKeySource, binaryMediaTypes, endpointConfiguration, minimumCompressionSize, policy } = api.outputs;
  const published = { apiKeySource, binaryMediaTypes, endpointConfiguration, minimumCompressionSize, policy, body };
  return hasUnknown(published) ? unknownValue : sha1(JSON.stringify(published));
}

/** A text with this end; unknown if the text is. */
const join = (text: unknown, end: string): string =>
  typeof text === "string" && text !== unknownValue ? `${text}${end}` : unknownValue;
