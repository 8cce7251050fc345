import { Flow } from "./connectors";
import { Category } from "./kinds";
import { type Scene, type SceneNode } from "./scene";
import { colours, marks } from "./style";

/** The picture as a Mermaid flowchart, which GitHub draws where it stands in Markdown. */
export function renderMermaid({ groups, edges }: Scene): string {
  const ids = new Map(groups.flatMap(({ nodes }) => nodes).map(({ urn }, index) => [urn, `n${index}`]));
  const shown = new Set<Category>();
  const nodeLine = (node: SceneNode): string => {
    shown.add(node.category);
    const sign = node.mark ? `${marks[node.mark].sign} ` : "";
    return `${ids.get(node.urn)}["${sign}${escaped(node.name)}<br/><small>${escaped(node.kind)}</small>"]:::${node.category}`;
  };
  const boxes = groups.flatMap(({ name, kind, nodes }, index) => {
    const [only] = nodes;
    if (nodes.length === 1 && only?.name === name) return [`  ${nodeLine(only)}`];
    const lines = nodes.map((node) => `    ${nodeLine(node)}`);
    return [`  subgraph g${index}["${escaped(name)} (${escaped(kind)})"]`, ...lines, "  end"];
  });
  const arrows = edges.map(
    ({ from, to, flow }) => `  ${ids.get(from)} ${flow === Flow.Trigger ? "-->" : "-.->"} ${ids.get(to)}`,
  );
  const classes = Object.values(Category)
    .filter((category) => shown.has(category))
    .map((category) => `  classDef ${category} fill:${colours[category]},color:#fff,stroke:none`);
  const touched = groups.flatMap(({ nodes }) => nodes).filter(({ mark }) => mark !== undefined);
  const borders = touched.map(
    ({ urn, mark }) => `  style ${ids.get(urn)} stroke:${marks[mark!].colour},stroke-width:4px`,
  );
  return ["flowchart LR", ...boxes, ...arrows, ...classes, ...borders].join("\n");
}

/** Mermaid takes HTML's entities, with # for &. */
const escaped = (text: string): string => text.replace(/["#<>&]/g, (character) => `#${character.charCodeAt(0)};`);
