import { type Row, type Schema } from "../schema";
import { tables } from "../tables";
import { relax } from "./rows";

type Rows = Readonly<Record<string, Schema>>;

/** What AWS's data and the provider say of a value: values of both, and AWS's bounds and form where it has them. */
function both(at: string, aws: Schema, provider: Schema): Schema {
  const { format, ...rest } = provider;
  // AWS takes an id in the place of an ARN where the name of the argument does not say otherwise.
  const isKept = format !== "arn" || /arns?(\[\])?$/i.test(at);
  const values = aws.enum && provider.enum && [...new Set([...aws.enum, ...provider.enum])];
  return {
    ...rest,
    ...(format !== undefined && aws.pattern === undefined && isKept && { format }),
    ...aws,
    ...(values && { enum: values }),
    ...((aws.anyCase ?? provider.anyCase) && { anyCase: true }),
  };
}

/** Every word that a row has, and every name in it. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [key, ...namesIn(each)]);
}

/** The names in each row that was written by hand, by type. */
const written = new Map(
  [...Map.groupBy(tables, ({ type }) => type)].map(([type, own]) => [
    type,
    own.flatMap(({ rows }) =>
      rows.map(({ at, fact: _fact, fix: _fix, source: _source, good: _good, bad: _bad, ...words }: Row) => {
        return new Set([at, ...namesIn(words)].flatMap((each) => [each, ...each.split(".")]));
      }),
    ),
  ]),
);

const groups = ["dependentExcluded", "dependentRequired", "requiredXor", "requiredOr", "atMostOne"] as const;

/** Whether a row by hand is about the same arguments together: it says more, and once is enough. */
function isWritten(type: string, schema: Schema): boolean {
  const names = groups.flatMap((group) => namesIn(schema[group]));
  return written.get(type)?.some((row) => names.every((name) => row.has(name))) ?? false;
}

function withoutWritten(type: string, schema: Schema): Schema {
  const parts = (schema.allOf ?? [schema]).filter((part) => {
    const isGroup = groups.some((group) => group in part);
    return !isGroup || !isWritten(type, part);
  });
  const { allOf: _allOf, ...words } = schema;
  const [only = {}] = parts;
  if (!schema.allOf) return only;
  return { ...words, ...(parts.length > 1 ? { allOf: parts } : only) };
}

/** The rows of AWS's data with what the provider adds to them, and those that the provider alone has. */
export function combine(
  type: string,
  aws: Rows,
  provider: Rows,
  docs: ReadonlyMap<string, string>,
): { readonly aws: Rows; readonly provider: Rows } {
  const shared: Record<string, Schema> = { ...aws };
  const own: Record<string, Schema> = {};
  for (const [at, given] of Object.entries(provider)) {
    const schema = relax(withoutWritten(type, given), docs.get(at) ?? "");
    if (Object.keys(schema).length === 0) continue;
    const known = aws[at];
    if (known) shared[at] = both(at, known, schema);
    else own[at] = schema;
  }
  return { aws: shared, provider: own };
}
