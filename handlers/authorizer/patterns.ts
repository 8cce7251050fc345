/** Patterns of execute-api ARNs, in which `*` is any text, slashes included, and what they have in common with routes. */
import { type Route } from "./routes";

/** One character of a language: this one, any but a slash, or any; repeated from 0 times, or there once. */
interface Unit {
  of: string;
  repeated: boolean;
}
const NO_SLASH = "no slash";
const ANY_CHARACTER = "any character";

const texts = (text: string): Unit[] => [...text].map((of) => ({ of, repeated: false }));
const oneOrMore = (of: string): Unit[] => [
  { of, repeated: false },
  { of, repeated: true },
];

const unitsOfPattern = (pattern: string): Unit[] =>
  [...pattern].map((of) => (of === "*" ? { of: ANY_CHARACTER, repeated: true } : { of, repeated: false }));

/** The paths of a route, exactly. */
function unitsOfRoute({ segments }: Route): Unit[] {
  if (segments.length === 0) return texts("/");
  return segments.flatMap((segment) => [
    ...texts("/"),
    ...(segment.kind === "static"
      ? texts(segment.text)
      : oneOrMore(segment.kind === "greedy" ? ANY_CHARACTER : NO_SLASH)),
  ]);
}

function canBeOne({ of: one }: Unit, { of: other }: Unit): boolean {
  if (one === ANY_CHARACTER || other === ANY_CHARACTER || one === other) return true;
  return (one === NO_SLASH && other !== "/") || (other === NO_SLASH && one !== "/");
}

/** Whether there is a text that is in both languages: a walk over the pairs of places where one text can stand. */
function intersect(one: Unit[], other: Unit[]): boolean {
  const seen = new Set<number>();
  const open: [number, number][] = [[0, 0]];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [i, j] = place;
    if (i === one.length && j === other.length) return true;
    const key = i * (other.length + 1) + j;
    if (seen.has(key)) continue;
    seen.add(key);
    const [a, b] = [one[i], other[j]];
    if (a?.repeated) open.push([i + 1, j]);
    if (b?.repeated) open.push([i, j + 1]);
    if (a && b && canBeOne(a, b)) open.push([a.repeated ? i : i + 1, b.repeated ? j : j + 1]);
  }
  return false;
}

const known = new WeakMap<Route, Map<string, boolean>>();

/** Whether some path of the route is one of the pattern's. Asked again for each method. */
export function hits(pattern: string, route: Route): boolean {
  const answers = known.get(route) ?? new Map<string, boolean>();
  known.set(route, answers);
  const answer = answers.get(pattern) ?? intersect(unitsOfPattern(pattern), unitsOfRoute(route));
  answers.set(pattern, answer);
  return answer;
}

/** Whether some path is one of both routes. */
export const share = (one: Route, other: Route): boolean => intersect(unitsOfRoute(one), unitsOfRoute(other));

/** The narrowest pattern of all paths of a route. */
export const formatPattern = (route: Route): string => fill(route, () => "*");

/**
 * Patterns of all paths that the route's own pattern has and the route has not: `*` goes on past the next slash, and may
 * be nothing.
 */
export function beyond(route: Route): string[] {
  return route.segments.flatMap(({ kind }, index) => {
    const instead = (text: string) => fill(route, (at) => (at === index ? text : "*"));
    if (kind === "static") return [];
    return kind === "greedy" || runsIntoRest(route, index) ? [instead("")] : [instead("*/*"), instead("")];
  });
}

/** Whether only parameters follow, up to one that takes the rest: with more slashes it is a path of the route as well. */
const runsIntoRest = ({ segments }: Route, index: number): boolean =>
  segments.at(-1)?.kind === "greedy" && segments.slice(index).every(({ kind }) => kind !== "static");

function fill({ segments }: Route, star: (index: number) => string): string {
  return `/${segments.map((segment, index) => (segment.kind === "static" ? segment.text : star(index))).join("/")}`;
}
