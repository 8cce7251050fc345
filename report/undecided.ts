import { type Change, changeKind, type ChangedPlace, unknownWords } from "./changes";
import { type Link } from "./picture/scene";

/** An argument of which nobody knows without AWS whether it changes. */
export interface Undecided {
  urn: string;
  type: string;
  name: string;
  path: string;
}

/**
 * Compared with what is deployed, an argument is unknown because what it is made from changes, or because it is made from a
 * data source that only AWS answers. The latter is taken as it is, and so is what would change because of it.
 */
export function withoutUndecided(
  changes: readonly Change[],
  links: readonly Link[],
): { changes: Change[]; undecided: Undecided[] } {
  const sources = new Map<string, string[]>();
  for (const { from, property, to } of links) {
    const key = `${from} ${property}`;
    sources.set(key, [...(sources.get(key) ?? []), to]);
  }
  const sourcesOf = (urn: string, { path }: ChangedPlace): string[] => sources.get(`${urn} ${propertyOf(path)}`) ?? [];
  const undecided: Undecided[] = [];
  let left = [...changes];
  for (let settled = true; settled;) {
    settled = false;
    const changing = new Set(left.map(({ urn }) => urn));
    left = left.flatMap((change) => {
      const { urn, type, name } = change;
      if (change.kind === "create" || change.kind === "delete") return [change];
      const isOpen = (place: ChangedPlace): boolean =>
        place.to === unknownWords && !sourcesOf(urn, place).some((source) => changing.has(source));
      const places = change.places.filter((place) => !isOpen(place));
      if (places.length === change.places.length) return [change];
      settled = true;
      for (const place of change.places.filter(isOpen))
        // What is made from another resource is as certain as that one.
        if (sourcesOf(urn, place).length === 0) undecided.push({ urn, type, name, path: place.path });
      return places.length === 0 ? [] : [{ ...change, kind: changeKind(places), places }];
    });
  }
  return { changes: left, undecided };
}

const propertyOf = (path: string): string => /^[^.[]+/.exec(path)?.[0] ?? path;
