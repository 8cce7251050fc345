import { type z } from "zod";
import { keys } from "./keys";

/** What is read here of zod's own description of a kind. */
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

/** Without what only wraps a kind: defaults, optionality, what is made of the value afterwards. */
function bare(type: z.ZodType): Definition {
  const definition = readDefinition(type);
  const inner = definition.innerType ?? (definition.type === "pipe" ? definition.in : undefined);
  return inner ? bare(inner) : definition;
}

/** The kind of a key, by its names from the outermost on; those of lists are left out. */
function kindAt(names: readonly string[]): z.ZodType | undefined {
  return names.reduce<z.ZodType | undefined>((type, name) => {
    if (!type) return undefined;
    let definition = bare(type);
    while (definition.element) definition = bare(definition.element);
    return definition.shape?.[name] ?? definition.valueType;
  }, keys);
}

/** The names that a key may have within. */
export function namesWithin(names: readonly string[]): string[] {
  const type = kindAt(names);
  if (!type) return [];
  let definition = bare(type);
  while (definition.element) definition = bare(definition.element);
  return Object.keys(definition.shape ?? {});
}

/** What a key has when nobody sets it. */
export function findDefault(names: readonly string[]): unknown {
  const type = kindAt(names);
  return type && readDefinition(type).type === "default" ? readDefinition(type).defaultValue : undefined;
}
