import { type PlannedResource } from "../resource";
import { connectors, Flow } from "./connectors";
import { type Category, kinds } from "./kinds";

/** A property of one resource that was made from another; both by URN. */
export interface Link {
  readonly from: string;
  readonly property: string;
  readonly to: string;
}

/** What happens to something in the picture. */
export type Mark = "create" | "update" | "replace" | "delete";

/** A resource that is shown. */
export interface SceneNode {
  readonly urn: string;
  readonly name: string;
  readonly kind: string;
  readonly category: Category;
  readonly mark?: Mark | undefined;
}

/** The resources of one component of the program. */
export interface SceneGroup {
  readonly urn: string;
  readonly name: string;
  /** What the component is, such as `Thumbnailer`. */
  readonly kind: string;
  readonly nodes: readonly SceneNode[];
}

/** An arrow from one node to another, by URN. */
export interface SceneEdge {
  readonly from: string;
  readonly to: string;
  readonly flow: Flow;
}

/** A stack as it is drawn: what runs, grouped by the program's components, and what calls and reaches what. */
export interface Scene {
  readonly groups: readonly SceneGroup[];
  readonly edges: readonly SceneEdge[];
}

/** Builds the picture of a stack from what a preview plans and from the links that Pulumi recorded. */
export function buildScene(
  resources: readonly PlannedResource[],
  links: readonly Link[],
  marks: ReadonlyMap<string, Mark> = new Map(),
): Scene {
  const stack = new Stack(resources, links);
  const edges = stack.edges();
  const groups = stack.groups(edges, marks);
  const shown = new Set(groups.flatMap(({ nodes }) => nodes.map(({ urn }) => urn)));
  return { groups, edges: edges.filter(({ from, to }) => shown.has(from) && shown.has(to)) };
}

class Stack {
  private readonly byUrn: ReadonlyMap<string, PlannedResource>;
  /** The URNs that each property was made from. */
  private readonly sources = new Map<string, string[]>();
  /** The nodes that have a role. */
  private readonly holders = new Map<string, string[]>();

  constructor(
    private readonly resources: readonly PlannedResource[],
    links: readonly Link[],
  ) {
    this.byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    for (const { from, property, to } of links) {
      append(this.sources, `${from} ${property}`, to);
      if (this.isNode(from) && this.findType(to) === role) append(this.holders, to, from);
    }
    // An identity pool hands out its roles by a resource of its own.
    for (const { urn } of resources.filter(({ type }) => type === poolRoles)) {
      const pools = this.from(urn, "identityPoolId");
      for (const given of this.from(urn, "roles")) for (const pool of pools) append(this.holders, given, pool);
    }
  }

  edges(): SceneEdge[] {
    const found = new Map<string, SceneEdge>();
    for (const { urn, type } of this.resources) {
      for (const { from, to, flow } of connectors[type] ?? []) {
        const begins = from === undefined ? [urn] : this.from(urn, from).flatMap((source) => this.nodes(source));
        const ends = to.flatMap((property) => (property === "id" ? [urn] : this.from(urn, property)));
        for (const start of begins) {
          for (const end of ends.flatMap((target) => this.nodes(target))) {
            const edge = { from: start, to: end, flow };
            const key = `${start} ${end}`;
            // A trigger also needs a permission to read: one arrow is enough.
            const back = found.get(`${end} ${start}`);
            if (start === end || (flow === Flow.Access && (found.has(key) || back?.flow === Flow.Trigger))) continue;
            if (flow === Flow.Trigger && back?.flow === Flow.Access) found.delete(`${end} ${start}`);
            found.set(key, edge);
          }
        }
      }
    }
    return [...found.values()];
  }

  /** The nodes by the component that the program made them with, in the order of the program. */
  groups(edges: readonly SceneEdge[], marks: ReadonlyMap<string, Mark>): SceneGroup[] {
    const triggers = new Set(edges.filter(({ flow }) => flow === Flow.Trigger).map(({ from }) => from));
    const groups = new Map<string, { of: PlannedResource; nodes: SceneNode[] }>();
    for (const resource of this.resources) {
      const kind = kinds[resource.type];
      // A queue without readers is for failures: there is one for each function, and they would hide the rest.
      if (!kind || (resource.type === queue && !triggers.has(resource.urn))) continue;
      const of = this.pattern(resource);
      const group = groups.get(of.urn) ?? { of, nodes: [] };
      groups.set(of.urn, group);
      const { urn, name } = resource;
      group.nodes.push({ urn, name, kind: kind.label, category: kind.category, mark: marks.get(urn) });
    }
    return [...groups.values()].map(({ of, nodes }) => ({
      urn: of.urn,
      name: of.name,
      kind: of.type.slice(of.type.lastIndexOf(":") + 1),
      nodes,
    }));
  }

  /** The outermost component that a resource is a part of; the resource itself where there is none. */
  private pattern(resource: PlannedResource): PlannedResource {
    const parent = resource.parent === undefined ? undefined : this.byUrn.get(resource.parent);
    return parent ? this.pattern(parent) : resource;
  }

  private from(urn: string, property: string): readonly string[] {
    return this.sources.get(`${urn} ${property}`) ?? [];
  }

  /** The nodes that a link leads to: the resource, the function behind an alias, or the resources with the role. */
  private nodes(urn: string): readonly string[] {
    if (this.isNode(urn)) return [urn];
    if (this.findType(urn) === alias) return this.from(urn, "functionName").filter((target) => this.isNode(target));
    return this.holders.get(urn) ?? [];
  }

  private isNode(urn: string): boolean {
    return (this.findType(urn) ?? "") in kinds;
  }

  private findType(urn: string): string | undefined {
    return this.byUrn.get(urn)?.type;
  }
}

const role = "aws:iam/role:Role";
const poolRoles = "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment";
const alias = "aws:lambda/alias:Alias";
const queue = "aws:sqs/queue:Queue";

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
