import { readDocumentText } from "../../frame/documentText";
import { type Graph } from "../../frame/graph";
import { type Property, type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** One operation of an API that is given as an OpenAPI document. */
export interface Operation {
  readonly api: Resource;
  /** `GET /users` */
  readonly name: string;
  readonly operation: Property;
  /** The document that it stands in. */
  readonly root: Property;
}

const methods = /^(get|put|post|delete|options|head|patch|trace|x-amazon-apigateway-any-method)$/;

/** The OpenAPI document of an API, in JSON or YAML. Malformed when it is something else. */
export function readDocument(api: Resource): Reading<Property> {
  const body = api.get("body");
  const text = body.text();
  if (text.state !== "known") return text;
  try {
    return { state: "known", value: body.parsed(text.value, readDocumentText) };
  } catch {
    return { state: "malformed" };
  }
}

/** The operations in the OpenAPI documents of a stack's APIs, and the APIs whose document cannot be read. */
export function findOperations(stack: Graph): { operations: readonly Operation[]; unread: readonly Resource[] } {
  const apis = [...stack.ofType(types.restApi), ...stack.ofType(types.httpApi)];
  const documents = apis
    .filter((api) => !api.leavesToAws(api.get("body")))
    .map((api) => [api, readDocument(api)] as const)
    .filter(([, document]) => document.state !== "absent");
  return {
    operations: documents.flatMap(([api, document]) =>
      document.state === "known" ? operations(api, document.value) : [],
    ),
    unread: documents.filter(([, { state }]) => state !== "known").map(([api]) => api),
  };
}

function operations(api: Resource, root: Property): readonly Operation[] {
  return entries(root.at("paths")).flatMap(([path, item]) =>
    entries(item)
      .filter(([method]) => methods.test(method))
      .map(([method, operation]) => {
        const verb = method.startsWith("x-") ? "ANY" : method.toUpperCase();
        return { api, name: `${verb} ${path}`, operation, root };
      }),
  );
}

function entries(property: Property): readonly (readonly [string, Property])[] {
  const reading = property.entries();
  return reading.state === "known" ? reading.value : [];
}
