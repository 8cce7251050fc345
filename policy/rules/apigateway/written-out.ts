import { type Resource } from "../../frame/resource";
import { advised, type Verdict, violated } from "../../frame/rule";
import { passesOnToInternet } from "./answers";

/** Components whose routes have no default: an open one is one that somebody wrote `authorizer: "none"` for. */
const asking = /\bheadroom:api:(Api|HttpApi)\$[^$]*::/;

/**
 * A route without authorization: what a program may have forgotten stops a deployment; what it had to write out, and what
 * is open without the API as well, is pointed out.
 */
export function opened(route: Resource, says: string, integration?: Resource): Verdict {
  if (asking.test(route.urn)) return advised(route, `${says}, as authorizer: "none" asks for`);
  return integration && passesOnToInternet(integration)
    ? advised(route, `${says}, and so is the address that ${integration.label} passes requests on to`)
    : violated(route, says);
}
