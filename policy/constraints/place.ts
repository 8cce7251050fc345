import { isAbsent, isObject, isUnknown } from "../frame/plain";
import { isDeep } from "./formats/format";

/** A value of a resource and where it stands. */
export interface Place {
  readonly value: unknown;
  /** As a program writes it: `rules[1].priority`. */
  readonly path: string;
  /** It stands for any part of a document that is not known: nobody knows whether there is such a part. */
  readonly isPart?: true;
}

type Step = { readonly key: string } | "each element" | "each value" | "any depth" | "document";

/**
 * The steps of `rules[].priority`, `variables.*`, `statement.**.rateBasedStatement` (at any depth) or
 * `containerDefinitions.$json[].memory` (in the document that a text is).
 */
export function parsePath(path: string): readonly Step[] {
  if (path === "") return [];
  return path.split(".").flatMap((part): Step[] => {
    if (part === "*") return ["each value"];
    if (part === "**") return ["any depth"];
    const [, key = "", lists = ""] = /^(.*?)((?:\[\])*)$/.exec(part) ?? [];
    return [
      ...(key === "" ? [] : [key === "$json" ? ("document" as const) : { key }]),
      ...Array.from({ length: lists.length / 2 }, () => "each element" as const),
    ];
  });
}

const join = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);

/** A place and all objects in it. It does not call itself, however deep they are. */
function objectsIn(from: Place): readonly Place[] {
  const found: Place[] = [];
  const open: Place[] = [from];
  for (let place = open.pop(); place; place = open.pop()) {
    const { value, path } = place;
    if (Array.isArray(value))
      open.push(...value.map((each: unknown, index) => ({ value: each, path: `${path}[${index}]` })));
    if (!isObject(value)) continue;
    found.push(place);
    open.push(...Object.entries(value).map(([key, each]) => ({ value: each, path: join(path, key) })));
  }
  return found;
}

let parsed: { readonly text: string; readonly document: unknown } | undefined;

/** The document that a text is; nothing where it is none: a format says that. Many rows in a row read the same one. */
function parse(text: string): unknown {
  if (parsed?.text !== text) {
    let document: unknown;
    try {
      document = JSON.parse(text);
    } catch {
      document = undefined;
    }
    parsed = { text, document: isDeep(document) ? undefined : document };
  }
  return parsed.document;
}

function readDocument({ value, path }: Place): readonly Place[] {
  if (isUnknown(value)) return [{ value, path, isPart: true }];
  const document = typeof value === "string" ? parse(value) : value;
  return isAbsent(document) ? [] : [{ value: document, path }];
}

/** All places that steps lead to. Something unknown on the way ends it there: its value is unknown whatever the rest. */
export function placesAt(from: Place, steps: readonly Step[]): readonly Place[] {
  let places: readonly Place[] = [from];
  for (const step of steps) {
    const next: Place[] = [];
    for (const place of places) {
      const { value, path } = place;
      if (step === "any depth") next.push(...objectsIn(place));
      else if (step === "document") next.push(...readDocument(place));
      else if (isUnknown(value)) next.push(place);
      else if (step === "each element") {
        if (Array.isArray(value)) value.forEach((each, index) => next.push({ value: each, path: `${path}[${index}]` }));
      } else if (step === "each value") {
        if (isObject(value)) {
          for (const [key, each] of Object.entries(value)) next.push({ value: each, path: join(path, key) });
        }
      } else if (value === undefined || isObject(value)) {
        const own = value !== undefined && Object.hasOwn(value, step.key) ? value[step.key] : undefined;
        next.push({ value: own, path: join(path, step.key) });
      }
    }
    places = next;
  }
  return places;
}
