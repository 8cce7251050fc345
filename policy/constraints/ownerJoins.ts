import { type Graph } from "../frame/graph";
import { type Resource } from "../frame/resource";
import { owner } from "./dnsJoins";
import { type Join, refuse } from "./join";

/** A property, and the type of the resource that it names, where it names one. */
type Part = readonly [property: string, type?: string];

/** What a property says: the resource that it names, or its value; nothing where that is not known. */
function says(of: Resource, [property, type = ""]: Part, stack: Graph): string | undefined {
  const value = of.get(property).any();
  if (value.state === "absent") return "";
  return owner(of, property, type, stack) ?? (value.state === "known" ? JSON.stringify(value.value) : undefined);
}

function key(of: Resource, parts: readonly Part[], stack: Graph): string | undefined {
  const all = parts.map((part) => says(of, part, stack));
  return all[0] && all.every((each) => each !== undefined) ? JSON.stringify(all) : undefined;
}

/** The resources of a type that come before one and say the same of all these properties, the first of which is set. */
export function alikeBefore(of: Resource, parts: readonly Part[], stack: Graph | undefined): readonly Resource[] {
  const own = stack && key(of, parts, stack);
  if (!stack || own === undefined) return [];
  return stack
    .ofType(of.type)
    .filter((each) => each.urn < of.urn && each.region === of.region && each.providerUrn === of.providerUrn)
    .filter((each) => key(each, parts, stack) === own);
}

/** Makes the check that not more resources than this say the same of these properties: an owner, and what it has once. */
export function atMost(most: number, takes: string, ...parts: readonly [Part, ...(readonly Part[])]): Join {
  const [[path]] = parts;
  return (resource, found, stack) => {
    const others = alikeBefore(resource, parts, stack);
    const [first] = others;
    if (!first || others.length < most) return;
    const is = others.length === 1 ? `is that of ${first.label} too` : `is that of ${others.length} others too`;
    refuse(found, { path, is, takes, fix: "Remove one of them, or give it other values." });
  };
}
