import { type Fact } from "../heldOut/inputs";
import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

const handler = ofType("aws:appsync/function:Function", {
  apiId: "a",
  name: "f",
  dataSource: "orders",
  runtime: { name: "APPSYNC_JS", runtimeVersion: "1.0.0" },
});

const response = "export function response(ctx) { return ctx.result; }";

/** What a function of APPSYNC_JS may not say, and what it says instead. */
const code = (says: string, bad: string, good: string): Fact =>
  handler(
    says,
    { code: `export function request(ctx) { ${bad} return {}; }\n${response}` },
    { code: `export function request(ctx) { ${good} return {}; }\n${response}` },
  );

const graphQLApi = ofType("aws:appsync/graphQLApi:GraphQLApi", { name: "shop", authenticationType: "API_KEY" });

const schema = (says: string, bad: string, good: string): Fact => graphQLApi(says, { schema: bad }, { schema: good });

const order = "type Order { id: ID! }";
const query = `${order} type Query { order: Order }`;

export const appsyncCode: FactsByName = {
  "appsync-code-no-async": code("code does not wait", "const f = async () => 1;", "const f = () => 1;"),
  "appsync-code-no-class": code("code has no classes", "class A {}", "const a = {};"),
  "appsync-code-no-continue": code(
    "a loop does not continue",
    "for (const a of [1]) { if (a) { continue; } }",
    "for (const a of [1]) { if (a) { break; } }",
  ),
  "appsync-code-no-generator": code(
    "code does not generate",
    "function* g() { yield 1; }",
    "function g() { return [1]; }",
  ),
  "appsync-code-no-increment-operator": code("code adds one", "let i = 0; i++;", "let i = 0; i = i + 1;"),
  "appsync-code-no-instanceof": code(
    "code does not ask for a class",
    "const a = ctx instanceof Object;",
    "const a = ctx === undefined;",
  ),
  "appsync-code-no-promise": code("code has no promises", "const p = Promise.resolve(1);", "const p = 1;"),
  "appsync-code-no-regex-literal": code("code has no regular expressions", "const a = /b/;", 'const a = "b";'),
  "appsync-code-no-this": code("code has no this", "const a = this.b;", "const a = ctx.b;"),
  "appsync-code-no-try": code("code does not catch", "try { ctx.a(); } catch (e) { ctx.b(); }", "ctx.a();"),
  "appsync-code-no-while": code(
    "code loops over what there is",
    "while (false) { ctx.a(); }",
    "for (const a of []) { ctx.a(); }",
  ),
  "appsync-code-request-response-exports-required": handler(
    "code has both handlers",
    { code: "export function request(ctx) { return {}; }" },
    { code: `export function request(ctx) { return {}; }\n${response}` },
  ),
  "appsync-schema-duplicate-field": schema(
    "a field is defined once",
    `${order} type Query { order: Order order: Order }`,
    query,
  ),
  "appsync-schema-duplicate-schema-keyword": schema(
    "a schema has one root",
    `schema { query: Query } schema { query: Query } ${query}`,
    `schema { query: Query } ${query}`,
  ),
  "appsync-schema-duplicate-type": schema("a type is defined once", `${order} ${query}`, query),
  "appsync-schema-input-type-as-output": schema(
    "an input is not answered",
    "input Order { id: ID! } type Query { order: Order }",
    query,
  ),
  "appsync-schema-interface-not-implemented": schema(
    "a type has the fields of its interface",
    "interface Item { id: ID! } type Order implements Item { name: String } type Query { order: Order }",
    "interface Item { id: ID! } type Order implements Item { id: ID! } type Query { order: Order }",
  ),
  "appsync-schema-object-as-argument": schema(
    "an argument is an input",
    `${order} type Query { order(by: Order): Order }`,
    `${order} input By { id: ID! } type Query { order(by: By): Order }`,
  ),
  "appsync-schema-requires-query-root": schema("a schema has queries", order, query),
  "appsync-schema-root-type-missing": schema(
    "a root is defined",
    `schema { query: Query mutation: Mutation } ${query}`,
    `schema { query: Query } ${query}`,
  ),
  "appsync-schema-undefined-type-reference": schema(
    "the type of a field is defined",
    "type Query { order: Order }",
    query,
  ),
  "appsync-schema-unknown-scalar": schema(
    "a scalar is one of AppSync's",
    "type Query { paid: AWSMoney }",
    "type Query { paid: AWSDate }",
  ),
};
