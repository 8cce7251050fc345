import { urnName } from "../../report/urn";
import { componentFinder, type Origins, type Place } from "../run/findings";

/** A resource of an exported state, as far as it says where it comes from. */
interface StateResource {
  readonly urn: string;
  readonly type: string;
  readonly custom?: boolean;
  readonly parent?: string;
  /** `project:///index.ts#12,5`: where the engine says the resource was registered. */
  readonly sourcePosition?: string;
  readonly stackTrace?: readonly { readonly sourcePosition?: string }[];
}

/** Where the resources of an exported state come from: their parents, and the places that the engine recorded. */
export function stateOrigins(state: unknown): Origins {
  const { deployment, checkpoint } = (state ?? {}) as {
    deployment?: { resources?: StateResource[] };
    checkpoint?: { latest?: { resources?: StateResource[] } };
  };
  const resources = deployment?.resources ?? checkpoint?.latest?.resources ?? [];
  const places = new Map(resources.map((resource) => [resource.urn, findPlace(resource)]));
  const parts = resources.map(({ urn, type, parent, custom }) => ({
    urn,
    type,
    name: urnName(urn),
    parent,
    component: custom !== true,
  }));
  return { component: componentFinder(parts), place: (urn) => places.get(urn) };
}

/** The innermost place that is the program's own: packages make resources for it. */
function findPlace({ sourcePosition, stackTrace = [] }: StateResource): Place | undefined {
  const positions = [sourcePosition, ...stackTrace.map((frame) => frame.sourcePosition)];
  return positions.map(parsePosition).find((place) => place !== undefined && !isPackage(place.file));
}

function parsePosition(position: string | undefined): Place | undefined {
  const { file, line, column } =
    /^project:\/\/\/(?<file>[^#]+)#(?<line>\d+)(?:,(?<column>\d+))?$/.exec(position ?? "")?.groups ?? {};
  if (file === undefined) return undefined;
  return { file: decodeURI(file), line: Number(line), ...(column !== undefined && { column: Number(column) }) };
}

/** Packages; and what these commands compile, whose lines are those of no source. */
const isPackage = (file: string): boolean => /(^|\/)node_modules\/|(^|\/)build\/\w+\.js$/.test(file);
