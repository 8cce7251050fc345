import { type Resource } from "../../frame/resource";
import { advised, type Verdict, violated } from "../../frame/rule";

/** Components whose routes have no default, by the last word of their type, and how a program has to write out that a route is open. */
const writtenOut: Readonly<Record<string, string>> = { Api: 'authorizer: "none"', HttpApi: "public: true" };
const component = /\bheadroom:api:(Api|HttpApi)\$[^$]*::/;

/** A route without authorization: what a program may have forgotten stops a deployment, what it had to write out is pointed out. */
export function opened(route: Resource, says: string): Verdict {
  const [, kind = ""] = component.exec(route.urn) ?? [];
  const words = writtenOut[kind];
  return words === undefined ? violated(route, says) : advised(route, `${says}, because the program says ${words}`);
}
