import { type Plan } from "./changes";

/** The random suffix that Pulumi adds to a name. */
const random = /-[0-9a-f]{7}$/;
/** A plan's names end with this instead, so that two plans of one stack can be compared. */
const instead = "-*******";

/** The plan with random names of this run alone marked as such, wherever they are: in environments, policies, ARNs. */
export function withoutRandomNames({ resources, links }: Plan): Plan {
  const names = new Set<string>();
  for (const { inputs } of resources) {
    const filled = Array.isArray(inputs.__defaults) ? (inputs.__defaults as string[]) : [];
    for (const key of filled) {
      const value = inputs[key];
      if (typeof value === "string" && random.test(value)) names.add(value);
    }
  }
  const replace = (value: unknown): unknown => {
    if (typeof value === "string") {
      return value.replace(/[\w./-]+-[0-9a-f]{7}(?![0-9a-f])/g, (text) => {
        const known = [...names].find((name) => text.endsWith(name));
        return known === undefined ? text : text.replace(random, instead);
      });
    }
    if (Array.isArray(value)) return value.map(replace);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replace(inner)]));
  };
  return {
    resources: resources.map((resource) => ({
      ...resource,
      inputs: replace(resource.inputs) as (typeof resource)["inputs"],
    })),
    links,
  };
}
