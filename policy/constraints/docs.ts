import dropped from "./generate/dropped.json";
import index from "./generated/index.json";
import ledger from "./ledger.json";
import { measuredPage } from "./measured/page";
import { reportedPage } from "./reported/page";
import { rules } from "../rules";
import { coveredBy, readGenerated } from "./rules";
import { measured, type Row, type Schema, type TypeRows } from "./schema";
import { findService } from "./service";
import { tables } from "./tables";
import { providerSource } from "./tables/pages";

const droppedCount = dropped.reduce((sum, { rows }) => sum + rows.length, 0);

const note = "<!-- Generated from the policy pack by `npm run docs -w policy`: do not edit. -->";

const titles: Readonly<Record<string, string>> = index.titles;

/** Keywords that do not describe allowed values. */
const besides: ReadonlySet<string> = new Set([
  "at",
  "fact",
  "fix",
  "source",
  "level",
  "good",
  "bad",
  "beside",
  "links",
]);

/** Longer examples than this are named by their length. */
const longestExample = 160;

function cell(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("|", "\\|");
}

const code = (text: string): string => (text === "" ? "" : `\`${text.replaceAll("`", "'")}\``);

function example(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longestExample ? `${text.length.toLocaleString("en-US")} characters` : code(text);
}

/** The words of a row, as JSON. */
function words(schema: Schema): string {
  return code(JSON.stringify(Object.fromEntries(Object.entries(schema).filter(([word]) => !besides.has(word)))));
}

const pageName = (page: string): string => page.slice(page.lastIndexOf("/") + 1).replace(/\.html.*$/, "");

function sourceCell({ source }: Row, ofType: string): string {
  const page = source === undefined || source === measured ? ofType : source;
  const link = `[${pageName(page)}](${page})`;
  return source === measured ? `measured; ${link}` : link;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function writtenTable({ source, rows }: TypeRows): string {
  return table(
    ["Property", "What AWS takes", "Stops", "Good", "Bad", "Source"],
    rows.map((row) => [
      code(row.at),
      row.fact ?? words(row),
      row.level === "advisory" ? "no" : "yes",
      example(row.good),
      example(row.bad),
      sourceCell(row, source),
    ]),
  );
}

interface Counts {
  read: number;
  measured: number;
  generated: number;
  provider: number;
}

/** The rows of a service, by how they came to be here. */
function count(service: string): Counts {
  const counts: Counts = { read: 0, measured: 0, generated: 0, provider: 0 };
  for (const { rows, type } of tables) {
    if (findService(type) !== service) continue;
    for (const { source } of rows) counts[source === measured ? "measured" : "read"]++;
  }
  for (const { rows, provider } of Object.values(readGenerated(service))) {
    counts.generated += Object.keys(rows).length;
    counts.provider += Object.keys(provider?.rows ?? {}).length;
  }
  return counts;
}

/** The services with rows that were read or measured. */
const written = [...new Set(tables.map(({ type }) => findService(type)))].sort();

const findTitle = (service: string): string => titles[service] ?? `aws.${service}`;

/** Properties, as `type path`, whose values a rule checks instead of a generated row. */
const covered: ReadonlyMap<string, string> = new Map(
  rules.flatMap((rule) => coveredBy(rule).map((property) => [property, rule.id] as const)),
);

function generatedLines(type: string, rows: Readonly<Record<string, Schema>>): string {
  const lines = Object.entries(rows).map(([at, schema]) => {
    const rule = covered.get(`${type} ${at}`);
    const says = rule === undefined ? words(schema) : `the [rule](../rules.md) ${code(rule)} has its range`;
    return `- ${at === "" ? "" : `${code(at)}: `}${says}`;
  });
  return lines.join("\n");
}

function servicePage(service: string): string {
  const generated = readGenerated(service);
  const own = tables.filter(({ type }) => findService(type) === service);
  const types = [...new Set([...own.map(({ type }) => type), ...Object.keys(generated)])].sort();
  const sections = types.map((type) => {
    const parts = own.filter((each) => each.type === type).map(writtenTable);
    const { source = "", rows = {}, provider } = generated[type] ?? {};
    const lines = generatedLines(type, rows);
    if (lines !== "") parts.push(`From AWS's own data, [${pageName(source)}](${source}):\n\n${lines}`);
    if (provider) {
      const link = `[${provider.source}](${providerSource}${provider.source})`;
      parts.push(`From the AWS provider, ${link}:\n\n${generatedLines(type, provider.rows)}`);
    }
    return `## ${type}\n\n${parts.join("\n\n")}\n`;
  });
  return `${note}\n\n# What AWS takes: ${findTitle(service)}\n\n[All services](README.md)\n\n${sections.join("\n")}`;
}

function indexPage(): string {
  const services = [...new Set([...written, ...Object.keys(index.types)])].sort();
  const counts = services.map((service) => [service, count(service)] as const);
  const sum = (of: keyof Counts) => counts.reduce((total, [, each]) => total + each[of], 0);
  const figure = (number: number) => number.toLocaleString("en-US");
  const rows = counts.map(([service, { read, measured: own, generated, provider }]) => [
    written.includes(service) ? `[${findTitle(service)}](${service}.md)` : findTitle(service),
    ...[read, own, generated, provider].map(figure),
  ]);
  const sources = Object.entries(ledger.sources).map(([name, { version, read }]) => [name, version, read]);
  const totals = [
    `**${services.length} services**`,
    ...(["read", "measured", "generated", "provider"] as const).map((of) => figure(sum(of))),
  ];
  return `${note}

# What AWS takes

The rows of data by which the pack refuses what AWS would refuse, as one rule a service: \`<service>-arguments\`, and \`<service>-references\` for what a value names. Each read or measured row has a good and a bad value, which are its test; generated rows are tested by values made of their words. The words are those of [policy/constraints/schema.ts](../../policy/constraints/schema.ts).

- **Read**: AWS's page says it.
- **Measured**: no page says it, or not so; a peer saw AWS refuse it. [Its list](measured.md), fact by fact, says what the pack makes of each, and so does [that of bug reports](reported.md).
- **Generated**: AWS's schemas of CloudFormation and the models of its API operations have it. Where they and the AWS provider disagree, the more lenient wins; [dropped.json](../../policy/constraints/generate/dropped.json) lists the ${figure(droppedCount)} rows that they have wrong, each with the reason.
- **Provider**: the validators of the AWS provider have it, and refuse it in a preview where the official provider runs: values, names, and arguments that stand beside each other or not. They are read from its source.

## Sources

${table(["Source", "Version", "Read"], sources)}

## Rows by service

${table(["Service", "Read", "Measured", "Generated", "Provider"], [...rows, totals])}
`;
}

/** All pages by the name of their file. */
export function constraintPages(): ReadonlyMap<string, string> {
  return new Map([
    ["README.md", indexPage()],
    ["measured.md", measuredPage(note)],
    ["reported.md", reportedPage(note)],
    ...written.map((service) => [`${service}.md`, servicePage(service)] as const),
  ]);
}
