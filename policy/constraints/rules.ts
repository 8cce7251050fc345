import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { wellArchitected } from "../frame/controls";
import { type Graph } from "../frame/graph";
import { currentType, type Resource } from "../frame/resource";
import {
  type Answer,
  type ResourceRule,
  type Rule,
  type RuleInfo,
  type StackRule,
  listTypes,
  type Verdict,
} from "../frame/rule";
import { compile, needsStack } from "./compile";
import { type Check, Findings } from "./fault";
import generated from "./generated/index.json";
import { programProperties } from "./links";
import { parsePath, placesAt } from "./place";
import { plainProperties } from "../frame/plain";
import { type Generated, measured, type Row, type Schema } from "./schema";
import { findService } from "./service";
import { tables } from "./tables";
import { providerSource } from "./tables/pages";

/** The types of each generated table, and what services are called. */
const index: {
  readonly types: Readonly<Record<string, readonly string[]>>;
  readonly titles: Readonly<Record<string, string>>;
} = generated;

/** A compiled row. */
interface Compiled {
  readonly steps: ReturnType<typeof parsePath>;
  readonly check: Check;
  readonly row: Pick<Row, "fact" | "fix" | "level" | "source">;
  readonly ofStack: boolean;
  /** Whether it is of the generated tables. */
  readonly isGenerated: boolean;
  /** Whether it is of the provider's validators alone. */
  readonly isProvider: boolean;
  /** Whether it is a generated row on the form of a text: where that is not known yet, AWS itself mostly makes it. */
  readonly isForm: boolean;
}

/** A row, and the source of its table. */
interface Written {
  readonly row: Row;
  readonly source: string;
}

/** The rows of one type, compiled when the first resource of it comes. */
class Rows {
  private readonly byType = new Map<string, readonly Compiled[]>();
  private generated: Generated | undefined;

  constructor(
    private readonly service: string,
    private readonly written: ReadonlyMap<string, readonly Written[]>,
    private readonly covered: ReadonlySet<string>,
  ) {}

  of(type: string): readonly Compiled[] {
    let compiled = this.byType.get(type);
    if (!compiled) {
      const rows = (this.written.get(type) ?? []).map(({ row, source }) => compileRow(row, findSource(row, source)));
      compiled = [...rows, ...this.compileGenerated(type)];
      this.byType.set(type, compiled);
    }
    return compiled;
  }

  private compileGenerated(type: string): readonly Compiled[] {
    this.generated ??= readGenerated(this.service);
    const { source, rows, provider } = this.generated[type] ?? { source: "", rows: {} };
    const compileAll = (all: typeof rows, page: string, isProvider: boolean): readonly Compiled[] =>
      Object.entries(all)
        .filter(([at]) => !this.covered.has(`${type} ${at}`))
        .map(([at, schema]) => ({
          ...compileRow({ at, ...schema }, page),
          isGenerated: true,
          isProvider,
          isForm: [schema.enum, schema.minimum, schema.maximum].every((word) => word === undefined),
        }));
    return [
      ...compileAll(rows, source, false),
      ...(provider ? compileAll(provider.rows, `${providerSource}${provider.source}`, true) : []),
    ];
  }
}

/** Without a page of its own, the page of the type is cited. */
function findSource({ source }: Row, ofType: string): string {
  return source === measured ? `${ofType} (measured on AWS)` : (source ?? ofType);
}

function compileRow(row: Schema & Pick<Row, "at" | "fact" | "fix" | "level">, source: string): Compiled {
  const { at, fact, fix, level, ...schema } = row;
  return {
    steps: parsePath(at),
    check: compile(schema),
    row: { ...(fact !== undefined && { fact }), ...(fix !== undefined && { fix }), ...(level && { level }), source },
    ofStack: needsStack(schema),
    isGenerated: false,
    isProvider: false,
    isForm: false,
  };
}

/** The tables are beside the pack's own file, wherever these rules are compiled into. */
const folder = ((at: string): string => {
  for (; at !== path.dirname(at); at = path.dirname(at))
    for (const pack of [at, path.join(at, "policy")])
      if (existsSync(path.join(pack, "PulumiPolicy.yaml"))) return path.join(pack, "constraints", "generated");
  throw new Error(`no PulumiPolicy.yaml above ${__dirname}`);
})(__dirname);

export function readGenerated(service: string): Generated {
  if (!(service in index.types)) return {};
  return JSON.parse(readFileSync(path.join(folder, `${service}.json`), "utf8")) as Generated;
}

function answer({ row, isForm }: Compiled, resource: Resource, found: Pick<Findings, "faults" | "open">): Answer[] {
  const said = found.faults.map(({ path: at, is, takes, fix }): Answer => ({
    kind: "violated",
    resource,
    says: row.fact === undefined ? `${at} ${is}; AWS takes ${takes}` : `${at} ${is}: ${row.fact}`,
    fix: row.fix ?? fix,
    page: row.source,
    ...(row.level === "advisory" && { advice: true }),
  }));
  const open = found.open.map((says): Answer => ({
    kind: "not evaluated",
    resource,
    says,
    ...(isForm && { form: true }),
  }));
  return [...said, ...open];
}

/** The path and the value, without what is said of them. */
const formatKey = (answer: Answer): string => {
  const level = answer.kind === "violated" && answer.advice ? "advice" : answer.kind;
  return `${level} ${answer.says.replace(/(?:; AWS takes |: ).*/s, "")}`;
};

/** A letter stands for a name or an id in a shortened program: no form is asked of it. */
const isStandIn = (value: unknown): boolean => typeof value === "string" && value.length === 1;

/** What the rows of a resource say; each finding once, whichever rows have it. */
function judge(rows: readonly Compiled[], resource: Resource, stack?: Graph): Verdict {
  const answers: Answer[] = [];
  const value = stack ? programProperties(resource) : plainProperties(resource);
  const faulty = new Set<string>();
  for (const row of rows) {
    if (row.ofStack !== (stack !== undefined)) continue;
    const found = new Findings();
    for (const place of placesAt({ value, path: "" }, row.steps)) {
      if (row.isForm && row.isProvider && isStandIn(place.value)) continue;
      row.check(place, found, stack ? { resource, stack } : { resource });
    }
    if (found.faults.length === 0 && found.open.length === 0) continue;
    // Rows read in AWS's pages come first; a generated row adds nothing about the same value.
    const faults = found.faults.filter(({ path: at }) => {
      const isNew = !row.isGenerated || !faulty.has(at);
      if (row.row.level !== "advisory") faulty.add(at);
      return isNew;
    });
    answers.push(...answer(row, resource, { faults, open: found.open }));
  }
  return [...new Map(answers.reverse().map((each) => [formatKey(each), each])).values()].reverse();
}

function info(service: string, what: string, title: string): RuleInfo {
  return {
    id: `${service}-${what}`,
    title: title.replace("%", index.titles[service] ?? service),
    severity: "high",
    level: "mandatory",
    ground: "refused",
    controls: [wellArchitected("REL01-BP03")],
    fix: "Set the argument to what the message says that AWS takes.",
    page: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-template-resource-type-ref.html",
  };
}

/** The rows of each type, of all of its tables. */
const written: ReadonlyMap<string, readonly Written[]> = new Map(
  [...Map.groupBy(tables, ({ type }) => type)].map(([type, own]) => [
    type,
    own.flatMap(({ rows, source }) => rows.map((row) => ({ row, source }))),
  ]),
);

/** The types with rows, by service. */
const typesByService = Map.groupBy([...new Set([...written.keys(), ...Object.values(index.types).flat()])], (type) =>
  findService(type),
);

function makeRules(
  service: string,
  types: readonly string[],
  covered: ReadonlySet<string>,
): readonly (ResourceRule | StackRule)[] {
  const rows = new Rows(service, written, covered);
  const argumentsRule: ResourceRule = {
    ...info(service, "arguments", "AWS takes the arguments of % resources"),
    scope: "resource",
    type: types,
    check: (resource) => judge(rows.of(resource.type), resource),
  };
  const joined = types.filter((type) => written.get(type)?.some(({ row }) => needsStack(row)));
  if (joined.length === 0) return [argumentsRule];
  const referencesRule: StackRule = {
    ...info(service, "references", "AWS takes what % resources refer to"),
    scope: "stack",
    check: (stack) =>
      joined
        .flatMap((type) => stack.ofType(type))
        .flatMap((each) => judge(rows.of(currentType(each.type)), each, stack)),
  };
  return [argumentsRule, referencesRule];
}

/** One rule a service for what AWS takes as arguments, and one for what they refer to. */
export function constraintRules(others: readonly Rule[]): readonly (ResourceRule | StackRule)[] {
  const covered = new Set(others.flatMap((rule) => coveredBy(rule)));
  return [...typesByService].flatMap(([service, types]) => makeRules(service, types, covered));
}

/** The properties, as `type path`, whose values another rule checks: that rule wins over generated rows. */
export function coveredBy(rule: Rule): readonly string[] {
  if (rule.scope === "stack" || rule.level !== "mandatory") return [];
  const { covers = [] } = rule;
  return listTypes(rule).flatMap((type) => covers.map((property) => `${type} ${property}`));
}
