import { type Graph } from "./graph";

/** The resources of one type that no rule looks at. */
export interface NotLookedAt {
  readonly type: string;
  readonly count: number;
}

/** How many types of a provider are named; the others are counted. */
const most = 8;

/**
 * The types that no rule reads, the most frequent first: unknown types, other providers, the AWS Native provider.
 * @param isRead Whether some rule reads a type.
 */
export function notLookedAt(graph: Graph, isRead: (type: string) => boolean): readonly NotLookedAt[] {
  return [...Map.groupBy(graph.resources, ({ type }) => type)]
    .filter(([type]) => !isRead(type))
    .map(([type, all]) => ({ type, count: all.filter(({ isCustom }) => isCustom).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** `12 resources are of types that no rule looks at: 9 of aws (ec2 Vpc 6, …), 2 of aws-native (…), 1 of random (…)`. */
export function describeNotLookedAt(all: readonly NotLookedAt[]): string {
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const byProvider = Map.groupBy(all, ({ type }) => type.slice(0, type.indexOf(":")));
  const parts = [...byProvider].map(([provider, each]) => {
    const sum = each.reduce((so, { count }) => so + count, 0);
    const named = each.slice(0, most).map(({ type, count }) => `${shortType(type)} ${count}`);
    if (each.length > most) named.push(`${each.length - most} other types`);
    return `${sum} of ${provider} (${named.join(", ")})`;
  });
  return `${total === 1 ? "1 resource is of a type" : `${total} resources are of types`} that no rule looks at: ${parts.join(", ")}`;
}

/** `ec2:Vpc` of `aws:ec2/vpc:Vpc`. */
const shortType = (type: string): string => type.replace(/^[^:]*:/, "").replace(/\/[^:]*/, "");
