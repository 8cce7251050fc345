import { type Reading } from "../../frame/known";
import { type Resource } from "../../frame/resource";

/** The kind of a REST API's endpoint; edge-optimised when nothing is said. */
export function endpointType(api: Resource): Reading<string> {
  const configuration = api.get("endpointConfiguration");
  if (configuration.any().state === "absent" || api.leavesToAws(configuration))
    return { state: "known", value: "EDGE" };
  const type = configuration.at("types").any();
  if (type.state === "known" && Array.isArray(type.value)) return configuration.at("types", 0).text();
  return configuration.at("types").text();
}
