import { type Resource } from "../../frame/resource";
import { advised, type Verdict, violated } from "../../frame/rule";
import { passesOnToInternet } from "./answers";

/** Components whose routes have no default, by the last word of their type, and how a program has to write out that a route is open. */
const writtenOut: Readonly<Record<string, string>> = { Api: 'authorizer: "none"', HttpApi: "public: true" };
const component = /\bheadroom:api:(Api|HttpApi)\$[^$]*::/;

/**
 * A route without authorization: what a program may have forgotten stops a deployment; what it had to write out, and what
 * is open without the API as well, is pointed out.
 */
export function opened(route: Resource, says: string, integration?: Resource): Verdict {
  const [, kind = ""] = component.exec(route.urn) ?? [];
  const words = writtenOut[kind];
  if (words !== undefined) return advised(route, `${says}, because the program says ${words}`);
  return integration && passesOnToInternet(integration)
    ? advised(route, `${says}, and so is the address that ${integration.label} passes requests on to`)
    : violated(route, says);
}
