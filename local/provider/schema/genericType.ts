import { randomBytes } from "node:crypto";
import { type Aws } from "../frame/aws";
import { type Properties } from "../frame/values";
import { type PropertyRule, type ResourceType } from "../frame/resourceType";
import { type TypeSchema } from "./table";

/** The longest names that the official provider generates. */
const maxNameLength = 255;

/** Types without an implementation are declared, not run. */
const lifecycle = (notEmulated: string) =>
  ({
    identity: [],
    fromImportId: (id) => ({ id, known: {} }),
    notEmulated: () => [`is not run: ${notEmulated}`],
    create: () => Promise.resolve(randomBytes(8).toString("hex")),
    read: (_id, _aws, known) => Promise.resolve(known),
    update: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  }) satisfies Partial<ResourceType>;

/** A type known only by the provider's schema: its arguments are checked, and its outputs are unknown. */
export function genericType(token: string, { properties, outputs, replacing }: TypeSchema): ResourceType {
  const rules = [...properties].map(([name, { required, decided, replaces }]): [string, PropertyRule] => [
    name,
    { ...(required && { required }), ...(decided && { computed: true }), ...(replaces && { replace: true }) },
  ]);
  const isNamed = properties.get("name")?.required === false && properties.get("name")?.decided;
  return {
    ...lifecycle("the emulator does not have this type"),
    token,
    read: (id, aws, known) => Promise.resolve({ ...computedOutputs(token, [properties, outputs], id, aws), ...known }),
    properties: {
      ...Object.fromEntries(rules),
      ...(properties.has("region") && { region: { replace: true, computed: true } }),
    },
    replacing,
    // The schema does not say whether an update changes an output.
    outputs: Object.fromEntries(outputs.filter((name) => name !== "tagsAll").map((name) => [name, "changes" as const])),
    global: !properties.has("region"),
    ...(isNamed && {
      name: {
        property: "name",
        ...(properties.has("namePrefix") && { prefixProperty: "namePrefix" }),
        maxLength: maxNameLength,
        pattern: /^/,
        allowed: "any",
      },
    }),
  };
}

/** Stand-ins for the values that AWS would compute, so that references have a value of the right form. */
function computedOutputs(
  token: string,
  [properties, outputs]: [TypeSchema["properties"], TypeSchema["outputs"]],
  id: string,
  { region }: Aws,
): Properties {
  const [, module = ""] = token.split(":");
  const [service = ""] = module.split("/");
  const decided = [...properties].filter(([, { decided, kind }]) => decided && kind.is === "text");
  const names = [...outputs, ...decided.map(([name]) => name)].filter((name) => !["region", "tagsAll"].includes(name));
  const arn = `arn:aws:${service}:${region}:000000000000:${id}`;
  return Object.fromEntries(names.map((name) => [name, /(^a|A)rn$/.test(name) ? arn : id]));
}

/** An unknown type: whatever the program declares is an argument. */
export function openType(token: string, argumentNames: Iterable<string>): ResourceType {
  return {
    ...lifecycle("the local provider does not know this type"),
    token,
    properties: Object.fromEntries([...argumentNames].map((name): [string, PropertyRule] => [name, {}])),
    outputs: {},
    global: true,
  };
}
