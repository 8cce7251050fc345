import { type Schema } from "../schema";
import { type Model } from "./model";
import { type Properties, type Property } from "./sdk";

/** Texts in backticks, which the provider's documentation shows as values. */
const shown = (doc: string): readonly string[] =>
  Array.from(doc.matchAll(/`"?([\w.:/ +-]+?)"?`/g), ([, value = ""]) => value);

/** The names by which a property may go in AWS's data: Pulumi writes lists in the plural. */
function alike(name: string): readonly string[] {
  const own = name.toLowerCase();
  return [own, own.replace(/s$/, ""), own.replace(/ies$/, "y"), own.replace(/es$/, ""), `${own}s`];
}

/** Free text, and values that the provider itself changes or makes. */
const doubtful = /(^|\.)(tags|region|timeouts)\b/;

function textWords(words: Schema, name: string, doc: string): Schema {
  const { pattern, minLength = 0, maxLength } = words;
  // An ARN where the provider takes names as well, or makes it of one.
  const isArn = pattern !== undefined && /arn/.test(pattern) && !/arns?$/i.test(name);
  const enumeration = words.enum;
  if (enumeration) {
    const values = shown(doc);
    const isShown = enumeration.some((value) => values.includes(String(value)));
    const extra = values.filter((value) => !enumeration.includes(value) && !/^(true|false|null|\d+)$/.test(value));
    return { enum: [...enumeration, ...(isShown ? extra : [])], ...(!isShown && { anyCase: true }) };
  }
  return {
    ...(pattern !== undefined && !isArn && { pattern }),
    ...(minLength > 1 && { minLength }),
    ...(maxLength !== undefined && maxLength < 100_000 && { maxLength }),
  };
}

function numberWords({ minimum, maximum }: Schema, doc: string): Schema {
  // A figure that the provider's documentation names is one that it takes, -1 for "none" say.
  const figures = Array.from(doc.matchAll(/(?<![\w.`-])-?\d[\d,]*(?![\w.-]*\w)/g), ([text]) =>
    Number(text.replaceAll(",", "")),
  );
  const zero = /\bdefault(s|ing)? (is|to|value)?\D{0,12}0\b/i.test(doc) ? [0] : [];
  const lowest = minimum === undefined ? undefined : Math.min(minimum, ...figures, ...zero);
  const highest = maximum === undefined ? undefined : Math.max(maximum, ...figures);
  return {
    ...(lowest !== undefined && { minimum: lowest }),
    ...(highest !== undefined &&
      highest < Number.MAX_SAFE_INTEGER &&
      highest !== 2_147_483_647 && { maximum: highest }),
  };
}

/** What the provider's validators say, with the values and figures that its documentation shows, which may be newer. */
export function relax(words: Schema, doc: string): Schema {
  const shownValues = shown(doc).filter((value) => !/^(true|false|null|\d+)$/.test(value));
  const isShown = words.enum?.some((value) => shownValues.includes(String(value))) ?? false;
  const bounds = numberWords(words, doc);
  return { ...words, ...bounds, ...(words.enum && isShown && { enum: [...new Set([...words.enum, ...shownValues])] }) };
}

/** What AWS's data says of a place, and what is taken there since the provider's documentation shows more. */
export interface Disagreement {
  readonly aws: Schema;
  readonly taken: Schema;
}

/** Where the provider takes more than AWS's data say: further values, or a wider range. */
function compareWords(aws: Schema, taken: Schema): Disagreement | undefined {
  const more = taken.enum?.filter((each) => !aws.enum?.includes(each)) ?? [];
  if (more.length > 0) return { aws: { enum: aws.enum ?? [] }, taken: { enum: more } };
  const bounds = (["minimum", "maximum"] as const).filter(
    (bound) => taken[bound] !== undefined && aws[bound] !== undefined && taken[bound] !== aws[bound],
  );
  const pick = (words: Schema): Schema => Object.fromEntries(bounds.map((bound) => [bound, words[bound]]));
  return bounds.length > 0 ? { aws: pick(aws), taken: pick(taken) } : undefined;
}

/** The rows that a model gives for the properties of a type, what is doubtful left out; and where the provider takes more. */
export function makeRows(
  properties: Properties,
  model: Model,
): {
  readonly rows: Readonly<Record<string, Schema>>;
  readonly disagreements: Readonly<Record<string, Disagreement>>;
} {
  const rows: Record<string, Schema> = {};
  const disagreements: Record<string, Disagreement> = {};
  const add = (at: string, words: Schema, aws: Schema): void => {
    if (Object.keys(words).length === 0) return;
    rows[at] = words;
    const found = compareWords(aws, words);
    if (found) disagreements[at] = found;
  };
  const value = (
    property: Omit<Property, "isRequired">,
    own: Model,
    at: string,
    name: string,
    doc: string,
    open: readonly Properties[],
  ): void => {
    if (doubtful.test(at)) return;
    if (property.kind === "string" && own.kind === "string") return add(at, textWords(own.words, name, doc), own.words);
    if (property.kind === "number" && own.kind === "number") return add(at, numberWords(own.words, doc), own.words);
    if (property.kind === "list" && property.element) {
      if (own.kind === "list" && own.element) {
        const { minItems = 0, maxItems } = own.words;
        const count = {
          ...(minItems > 1 && { minItems }),
          ...(maxItems !== undefined && maxItems < 10_000 && { maxItems }),
        };
        add(at, count, own.words);
        return value({ ...property.element, doc }, own.element, `${at}[]`, name, doc, open);
      }
      // The provider writes one structure as a list of one.
      if (own.kind === "object") value({ ...property.element, doc }, wrapped(own), `${at}[]`, name, doc, open);
      return;
    }
    if (property.kind === "object" && property.properties) {
      const inner = own.kind === "list" ? own.element : own;
      if (inner?.kind === "object") object(property.properties, wrapped(inner), `${at}.`, open);
    }
  };
  const object = (all: Properties, own: Model, prefix: string, open: readonly Properties[]): void => {
    if (open.includes(all)) return;
    for (const [name, property] of all) {
      const found = alike(name)
        .map((each) => own.properties?.get(each))
        .find((each) => each !== undefined);
      if (found) value(property, found, `${prefix}${name}`, name, property.doc, [...open, all]);
    }
  };
  object(properties, model, "", []);
  return { rows, disagreements };
}

/** CloudFront writes each list as an object of its elements and their number. */
function wrapped(model: Model): Model {
  const items = model.properties?.get("items");
  return items && model.properties?.has("quantity") && model.properties.size === 2 ? items : model;
}
