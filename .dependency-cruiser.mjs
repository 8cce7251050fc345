/**
 * The walls between the rooms of this house: which folder may import which, types included. `npm run lint` and `npm test` check
 * them; docs/architecture.md has the picture that these imports make.
 */

/** Each room: what it may import besides itself, why no more, and what to do instead. Paths are regular expressions. */
export const rooms = {
  "index.ts": {
    imports: ["stack/"],
    because: "it is the table of contents: what the stack has is composed in stack/",
    instead: "make an area in stack/<area>/ and list it in stack/index.ts",
  },
  stack: {
    imports: ["components/", "limits/", "report/cost/usage\\.ts$"],
    because: "a deployment needs components and limits only; report/cost/usage.ts is the schema of the setting `usage`",
    instead: "put what a pattern is made of in components/, and what a command does in cli/",
  },
  components: {
    imports: ["limits/"],
    because: "components are published as a library, without the stack, the policy pack and the commands",
    instead:
      "give the component an argument, or move what both need down: a limit to limits/, a helper to components/core/",
  },
  handlers: {
    imports: ["limits/"],
    because: "a handler is bundled with all that it imports: a component would bring Pulumi's engine into the function",
    instead: "hand it over in an environment variable, or put the limit that both need in limits/",
  },
  limits: {
    imports: [],
    because: "limits are plain data that every other room reads",
    instead: "keep code that needs more than a limit in the room that needs it",
  },
  policy: {
    imports: ["limits/"],
    because: "the pack is published alone, and judges programs that know nothing of these components",
    instead: "read the resource's properties (policy/frame/known.ts), or put the limit that both need in limits/",
  },
  report: {
    imports: ["limits/", "policy/frame/(runReport|canonicalTypes)\\.ts$"],
    because:
      "a report is made of a plan, whatever made it; policy/frame/runReport.ts is the form of the pack's findings, " +
      "policy/frame/canonicalTypes.ts maps a deprecated type to the one that stands for it",
    instead: "let the command in cli/ hand over what the report needs",
  },
  local: {
    imports: [],
    because: "it stands in for AWS and for Pulumi's CLI: it must work for any program",
    instead: "let the command in cli/ hand over what it needs",
  },
  cli: {
    imports: ["components/", "limits/", "local/", "policy/", "report/", "stack/"],
    because:
      "commands use the rooms, but neither the functions, which they call in the cloud, nor tests and measurements",
    instead: "move what both need out of tests/ or bench/ into cli/ or local/",
  },
  tool: {
    imports: ["cli/bootstrap/bundle\\.mjs$"],
    because: "it is the package of the executable: what it does is in cli/headroom/, which it compiles",
    instead: "make the command in cli/",
  },
};

/** Exceptions, each with its reason. */
const exceptions = {
  // The entry of the pack compiles itself in a checkout, and that is what cli/bootstrap is for. Published, it is compiled.
  policy: { from: "^policy/main\\.js$", to: "cli/bootstrap/bundle\\.mjs$" },
};

const everyRoom = "^(components|handlers|limits|policy|stack|report|cli|tool|local|tests|bench)/|^index\\.ts$";

const walls = Object.entries(rooms).flatMap(([room, { imports, because, instead }]) => {
  const own = room.endsWith(".ts") ? `^${room.replace(".", "\\.")}$` : `^${room}/`;
  const allowed = imports.map((path) => path.replaceAll(/[\\$]/g, "")).join(", ") || "no other room";
  const wall = (name, from, exception = []) => ({
    name,
    comment: `${room} may import ${allowed}: ${because}. Instead, ${instead}.`,
    severity: "error",
    from,
    to: { path: everyRoom, pathNot: [own, ...[...imports, ...exception].map((path) => `^${path}`)] },
  });
  const { from: pathNot, to } = exceptions[room] ?? {};
  const name = `${room.replace(".ts", "")}-imports`;
  if (!pathNot) return [wall(name, { path: own })];
  return [wall(name, { path: own, pathNot }), wall(`${name}-exception`, { path: pathNot }, [to])];
});

/** Within a room, from what is built of others down to what they are built of. */
const floor = (name, from, to, comment) => ({ name, comment, severity: "error", from: { path: from }, to });

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circles",
      comment:
        "These files import each other, if only for a type: neither can be read, tested or moved without the other. " +
        "Instead, move what both need to a third file below them.",
      severity: "error",
      from: { path: everyRoom },
      to: { circular: true },
    },
    {
      name: "no-folder-circles",
      comment:
        "These folders of components/ import each other, though no two of their files do: neither area can be read or taken " +
        "out without the other. Instead, move what both need to the folder below them (components/core/), or the file to the " +
        "area that it belongs to.",
      severity: "error",
      scope: "folder",
      from: { path: "^components/" },
      to: { circular: true },
    },
    ...walls,
    floor(
      "patterns-on-top",
      "^components/(?!patterns/|index\\.ts$)",
      { path: "^components/(patterns/|index\\.ts$)" },
      "Patterns are built of the other areas of components/, never the other way round. Instead, move what both need to the " +
        "area that it belongs to, and import it from its own file, not from components/index.ts.",
    ),
    floor(
      "rules-on-top",
      "^policy/(frame|readings)/",
      { path: "^policy/rules/" },
      "The frame and the readings serve any rule and know none. Instead, let policy/index.ts hand the rules over.",
    ),
    floor(
      "provider-frame",
      "^local/provider/frame/",
      { path: "^local/provider/(resources|awsx)/" },
      "The frame of the provider serves any resource type and knows none. Instead, describe the difference in the entry of the " +
        "type (local/provider/frame/resourceType.ts).",
    ),
    floor(
      "parts-of-the-cloud",
      "^local/(engine|emulator|provider)/",
      { path: "^local/(engine|emulator|provider)/", pathNot: "^local/$1/" },
      "Engine, emulator and provider are three parts that work without each other. Instead, let cli/run join them.",
    ),
  ],
  options: {
    exclude: { path: "(^|/)(node_modules|dist|\\.local|\\.git)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    cache: { folder: ".local/checks/walls", strategy: "content" },
  },
};
