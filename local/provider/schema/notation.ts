/**
 * The table's notation of types, which is short because there are thousands. Properties stand with blanks between them,
 * as `name:kind` and marks: `!` required; `*` AWS decides where the program gives none; `^` a change makes a new
 * resource. Kinds: `s` text, `n` number, `b` truth, `a` anything, `[k]` a list, `{k}` a map, `#name` the shape of that
 * name.
 */
export type Kind =
  { is: "text" | "number" | "truth" | "anything" } | { is: "list" | "map"; of: Kind } | { is: "shape"; name: string };

/** A property of a type or of a shape. */
export interface SchemaProperty {
  kind: Kind;
  required: boolean;
  /** Where the program gives none, AWS decides. */
  decided: boolean;
  replaces: boolean;
}

export type SchemaProperties = ReadonlyMap<string, SchemaProperty>;

const scalars = { s: "text", n: "number", b: "truth", a: "anything" } as const;

/** Reads a row of properties. @throws Error for a text that is not in this notation. */
export function readProperties(text: string): SchemaProperties {
  const words = text.split(" ").filter(Boolean);
  return new Map(
    words.map((word) => {
      const [, name = "", kind = "", marks = ""] = /^([^:]+):(.*?)([!*^]*)$/.exec(word) ?? [];
      const property: SchemaProperty = {
        kind: readKind(kind),
        required: marks.includes("!"),
        decided: marks.includes("*"),
        replaces: marks.includes("^"),
      };
      return [name, property] as const;
    }),
  );
}

function readKind(text: string): Kind {
  if (text in scalars) return { is: scalars[text as keyof typeof scalars] };
  if (text.startsWith("#")) return { is: "shape", name: text.slice(1) };
  const inner = text.slice(1, -1);
  if (text.startsWith("[") && text.endsWith("]")) return { is: "list", of: readKind(inner) };
  if (text.startsWith("{") && text.endsWith("}")) return { is: "map", of: readKind(inner) };
  throw new Error(`the table of the AWS provider's types contains an unknown kind: "${text}"`);
}
