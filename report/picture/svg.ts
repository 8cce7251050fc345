import ELK, { type ElkExtendedEdge, type ElkNode } from "elkjs/lib/elk.bundled.js";
import { html, type Markup, trusted } from "../html";
import { Flow } from "./connectors";
import { type Scene, type SceneGroup, type SceneNode } from "./scene";
import { colours, marks } from "./style";

const NODE_HEIGHT = 52;
const GROUP_TITLE = 30;
/** The maximum width of a letter in pixels: without a screen, nothing can be measured. */
const LETTER = 7.6;

const layout = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.layered.spacing.nodeNodeBetweenLayers": "56",
  "elk.spacing.nodeNode": "20",
  "elk.spacing.componentComponent": "28",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.aspectRatio": "1.6",
};

/** For dark mode: nodes keep their colours, which carry white text. */
const darkColours =
  "@media (prefers-color-scheme:dark){.paper{fill:#0d1117}.box{fill:#161b22;stroke:#3d444d}.ink{fill:#e6edf3}.line{stroke:#8b949e}.tip{fill:#8b949e}}";

/** The picture as SVG, laid out by ELK, with a description for screen readers. */
export async function renderSvg(scene: Scene, title: string): Promise<string> {
  const nodes = new Map(scene.groups.flatMap((group) => group.nodes.map((node) => [node.urn, node] as const)));
  const stack: ElkNode = {
    id: "stack",
    layoutOptions: layout,
    children: scene.groups.map(makeBox),
    edges: scene.edges.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  };
  const graph: ElkNode = await new ELK().layout(stack);
  const places = new Map(flatten(graph).map((place) => [place.node.id, place]));
  const groups = new Map(scene.groups.map((group) => [group.urn, group]));
  const { width = 0, height = 0 } = graph;
  const boxes = [...places.values()].map(({ node, x, y }) => {
    const shown = nodes.get(node.id);
    if (shown && !node.children) return drawNode(shown, x, y, node.width ?? 0);
    const group = groups.get(parseGroup(node.id));
    return group && drawGroup(group, node, x, y);
  });
  const arrows = (graph.edges ?? []).map((edge, index) =>
    drawEdge(edge, places.get((edge as { container?: string }).container ?? ""), scene.edges[index]?.flow),
  );
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-labelledby="picture-title picture-text"
    font-family="system-ui, sans-serif"
  >
    <title id="picture-title">${title}</title>
    <desc id="picture-text">${describeScene(scene)}</desc>
    <style>
      ${trusted(darkColours)}
    </style>
    <defs>
      <marker
        id="arrow"
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto-start-reverse"
      >
        <path class="tip" d="M0 0 8 4 0 8z" fill="#6e7781" />
      </marker>
    </defs>
    <rect class="paper" width="${width}" height="${height}" fill="#fff" />
    ${boxes} ${arrows}
  </svg> `.text;
}

/** What the picture shows, as sentences. */
export function describeScene({ groups, edges }: Scene): string {
  const names = new Map(groups.flatMap(({ nodes }) => nodes).map(({ urn, name, kind }) => [urn, `${kind} ${name}`]));
  const parts = groups.map(({ name, nodes }) => `${name}: ${nodes.map(({ urn }) => names.get(urn)).join(", ")}.`);
  const arrows = edges.map(
    ({ from, to, flow }) => `${names.get(from)} ${flow === Flow.Trigger ? "triggers" : "can access"} ${names.get(to)}.`,
  );
  return [...parts, ...arrows].join(" ");
}

/** A component that has one resource, of its own name, is drawn as that. */
function makeBox(group: SceneGroup): ElkNode {
  const [only] = group.nodes;
  if (only && isPlain(group)) return makeLeaf(only);
  return {
    id: `group ${group.urn}`,
    children: group.nodes.map(makeLeaf),
    layoutOptions: {
      "elk.padding": `[top=${GROUP_TITLE + 10},left=14,bottom=14,right=14]`,
      "elk.nodeSize.constraints": "MINIMUM_SIZE",
      "elk.nodeSize.minimum": `(${Math.ceil(formatTitle(group).length * LETTER) + 28}, 0)`,
    },
  };
}

const isPlain = ({ name, nodes }: SceneGroup): boolean => nodes.length === 1 && nodes[0]?.name === name;
const parseGroup = (id: string): string => id.replace(/^group /, "");
const formatTitle = ({ name, kind }: SceneGroup): string => `${name} · ${kind}`;

function makeLeaf({ urn, name, kind }: SceneNode): ElkNode {
  return { id: urn, width: Math.ceil(Math.max(name.length, kind.length) * LETTER) + 40, height: NODE_HEIGHT };
}

/** A node with its place in the whole picture; ELK gives places within the box around. */
interface Place {
  node: ElkNode;
  x: number;
  y: number;
}

function flatten(node: ElkNode, x = 0, y = 0): Place[] {
  const children = (node.children ?? []).flatMap((child) => flatten(child, x + (child.x ?? 0), y + (child.y ?? 0)));
  return [{ node, x, y }, ...children];
}

function drawNode({ name, kind, category, mark }: SceneNode, x: number, y: number, width: number): Markup {
  const border = mark && marks[mark];
  return html`<g transform="translate(${x} ${y})"
    ><title>${kind} ${name}${mark && ` (${mark})`}</title>
    <rect
      width="${width}"
      height="${NODE_HEIGHT}"
      rx="8"
      fill="${colours[category]}"
      ${border && html` stroke="${border.colour}" stroke-width="4"`}
      ${mark === "delete" && html` stroke-dasharray="8 4" opacity="0.6"`}
    />
    <text x="16" y="22" fill="#fff" font-size="13" font-weight="600">${border && `${border.sign} `}${name}</text>
    <text x="16" y="40" fill="#fff" font-size="12">${kind}</text></g
  > `;
}

function drawGroup(group: SceneGroup, { width = 0, height = 0 }: ElkNode, x: number, y: number): Markup {
  return html`<g transform="translate(${x} ${y})"
    ><rect class="box" width="${width}" height="${height}" rx="10" fill="#f6f8fa" stroke="#8c959f" />
    <text class="ink" x="14" y="${GROUP_TITLE - 8}" fill="#1f2328" font-size="13"
      ><tspan font-weight="600">${group.name}</tspan> · ${group.kind}</text
    ></g
  > `;
}

function drawEdge({ sections = [] }: ElkExtendedEdge, inside: Place | undefined, flow: Flow | undefined): Markup {
  const { x = 0, y = 0 } = inside ?? {};
  const lines = sections.map(({ startPoint, bendPoints = [], endPoint }) =>
    [startPoint, ...bendPoints, endPoint].map((point) => `${point.x + x} ${point.y + y}`).join(" "),
  );
  const dashes = flow === Flow.Access && html` stroke-dasharray="5 4"`;
  return html`${lines.map(
    (points) =>
      html`<polyline
        class="line"
        points="${points}"
        fill="none"
        stroke="#6e7781"
        stroke-width="1.5"
        ${dashes}
        marker-end="url(#arrow)"
      /> `,
  )}`;
}
