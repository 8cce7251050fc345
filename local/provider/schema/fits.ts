import { archiveSignature, assetSignature, isRecord, signatureKey, unknownValue } from "../frame/values";
import { type Kind, type SchemaProperties } from "./notation";
import { findShape } from "./table";

/** A value that the provider does not accept at its place. */
export interface Misfit {
  /** Such as `rules[0].priority`. */
  path: string;
  reason: string;
}

/** Checks known values against the types of the provider's schema, at any depth. */
export function misfits(properties: SchemaProperties, values: Record<string, unknown>, within = ""): Misfit[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const property = properties.get(name);
    return property ? findMisfits(property.kind, value, within ? `${within}.${name}` : name) : [];
  });
}

function findMisfits(kind: Kind, value: unknown, path: string): Misfit[] {
  if (value === unknownValue || value === undefined || value === null || kind.is === "anything") return [];
  const wrong = (wanted: string): Misfit[] => [{ path, reason: `"${path}" is ${shown(value)}, not ${wanted}` }];
  switch (kind.is) {
    case "text":
      return isRecord(value) || Array.isArray(value) ? wrong("a text") : [];
    case "number":
      return isNumber(value) ? [] : wrong("a number");
    case "truth":
      return typeof value === "boolean" || value === "true" || value === "false" ? [] : wrong("true or false");
    case "list":
      if (!Array.isArray(value)) return wrong("a list");
      return value.flatMap((item, index) => findMisfits(kind.of, item, `${path}[${index}]`));
    case "map":
      if (!isPlain(value)) return wrong("an object");
      return Object.entries(value).flatMap(([key, item]) => findMisfits(kind.of, item, `${path}.${key}`));
    case "shape":
      return isPlain(value) ? misfitsOfShape(findShape(kind.name), value, path) : wrong("an object");
  }
}

function misfitsOfShape(shape: SchemaProperties, value: Record<string, unknown>, path: string): Misfit[] {
  const given = Object.keys(value).filter((name) => value[name] !== undefined && value[name] !== null);
  const unknown = given
    .filter((name) => !shape.has(name) && !name.startsWith("__"))
    .map((name): Misfit => ({ path, reason: `"${path}.${name}" is not an argument: ${listed(shape)}` }));
  const missing = [...shape]
    .filter(([name, { required }]) => required && !given.includes(name))
    .map(([name]): Misfit => ({ path, reason: `missing required argument "${path}.${name}"` }));
  return [...unknown, ...missing, ...misfits(shape, value, path)];
}

const listed = (shape: SchemaProperties): string => `there are ${[...shape.keys()].join(", ")}`;

/** The provider accepts texts for numbers. */
const isNumber = (value: unknown): boolean =>
  typeof value === "number" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)));

const isPlain = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) && value[signatureKey] !== assetSignature && value[signatureKey] !== archiveSignature;

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (isRecord(value)) return "an object";
  return JSON.stringify(value);
}
