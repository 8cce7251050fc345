import { type Resource } from "../../frame/resource";
import { advised, type Verdict, violated } from "../../frame/rule";

/** Components whose routes have no default: an open one is one that somebody wrote `authorizer: "none"` for. */
const asking = /\bheadroom:api:(Api|HttpApi)\$[^$]*::/;

/** A route without authorization: what a program may have forgotten stops a deployment, what it had to write out is pointed out. */
export function opened(route: Resource, says: string): Verdict {
  return asking.test(route.urn) ? advised(route, `${says}, as authorizer: "none" asks for`) : violated(route, says);
}
