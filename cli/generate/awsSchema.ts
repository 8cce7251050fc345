import { writeFileSync } from "node:fs";
import path from "node:path";
import { tableFile } from "../../local/provider/schema/table";
import { Botocore } from "../../policy/constraints/generate/botocore";
import { CloudFormation } from "../../policy/constraints/generate/cloudFormation";
import { Counterparts } from "../../policy/constraints/generate/counterparts";
import { normal } from "../../policy/constraints/generate/model";
import { type ProviderType, ProviderTypes } from "../../policy/constraints/generate/provider";
import { ProviderRows } from "../../policy/constraints/generate/providerRows";
import { ProviderWords } from "../../policy/constraints/generate/providerWords";
import { readProvider } from "../../policy/constraints/generate/readProvider";
import { readSources } from "../../policy/constraints/generate/sources";
import { type Properties, type Property, Sdk } from "../../policy/constraints/generate/sdk";

/** What the documentation of an argument says where a change makes a new resource. */
const forcesNew = /\b(forces?|forcing|requires?|creates?) (the )?(creation of )?(a )?(new|re-?creation|replacement)\b/i;
const notForcing = /\b(not|never|without) forc/i;

/** Collects the shapes that properties refer to, while it writes them: see local/provider/schema/notation.ts. */
class Writer {
  /** By the name of the first interface that has them: many have the same properties. */
  readonly shapes = new Map<string, string>();
  private readonly names = new Map<string, string>();
  private readonly byText = new Map<string, string>();

  properties(properties: Properties, mark: (name: string, property: Property) => string = required): string {
    return [...properties].map(([name, property]) => `${name}:${this.kind(property)}${mark(name, property)}`).join(" ");
  }

  private kind(property: Omit<Property, "isRequired" | "doc">): string {
    const { kind, isMixed, element, properties, shape } = property;
    if (isMixed) return "a";
    if (kind === "list") return `[${element ? this.kind(element) : "a"}]`;
    if (kind === "map") return `{${element ? this.kind(element) : "a"}}`;
    if (kind !== "object" || !properties || shape === undefined) return kind === "other" ? "a" : kind.charAt(0);
    return `#${this.names.get(shape) ?? this.shape(shape, properties)}`;
  }

  private shape(name: string, properties: Properties): string {
    this.names.set(name, name); // a shape that holds itself
    const text = this.properties(properties);
    const first = this.byText.get(text) ?? name;
    if (first === name || text.includes(`#${name}`)) this.shapes.set(name, text);
    this.byText.set(text, first);
    this.names.set(name, first);
    return first;
  }
}

const required = (_: string, { isRequired }: Property): string => (isRequired ? "!" : "");

/** Whether a path leads through another, which replaces the resource whatever changes in it. */
const isInside = (at: string, other: string): boolean => at.startsWith(`${other}.`) || at.startsWith(`${other}[]`);

/** The whole table as text: a line for each type, so that a difference shows where it is. */
function awsSchema(
  aws: string,
  counterparts: Counterparts,
  providerTypes: Readonly<Record<string, ProviderType>>,
  words: ProviderWords,
): string {
  const [sdk, results] = [new Sdk(aws), new Sdk(aws, "output")];
  const provider = new ProviderTypes(providerTypes, sdk);
  const [inputs, outputs] = [new Writer(), new Writer()];
  const types = sdk.tokens.map((token): [string, readonly [string, string, string?]] => {
    const [given, computed] = [sdk.readArguments(token), sdk.readOutputs(token)];
    const declared = provider.find(token);
    const places = declared && new ProviderRows(declared.name, declared.type, words, given);
    const replacing = counterparts.replacing(token);
    const text = inputs.properties(given, (name, property) => {
      // What the provider's source does not have is newer than it: then AWS's data and the documentation say it.
      const replaces = places?.paths.includes(name)
        ? places.replacing.includes(name)
        : replacing.includes(normal(name)) || (forcesNew.test(property.doc) && !notForcing.test(property.doc));
      const decided = !property.isRequired && computed.get(name)?.isAlwaysSet === true;
      return `${required(name, property)}${decided ? "*" : ""}${replaces ? "^" : ""}`;
    });
    const outputs = [...computed.keys()].filter((name) => !given.has(name)).join(" ");
    const inside = places?.replacing.filter((at) => !places.replacing.some((other) => isInside(at, other))) ?? [];
    const nested = inside.filter((at) => at.includes(".")).join(" ");
    return [token, nested === "" ? [text, outputs] : [text, outputs, nested]];
  });
  const sources = results.sourceTokens.map((token) => [token, outputs.properties(results.readResult(token))] as const);
  const section = (name: string, entries: Iterable<readonly [string, unknown]>): string => {
    const lines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
    return `"${name}": {\n${lines.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n")}\n}`;
  };
  const sections = [
    section("types", types),
    section("shapes", inputs.shapes),
    section("sources", sources),
    section("results", outputs.shapes),
  ];
  return `{\n${sections.join(",\n")}\n}\n`;
}

/** `npm run schema -- …`: writes the table of the types that @pulumi/aws has. It takes what `npm run constraints` takes. */
function main(args: readonly string[]): void {
  const { cfnLint, botocoreData, source } = readSources("schema", args);
  const aws = path.dirname(require.resolve("@pulumi/aws/package.json"));
  const botocore = new Botocore(botocoreData);
  const counterparts = new Counterparts(new CloudFormation(cfnLint), botocore);
  const text = awsSchema(aws, counterparts, readProvider(source), new ProviderWords(botocore));
  writeFileSync(tableFile, text);
  const { types, sources } = JSON.parse(text) as { types: object; sources: object };
  console.log(
    `${Object.keys(types).length} types, ${Object.keys(sources).length} data sources, ${text.length} characters`,
  );
}

if (require.main === module) main(process.argv.slice(2));
