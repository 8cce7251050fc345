import type * as acorn from "acorn";
import type * as graphql from "graphql";

import { type FormatFault, nodeRequire, textFormat } from "./format";

const scalars = "AWSDate AWSTime AWSDateTime AWSTimestamp AWSEmail AWSJSON AWSURL AWSPhone AWSIPAddress".split(" ");

/** What AppSync adds to every schema. */
const additions = `
${scalars.map((name) => `scalar ${name}`).join("\n")}
directive @aws_api_key on FIELD_DEFINITION | OBJECT
directive @aws_iam on FIELD_DEFINITION | OBJECT
directive @aws_oidc on FIELD_DEFINITION | OBJECT
directive @aws_lambda on FIELD_DEFINITION | OBJECT
directive @aws_cognito_user_pools(cognito_groups: [String]) on FIELD_DEFINITION | OBJECT
directive @aws_auth(cognito_groups: [String]) on FIELD_DEFINITION
directive @aws_subscribe(mutations: [String]) on FIELD_DEFINITION
directive @aws_publish(subscriptions: [String]) on FIELD_DEFINITION
directive @canonical on FIELD_DEFINITION | OBJECT | INPUT_OBJECT | ENUM | INTERFACE | UNION | SCALAR
directive @hidden on FIELD_DEFINITION | OBJECT | INPUT_OBJECT | ENUM | INTERFACE | UNION | SCALAR
directive @renamed(to: String!) on FIELD_DEFINITION | OBJECT | INPUT_OBJECT | ENUM | INTERFACE | UNION | SCALAR
`;

/** A schema of AppSync. */
export const graphqlSchema = textFormat((text): readonly FormatFault[] => {
  // Loaded at the first schema.
  const { parse, concatAST, buildASTSchema, validateSchema, GraphQLError } = nodeRequire("graphql") as typeof graphql;
  const fault = (message: string): FormatFault => {
    const [, odd] = /^Unknown type "(AWS\w*)"/.exec(message) ?? [];
    const is = `is refused: ${message.replace(/\s+/g, " ")}`;
    return odd === undefined
      ? { is, takes: "a GraphQL schema", fix: "Correct the schema." }
      : { is, takes: `of names that begin with AWS ${scalars.join(", ")}`, fix: `Replace ${odd}.` };
  };
  try {
    const document = parse(text);
    const names = new Set(
      document.definitions.flatMap((each) => ("name" in each && each.name ? [each.name.value] : [])),
    );
    const extra = parse(additions, { noLocation: true });
    const missing = extra.definitions.filter((each) => !("name" in each && each.name && names.has(each.name.value)));
    const schema = buildASTSchema(concatAST([document, { ...extra, definitions: missing }]));
    return validateSchema(schema)
      .slice(0, 3)
      .map(({ message }) => fault(message));
  } catch (error) {
    if (error instanceof GraphQLError || error instanceof Error)
      return error.message.split("\n\n").slice(0, 3).map(fault);
    throw error;
  }
});

/** The JavaScript features that APPSYNC_JS does not support, by the node of the syntax tree. */
const leftOut: Readonly<Record<string, string>> = {
  TryStatement: "try and catch",
  ThrowStatement: "throw (call util.error)",
  WhileStatement: "while",
  DoWhileStatement: "do while",
  ForStatement: "for with three parts (for-of and for-in are)",
  ContinueStatement: "continue",
  LabeledStatement: "labels",
  ClassDeclaration: "classes",
  ClassExpression: "classes",
  NewExpression: "new",
  ThisExpression: "this",
  AwaitExpression: "await",
  YieldExpression: "generators",
  UpdateExpression: "++ and --",
};

interface Node {
  readonly type: string;
  readonly operator?: string;
  readonly name?: string;
  readonly regex?: object;
  readonly async?: boolean;
  readonly generator?: boolean;
  readonly start: number;
}

function unsupported(node: Node): string | undefined {
  if (node.type === "BinaryExpression" && (node.operator === "instanceof" || node.operator === "in"))
    return node.operator;
  if (node.type === "UnaryExpression" && node.operator === "~") return "~";
  if (node.type === "Identifier" && node.name === "Promise") return "Promise";
  if (node.type === "Literal" && node.regex) return "regular expressions (call util.matches)";
  if (node.async) return "async functions";
  if (node.generator) return "generators";
  return leftOut[node.type];
}

interface Named {
  readonly type?: string;
  readonly name?: string;
  readonly id?: Named;
  readonly exported?: Named | null;
  readonly declaration?: Named | null;
  readonly declarations?: readonly Named[];
  readonly specifiers?: readonly Named[];
}

/** What a module exports by name; `*` where it passes on all of another. */
function namesExported(tree: unknown): readonly string[] {
  const { body } = tree as { readonly body: readonly Named[] };
  return body.flatMap(({ type, declaration, specifiers = [] }) => {
    if (type === "ExportAllDeclaration") return ["*"];
    if (type !== "ExportNamedDeclaration") return [];
    const declared = declaration?.declarations?.map(({ id }) => id) ?? [declaration?.id];
    return [...declared, ...specifiers.map(({ exported }) => exported)].flatMap((each) => each?.name ?? []);
  });
}

/** Code of a resolver or function in APPSYNC_JS. */
export const appsyncJs = textFormat((code): readonly FormatFault[] => {
  // Loaded at the first resolver.
  const { parse } = nodeRequire("acorn") as typeof acorn;
  let tree: unknown;
  try {
    tree = parse(code, { ecmaVersion: "latest", sourceType: "module", locations: false });
  } catch (error) {
    return [
      {
        is: `is not JavaScript: ${(error as Error).message}`,
        takes: "a module in APPSYNC_JS",
        fix: "Correct the code.",
      },
    ];
  }
  const faults: FormatFault[] = [];
  const open: unknown[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== "object" || node === null) continue;
    const what = "type" in node ? unsupported(node as Node) : undefined;
    if (what !== undefined) {
      const line = code.slice(0, (node as Node).start).split("\n").length;
      faults.push({
        at: `line ${line}`,
        is: `has ${what.replace(/ \(.*/, "")}`,
        takes: `no ${what} in APPSYNC_JS`,
        fix: "Write it without.",
      });
    }
    open.push(...(Object.values(node) as unknown[]));
  }
  const exported = namesExported(tree);
  const missing = ["request", "response"].filter((name) => !exported.includes(name) && !exported.includes("*"));
  if (missing.length > 0) {
    const is = `exports no ${missing.join(" and no ")}`;
    faults.push({ is, takes: "a module that exports request and response", fix: "Export the function." });
  }
  return faults.slice(0, 3);
});
