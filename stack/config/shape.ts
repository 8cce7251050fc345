import { type z } from "zod";
import { keys } from "./keys";

/** The parts of zod's definition of a type that are used here. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly defaultValue?: unknown;
}

const readDefinition = (type: z.ZodType): Definition => type.def;

/** Unwraps defaults, optionals and transforms. */
function bare(type: z.ZodType): Definition {
  const definition = readDefinition(type);
  const inner = definition.innerType ?? (definition.type === "pipe" ? definition.in : undefined);
  return inner ? bare(inner) : definition;
}

/** The type of a key, by its names from the outermost on, without list indexes. */
function kindAt(names: readonly string[]): z.ZodType | undefined {
  return names.reduce<z.ZodType | undefined>((type, name) => {
    if (!type) return undefined;
    let definition = bare(type);
    while (definition.element) definition = bare(definition.element);
    return definition.shape?.[name] ?? definition.valueType;
  }, keys);
}

/** The names of the settings within a key. */
export function namesWithin(names: readonly string[]): string[] {
  const type = kindAt(names);
  if (!type) return [];
  let definition = bare(type);
  while (definition.element) definition = bare(definition.element);
  return Object.keys(definition.shape ?? {});
}

/** The default of a key. */
export function findDefault(names: readonly string[]): unknown {
  const type = kindAt(names);
  return type && readDefinition(type).type === "default" ? readDefinition(type).defaultValue : undefined;
}
