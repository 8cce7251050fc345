/** Routes of an API, and which of them serves a request: as API Gateway decides it. */

import { routeMethods } from "../../limits/routes";

/** A segment of a route: one text, one parameter (anything but a slash), or all the rest of the path. */
export type Segment = { kind: "static"; text: string } | { kind: "parameter" } | { kind: "greedy" };

export interface Route {
  /** One of {@link routeMethods}, or ANY. */
  method: string;
  /** None for the root. */
  segments: Segment[];
}

export function parseRoute(route: string): Route {
  const [method = "", path = ""] = route.split(" ");
  return { method, segments: splitPath(path.slice(1)).map(parseSegment) };
}

const splitPath = (path: string): string[] => (path === "" ? [] : path.split("/"));

function parseSegment(text: string): Segment {
  if (!text.startsWith("{")) return { kind: "static", text };
  return { kind: text.endsWith("+}") ? "greedy" : "parameter" };
}

/** Whether a path, without the slash that it begins with, is one of the route's. A parameter is never empty. */
function matchesPath({ segments }: Route, path: string): boolean {
  const parts = splitPath(path);
  const isGreedy = segments.at(-1)?.kind === "greedy";
  if (isGreedy ? parts.length < segments.length : parts.length !== segments.length) return false;
  return segments.every((segment, index) => {
    if (segment.kind === "static") return parts[index] === segment.text;
    return segment.kind === "parameter" ? parts[index] !== "" : parts.slice(index).join("/") !== "";
  });
}

const RANK = { static: 0, parameter: 1, greedy: 2 };

/**
 * Below 0 when the first route serves what both match: segment by segment a text comes before a parameter, and that before
 * the rest of a path; then the method's own route before ANY.
 */
export function comparePrecedence(one: Route, other: Route): number {
  for (let index = 0; index < Math.min(one.segments.length, other.segments.length); index++) {
    const difference = RANK[one.segments[index]!.kind] - RANK[other.segments[index]!.kind];
    if (difference !== 0) return difference;
  }
  return Number(one.method === "ANY") - Number(other.method === "ANY");
}

/** Whether the route is there for a method. */
export const takes = (route: Route, method: string): boolean =>
  route.method === method || (route.method === "ANY" && (routeMethods as readonly string[]).includes(method));

export const serves = (route: Route, method: string, path: string): boolean =>
  takes(route, method) && matchesPath(route, path);

/** The route that serves a request; undefined where there is none. */
export function findRoute<T extends Route>(routes: readonly T[], method: string, path: string): T | undefined {
  return routes.filter((route) => serves(route, method, path)).sort(comparePrecedence)[0];
}
