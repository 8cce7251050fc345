import { wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** A rule that a resource's CORS settings do not open it to pages of every origin together with credentials. */
export function corsRule(
  rule: Pick<ResourceRule, "id" | "type" | "title" | "page"> & {
    property: string;
    /** Where else the settings may stand: in the document of an API. */
    elsewhere?: (resource: Resource) => Property | undefined;
  },
): ResourceRule {
  const { property, elsewhere, ...info } = rule;
  return {
    ...info,
    scope: "resource",
    severity: "medium",
    level: "mandatory",
    ground: "open",
    controls: [wellArchitected("SEC03-BP07")],
    fix: "Name the origins of your pages in allowOrigins, or set allowCredentials to false.",
    check(resource) {
      const other = elsewhere?.(resource);
      return [
        ...judge(resource, resource.get(property), property),
        ...(other ? judge(resource, other, `the CORS configuration in ${String(other.path[0])}`) : holds),
      ];
    },
  };
}

function judge(resource: Resource, cors: Property, name: string): Verdict {
  const credentials = cors.at("allowCredentials").flag();
  if (credentials.state === "absent" || (credentials.state === "known" && !credentials.value)) return holds;
  const everybody = anyOrigin(cors.at("allowOrigins"));
  if (everybody === "no") return holds;
  return everybody === "yes" && credentials.state === "known"
    ? violated(
        resource,
        `${name} allows every origin together with credentials: any site could read with its visitors' cookies`,
      )
    : notEvaluated(resource, name);
}

function anyOrigin(origins: Property): "yes" | "no" | "unknown" {
  const list = origins.list();
  if (list.state === "unknown") return "unknown";
  const texts = list.state === "known" ? list.value.map((origin) => origin.text()) : [];
  // HTTP APIs answer `https://*` with the origin that asks, which browsers take; they refuse a bare `*`.
  if (texts.some((text) => text.state === "known" && /^(https?:\/\/)?\*$/i.test(text.value))) return "yes";
  return texts.some(({ state }) => state === "unknown") ? "unknown" : "no";
}
