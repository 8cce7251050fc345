import { type Row, type TypeRows } from "../../schema";
import { api, page } from "../pages";

const resolver = { apiId: "a", type: "Query", field: "order" };

const code = "export function request(ctx) { return {}; }\nexport function response(ctx) { return ctx.result; }";

const runtime = { name: "APPSYNC_JS", runtimeVersion: "1.0.0" };

/** What resolvers and functions have in common. */
const codeRows = (base: object): readonly Row[] => [
  {
    at: "",
    fact: "APPSYNC_JS has no instanceof, try, throw, while, classes and the like",
    when: { "runtime.name": "APPSYNC_JS" },
    properties: { code: { format: "appsyncJs" } },
    source: page("appsync/latest/devguide/supported-features"),
    good: { ...base, runtime, code },
    bad: {
      ...base,
      runtime,
      code: "export function request(ctx) { return {}; }\nexport function response(ctx) { if (ctx.result instanceof Array) { return ctx.result; } return []; }",
    },
  },
  {
    at: "",
    fact: "code has a runtime",
    dependentRequired: { code: ["runtime"] },
    source: api("appsync", "CreateResolver"),
    good: { ...base, runtime, code },
    bad: { ...base, code },
  },
  {
    at: "",
    fact: "a runtime goes with code",
    dependentRequired: { runtime: ["code"] },
    source: api("appsync", "CreateResolver"),
    good: { ...base, runtime, code },
    bad: { ...base, runtime },
  },
  {
    at: "runtime.name",
    const: "APPSYNC_JS",
    source: api("appsync", "AppSyncRuntime"),
    good: "APPSYNC_JS",
    bad: "NODEJS",
  },
  {
    at: "runtime.runtimeVersion",
    const: "1.0.0",
    source: api("appsync", "AppSyncRuntime"),
    good: "1.0.0",
    bad: "2.0.0",
  },
  { at: "maxBatchSize", minimum: 0, maximum: 2000, source: api("appsync", "CreateResolver"), good: 2000, bad: 2001 },
  {
    at: "code",
    minLength: 1,
    maxLength: 32768,
    source: api("appsync", "CreateResolver"),
    good: code,
    bad: `// ${"a".repeat(32800)}`,
  },
  {
    at: "syncConfig.conflictDetection",
    enum: ["VERSION", "NONE"],
    source: api("appsync", "SyncConfig"),
    good: "VERSION",
    bad: "ALL",
  },
  {
    at: "syncConfig.conflictHandler",
    enum: ["OPTIMISTIC_CONCURRENCY", "LAMBDA", "AUTOMERGE", "NONE"],
    source: api("appsync", "SyncConfig"),
    good: "LAMBDA",
    bad: "MERGE",
  },
];

/** AppSync. */
export const appsyncResolvers: readonly TypeRows[] = [
  {
    type: "aws:appsync/resolver:Resolver",
    source: api("appsync", "CreateResolver"),
    rows: [
      ...codeRows({ ...resolver, dataSource: "d" }),
      {
        at: "cachingConfig.ttl",
        minimum: 1,
        maximum: 3600,
        source: api("appsync", "CachingConfig"),
        good: 3600,
        bad: 3601,
      },
      {
        at: "cachingConfig.cachingKeys[]",
        fact: "a key is of $context.arguments, $context.source or $context.identity",
        pattern: "^\\$(context|ctx)\\.(arguments|args|source|identity)",
        source: api("appsync", "CachingConfig"),
        good: "$context.arguments.id",
        bad: "id",
      },
      { at: "kind", enum: ["UNIT", "PIPELINE"], good: "UNIT", bad: "BATCH" },
      {
        at: "",
        fact: "a PIPELINE resolver has a pipelineConfig",
        when: { kind: "PIPELINE" },
        required: ["pipelineConfig"],
        good: { ...resolver, kind: "PIPELINE", runtime, code, pipelineConfig: { functions: ["f"] } },
        bad: { ...resolver, kind: "PIPELINE", runtime, code },
      },
      {
        at: "",
        fact: "a PIPELINE resolver names no dataSource; its functions do",
        when: { kind: "PIPELINE" },
        excluded: ["dataSource"],
        good: { ...resolver, kind: "PIPELINE", runtime, code, pipelineConfig: { functions: ["f"] } },
        bad: { ...resolver, kind: "PIPELINE", runtime, code, dataSource: "d", pipelineConfig: { functions: ["f"] } },
      },
      {
        at: "",
        fact: "a UNIT resolver has no pipelineConfig",
        when: { kind: "UNIT" },
        excluded: ["pipelineConfig"],
        good: { ...resolver, kind: "UNIT", dataSource: "d", runtime, code },
        bad: { ...resolver, kind: "UNIT", dataSource: "d", runtime, code, pipelineConfig: { functions: ["f"] } },
      },
      {
        at: "pipelineConfig.functions",
        maxItems: 10,
        source: page("general/latest/gr/appsync"),
        good: ["f"],
        bad: Array.from({ length: 11 }, (_, i) => `f${i}`),
      },
      {
        at: "",
        fact: "code and mapping templates exclude each other",
        dependentExcluded: { code: ["requestTemplate", "responseTemplate"] },
        source: "measured",
        good: { ...resolver, dataSource: "d", runtime, code },
        bad: { ...resolver, dataSource: "d", runtime, code, requestTemplate: "{}" },
      },
      {
        at: "field",
        fact: "a field is a GraphQL name",
        pattern: "^[_A-Za-z][_0-9A-Za-z]*$",
        good: "order",
        bad: "my-order",
      },
    ],
  },
  {
    type: "aws:appsync/function:Function",
    source: api("appsync", "CreateFunction"),
    rows: [
      ...codeRows({ apiId: "a", dataSource: "d", name: "f" }),
      {
        at: "name",
        fact: "a name has letters, digits and underscores and begins with no digit",
        pattern: "^[_A-Za-z][_0-9A-Za-z]*$",
        good: "find_order",
        bad: "find-order",
      },
      { at: "functionVersion", const: "2018-05-29", good: "2018-05-29", bad: "2020-01-01" },
    ],
  },
];
