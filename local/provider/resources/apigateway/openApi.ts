import { parse } from "yaml";

/** An unchecked JSON object of a document. */
export type Node = { readonly [key: string]: unknown };

/** One method of one path, with its settings for API Gateway. */
export interface Operation {
  /** `/orders/{id}`. */
  path: string;
  /** In capitals; ANY for `x-amazon-apigateway-any-method`. */
  method: string;
  /** The operation itself. */
  node: Node;
  /** Its parameters, with those of the whole path. */
  parameters: readonly Node[];
  /** Its security requirements: its own, or the document's. */
  security: readonly Node[];
  integration: Node | undefined;
}

/** An OpenAPI 3 or Swagger 2 document, in JSON or YAML, as API Gateway imports it. */
export interface OpenApi {
  document: Node;
  operations: Operation[];
  /** `securityDefinitions`, or `components.securitySchemes`. */
  securitySchemes: Readonly<Record<string, Node>>;
  /** `definitions`, or `components.schemas`. */
  schemas: Readonly<Record<string, Node>>;
}

const methods = ["get", "post", "put", "delete", "patch", "head", "options"];
const anyMethod = "x-amazon-apigateway-any-method";

/** @throws where the text is no document, with what it lacks. */
export function parseOpenApi(body: string): OpenApi {
  const document: unknown = parse(body, { logLevel: "silent" });
  if (!isNode(document) || (document.openapi === undefined && document.swagger === undefined))
    throw new Error(
      "body is no OpenAPI document: it has neither openapi nor swagger. Fix: give OpenAPI 3 or Swagger 2, in JSON or YAML",
    );
  const { components = {} } = document;
  const paths = Object.entries(asNode(document.paths));
  return {
    document,
    operations: paths.flatMap(([path, item]) => readPath(path, resolveNode(document, item), document)),
    securitySchemes: readNodes(document.securityDefinitions ?? asNode(components).securitySchemes),
    schemas: readNodes(document.definitions ?? asNode(components).schemas),
  };
}

function readPath(path: string, item: Node, document: Node): Operation[] {
  const all = nodeList(item.parameters);
  const present = [...methods, anyMethod].filter((key) => isNode(item[key]));
  return present.map((key) => {
    const node = item[key] as Node;
    const parameters = [...all, ...nodeList(node.parameters)].map((each) => resolveNode(document, each));
    return {
      path,
      method: key === anyMethod ? "ANY" : key.toUpperCase(),
      node,
      parameters,
      security: nodeList(node.security ?? document.security),
      integration: isNode(node["x-amazon-apigateway-integration"])
        ? resolveNode(document, node["x-amazon-apigateway-integration"])
        : undefined,
    };
  });
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const asNode = (value: unknown): Node => (isNode(value) ? value : {});

export const nodeList = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

export const readNodes = (value: unknown): Record<string, Node> =>
  Object.fromEntries(Object.entries(asNode(value)).filter((entry): entry is [string, Node] => isNode(entry[1])));

/** Reads a text; numbers count too, as in `responses: { 200: … }`. */
export const readText = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;

/** The texts of a node by key, without other values. */
export const readTexts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asNode(value)).flatMap(([key, each]) => {
      const text = readText(each);
      return text === undefined ? [] : [[key, text]];
    }),
  );

/** Resolves a node's `$ref` within the document; other nodes are returned unchanged. */
export function resolveNode(document: Node, value: unknown): Node {
  const node = asNode(value);
  const { $ref } = node;
  if (typeof $ref !== "string" || !$ref.startsWith("#/")) return node;
  const keys = $ref.slice(2).split("/");
  return asNode(
    keys.reduce<unknown>((at, key) => asNode(at)[key.replaceAll("~1", "/").replaceAll("~0", "~")], document),
  );
}

/** Inlines every referenced schema; a recursive one is cut where it repeats. */
export function inlineSchema(document: Node, schema: unknown, within: readonly string[] = []): unknown {
  if (Array.isArray(schema)) return schema.map((each) => inlineSchema(document, each, within));
  if (!isNode(schema)) return schema;
  const { $ref } = schema;
  if (typeof $ref === "string") {
    return within.includes($ref) ? {} : inlineSchema(document, resolveNode(document, schema), [...within, $ref]);
  }
  return Object.fromEntries(Object.entries(schema).map(([key, each]) => [key, inlineSchema(document, each, within)]));
}
