import { createRequire } from "node:module";

/** What a definition violates of the Amazon States Language. */
export interface StatesLanguageError {
  readonly Message?: string;
  readonly message?: string;
  readonly instancePath?: string;
}

type Validate = (definition: unknown) => { readonly errors: readonly StatesLanguageError[] };
type Compiler = new (options: object) => object;

const load = createRequire(__filename);
let compiler: object | undefined;

/** Formats and keywords are added to the compiler once. */
const once = { value: () => undefined };
const alreadyHas = { addFormat: once, addKeyword: once };

/**
 * Validates a state machine's definition, which it completes: each state gets its query language. The validator is loaded at the
 * first one, since that takes longer than all else that the process loads; it would compile its schemas anew for each
 * definition, which takes a third of a second, so that it gets the compiler of the first one again.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html
 */
export function statesLanguageErrors(definition: unknown): readonly StatesLanguageError[] {
  const validator = load.resolve("asl-validator");
  const ajv = createRequire(validator)("ajv") as { default: Compiler };
  const Original = ajv.default;
  ajv.default = function (options: object) {
    return compiler ? (Object.create(compiler, alreadyHas) as object) : (compiler = new Original(options));
  } as unknown as Compiler;
  try {
    return (load(validator) as Validate)(definition).errors;
  } finally {
    ajv.default = Original;
  }
}
