import { wellArchitected } from "../../frame/controls";
import { type Property } from "../../frame/known";
import { holds, notEvaluated, type ResourceRule, violated } from "../../frame/rule";

/** A rule that a resource's CORS settings do not open it to pages of every origin together with credentials. */
export function corsRule(
  rule: Pick<ResourceRule, "id" | "type" | "title" | "page"> & { property: string },
): ResourceRule {
  const { property, ...info } = rule;
  return {
    ...info,
    scope: "resource",
    severity: "medium",
    level: "mandatory",
    ground: "open",
    controls: [wellArchitected("SEC03-BP07")],
    fix: "Name the origins of your pages in allowOrigins, or set allowCredentials to false.",
    check(resource) {
      const cors = resource.get(property);
      const credentials = cors.at("allowCredentials").flag();
      if (credentials.state === "absent" || (credentials.state === "known" && !credentials.value)) return holds;
      const everybody = anyOrigin(cors.at("allowOrigins"));
      if (everybody === "no") return holds;
      return everybody === "yes" && credentials.state === "known"
        ? violated(
            resource,
            `${property} allows every origin together with credentials: any site could read with its visitors' cookies`,
          )
        : notEvaluated(resource, property);
    },
  };
}

function anyOrigin(origins: Property): "yes" | "no" | "unknown" {
  const list = origins.list();
  if (list.state === "unknown") return "unknown";
  const texts = list.state === "known" ? list.value.map((origin) => origin.text()) : [];
  // HTTP APIs answer `https://*` with the origin that asks, which browsers take; they refuse a bare `*`.
  if (texts.some((text) => text.state === "known" && /^(https?:\/\/)?\*$/i.test(text.value))) return "yes";
  return texts.some(({ state }) => state === "unknown") ? "unknown" : "no";
}
