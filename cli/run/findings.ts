import { type Finding } from "../../report/findings";
import { type PlannedResource } from "../../report/resource";
import { type RuleSummary } from "../../policy/frame/rule";
import catalog from "../../policy/rules/catalog.json";
import { type PolicyViolation } from "./record";

/** Where the program makes a resource. */
export type Place = NonNullable<Finding["place"]>;

/** What is known of where resources come from, by URN. */
export interface Origins {
  component(urn: string): Finding["component"];
  place(urn: string): Place | undefined;
}

const byId = new Map((catalog as RuleSummary[]).map((rule) => [rule.id, rule]));

/** The policy that speaks of the run. */
const aboutRun = "headroom";

/** Violations with the details of their rules. Messages of the policy `headroom` about the run are not violations. */
export function describeFindings(violations: readonly PolicyViolation[], origins: Origins): Finding[] {
  return violations.flatMap((violation): Finding[] => {
    const { policy, enforcement, resource, urn, message } = violation;
    if (policy === aboutRun) return [];
    // A rule that was just written is not in the catalog.
    const { title, severity } = byId.get(policy) ?? { title: message.split("\n", 1)[0]!, severity: "medium" };
    const component = urn === undefined ? undefined : origins.component(urn);
    const place = urn === undefined ? undefined : origins.place(urn);
    return [
      {
        policy,
        enforcement,
        severity,
        title,
        ...splitMessage(message, title),
        ...(resource !== undefined && { resource }),
        ...(urn !== undefined && { urn }),
        ...(component && { component }),
        ...(place && { place }),
        message,
      },
    ];
  });
}

/** Messages of the policy `headroom` about the run: open checks, exemptions, types that no rule reads. */
export const findRunRemarks = (violations: readonly PolicyViolation[]): PolicyViolation[] =>
  violations.filter(({ policy }) => policy === aboutRun);

/** The engine puts the rule's title before what the pack says; the last line has the fix and the page. */
function splitMessage(message: string, title: string): Pick<Finding, "says" | "fix" | "page"> {
  const text = message.startsWith(`${title}\n`) ? message.slice(title.length + 1) : message;
  const {
    says = text,
    fix = "",
    page,
  } = /^(?<says>.*)\nFix: (?<fix>.*?)(?: See (?<page>https:\S+))?$/s.exec(text)?.groups ?? {};
  return { says, fix, ...(page !== undefined && { page }) };
}

/** Finds the component that made a resource: the nearest of those that it is a part of. */
export function componentFinder(
  resources: readonly Pick<PlannedResource, "urn" | "type" | "name" | "parent" | "component">[],
): Origins["component"] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  return (urn) => {
    const seen = new Set<string>();
    let parent = byUrn.get(urn)?.parent;
    while (parent !== undefined && !seen.has(parent)) {
      seen.add(parent);
      const resource = byUrn.get(parent);
      if (resource?.component && !resource.type.startsWith("pulumi:"))
        return { type: resource.type, name: resource.name };
      parent = resource?.parent;
    }
    return undefined;
  };
}
