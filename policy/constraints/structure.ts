import { type Check, type Findings, joinChoices, type Subject } from "./fault";
import { isAbsent, isGiven, isUnknown } from "../frame/plain";
import { parsePath, type Place, placesAt } from "./place";
import { type Schema } from "./schema";
import { toNumber } from "./words";

/** Whether a property is set: `unknown` if it is part of a document that is not known. */
type Presence = "yes" | "no" | "unknown";

type Reader = (place: Place) => { readonly presence: Presence; readonly path: string; readonly value: unknown };

/** @param counts Whether a value counts as there. */
function reader(property: string, counts: (value: unknown) => boolean): Reader {
  const steps = parsePath(property);
  return (place) => {
    const places = placesAt(place, steps);
    const given = places.find(({ value }) => !isUnknown(value) && counts(value));
    if (given) return { presence: "yes", ...given };
    // An argument that is made from another resource is given, whatever its value will be.
    const unknown = places.find(({ value }) => isUnknown(value));
    if (unknown) return { presence: unknown.isPart ? "unknown" : "yes", ...unknown };
    const [first] = places;
    return { presence: "no", path: first?.path ?? join(place.path, property), value: undefined };
  };
}

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

const given = (property: string): Reader => reader(property, isGiven);
const there = (property: string): Reader => reader(property, (value) => !isAbsent(value));

/** Does what a property being set, or not, asks for; nothing is decided where that is not known. */
function decide(reading: ReturnType<Reader>, found: Findings, presence: Presence, act: (path: string) => void): void {
  if (reading.presence === "unknown") found.open.push(reading.path);
  else if (reading.presence === presence) act(reading.path);
}

function missing(path: string, found: Findings): void {
  found.faults.push({ path, is: "is not set", takes: `no resource without ${path}`, fix: `Set ${path}.` });
}

function surplus(path: string, found: Findings): void {
  found.faults.push({ path, is: "is set", takes: `no ${path} here`, fix: `Remove ${path}.` });
}

function required(names: readonly string[]): Check {
  const readers = names.map(there);
  return (place, found) => {
    for (const read of readers) decide(read(place), found, "no", (path) => missing(path, found));
  };
}

function excluded(names: readonly string[]): Check {
  const readers = names.map(given);
  return (place, found) => {
    for (const read of readers) decide(read(place), found, "yes", (path) => surplus(path, found));
  };
}

function dependent({ dependentRequired, dependentExcluded }: Schema): readonly Check[] {
  const needs = Object.entries(dependentRequired ?? {}).map(([name, others]): Check => {
    const [own, needed] = [given(name), required(others)];
    return (place, found, subject) => {
      decide(own(place), found, "yes", () => needed(place, found, subject));
    };
  });
  const bars = Object.entries(dependentExcluded ?? {}).map(([name, others]): Check => {
    const [own, rest] = [given(name), others.map(given)];
    return (place, found) => {
      decide(own(place), found, "yes", (by) => {
        for (const read of rest) {
          decide(read(place), found, "yes", (path) => {
            const fix = `Remove ${path} or ${by}.`;
            found.faults.push({ path, is: `is set beside ${by}`, takes: "one of the two", fix });
          });
        }
      });
    };
  });
  return [...needs, ...bars];
}

/** Exactly, at least or at most one of several. */
function counted({ requiredXor, requiredOr, atMostOne }: Schema): readonly Check[] {
  const rule = (names: readonly string[] | undefined, least: number, most: number): Check[] => {
    if (!names) return [];
    const readers = names.map(given);
    return [
      (place, found) => {
        const read = readers.map((each) => each(place));
        const open = read.find(({ presence }) => presence === "unknown");
        if (open) return void found.open.push(open.path);
        const set = read.filter(({ presence }) => presence === "yes");
        const { path } = place;
        if (set.length < least) {
          const where = path === "" ? "it" : path;
          const takes = most === 1 ? `exactly one of ${joinChoices(names)}` : `one or more of ${joinChoices(names)}`;
          found.faults.push({
            path: where,
            is: `has none of ${joinChoices(names)}`,
            takes,
            fix: `Set ${joinChoices(names)}.`,
          });
        } else if (set.length > most) {
          const [first, ...others] = set.map((each) => each.path);
          found.faults.push({
            path: others.join(", "),
            is: `is set beside ${first}`,
            takes: `one of ${joinChoices(names)}`,
            fix: `Keep one of ${joinChoices(names)}.`,
          });
        }
      },
    ];
  };
  return [...rule(requiredXor, 1, 1), ...rule(requiredOr, 1, Infinity), ...rule(atMostOne, 0, 1)];
}

/** A number, or a time of day or date that sorts as text. */
const comparable = (value: unknown): number | string | undefined =>
  toNumber(value) ?? (typeof value === "string" && /^\d{2,4}[-:]\d\d/.test(value) ? value : undefined);

function compared({ ordered = [], equal = [], different = [] }: Schema): readonly Check[] {
  const pair = (a: string, b: string, wrong: (x: unknown, y: unknown) => boolean, takes: (path: string) => string) => {
    const [first, second] = [there(a), there(b)];
    return (place: Place, found: Findings) => {
      const [x, y] = [first(place), second(place)];
      if (x.presence === "no" || y.presence === "no") return;
      const unknown = [x, y].find(({ value }) => isUnknown(value));
      if (unknown) found.open.push(unknown.path);
      else if (wrong(x.value, y.value)) {
        const fix = `Set ${x.path} to ${takes(y.path)}.`;
        found.faults.push({
          path: x.path,
          is: `is ${String(x.value)} and ${y.path} is ${String(y.value)}`,
          takes: takes(y.path),
          fix,
        });
      }
    };
  };
  return [
    ...ordered.map(([a, sign, b]) => {
      const wrong = (x: unknown, y: unknown): boolean => {
        const [left, right] = [comparable(x), comparable(y)];
        if (left === undefined || right === undefined || typeof left !== typeof right) return false;
        return sign === "<" ? left >= right : left > right;
      };
      return pair(a, b, wrong, (path) => (sign === "<" ? `less than ${path}` : `at most ${path}`));
    }),
    ...different.map(([a, b]) =>
      pair(
        a,
        b,
        (x, y) => x === y,
        (path) => `another value than ${path}`,
      ),
    ),
    ...equal.map(([a, b]) =>
      pair(
        a,
        b,
        (x, y) => x !== y,
        (path) => `the same as ${path}`,
      ),
    ),
  ];
}

function acrossLists({ uniqueAcross, memberOf = [] }: Schema): readonly Check[] {
  const values = (paths: readonly string[]) => {
    const all = paths.map(parsePath);
    return (place: Place) => all.flatMap((steps) => placesAt(place, steps)).filter(({ value }) => !isAbsent(value));
  };
  const unique = uniqueAcross && values(uniqueAcross);
  const members = memberOf.map(([own, ...others]) => [values([own]), values(others)] as const);
  return [
    ...(unique
      ? [
          (place: Place, found: Findings) => {
            const seen = new Map<unknown, string>();
            for (const { value, path } of unique(place)) {
              const first = isUnknown(value) ? undefined : seen.get(value);
              if (first === undefined) seen.set(value, path);
              else
                found.faults.push({
                  path,
                  is: `is ${String(value)}, as ${first} is`,
                  takes: "different values",
                  fix: `Give ${path} another value.`,
                });
            }
          },
        ]
      : []),
    ...members.map(([own, others]) => (place: Place, found: Findings) => {
      const known = others(place);
      if (known.length === 0) return;
      const isOpen = known.some(({ value }) => isUnknown(value));
      for (const { value, path } of own(place)) {
        if (known.some((each) => each.value === value)) continue;
        if (isOpen || isUnknown(value)) found.open.push(path);
        else {
          const takes = joinChoices(known.map((each) => each.value));
          found.faults.push({ path, is: `is ${String(value)}`, takes, fix: `Set ${path} to ${takes}.` });
        }
      }
    }),
  ];
}

/** The checks of the words that are about which properties stand together. */
export function structureWords(schema: Schema): readonly Check[] {
  const single = [schema.required && required(schema.required), schema.excluded && excluded(schema.excluded)].filter(
    (check) => check !== undefined,
  );
  const words = [...single, ...dependent(schema), ...counted(schema), ...compared(schema), ...acrossLists(schema)];
  // Of something that is not known yet, and of nothing, they say nothing.
  return words.map((word): Check => (place: Place, found: Findings, subject: Subject) => {
    if (isUnknown(place.value)) found.open.push(place.path);
    else if (!isAbsent(place.value)) word(place, found, subject);
  });
}
