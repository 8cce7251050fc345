import { ensureEngine, findEngine } from "../../local/engine";
import { checkEmulator } from "../../local/emulator";
import { findSupport, type Support } from "../../local/provider/support";
import { entryScript } from "../languageHost/node";
import { readVersion } from "../languageHost/packageManager";
import { notePackages } from "../project/otherLanguage";
import { loadSettings } from "../run/loadSettings";
import { type Settings } from "../run/settings";
import { paint, say } from "../terminal/display";
import { FailureError, UsageError } from "../terminal/errors";
import { type PreviewArgs, runPreview } from "./preview";

/** One prerequisite of the other commands. */
export interface Check {
  name: string;
  ok: boolean;
  /** What was found, or the problem and its fix. */
  says: string;
}

/** How far the emulator supports the resources of one type. */
export interface TypeSupport extends Support {
  type: string;
  /** Names of the resources. */
  names: string[];
}

/** What `doctor --json` prints. */
export interface DoctorDocument {
  ok: boolean;
  checks: Check[];
  /**
   * How far the emulator supports the program's resources; undefined if a check failed, since the program does not run
   * then.
   */
  resources: TypeSupport[];
  /** Values that only AWS or the project's backend knows. */
  assumptions: readonly string[];
}

/** Checks the prerequisites of the commands, and how far the program would run on the emulator. Starts nothing. */
export async function doctor(args: Omit<PreviewArgs, "json">): Promise<DoctorDocument> {
  const settings = loadSettings(args);
  const checks = await makeChecks(settings);
  for (const { name, ok, says } of checks)
    say(`${paint(ok ? "green" : "red", ok ? "✓" : "✗")} ${name.padEnd(9)} ${says.replaceAll("\n", "\n            ")}`);
  const wrong = checks.filter(({ ok }) => !ok).length;
  const program = wrong === 0 ? await examine(args, settings) : { resources: [], assumptions: [] };
  if (wrong > 0) process.exitCode = 2;
  return { ok: wrong === 0, checks, ...program };
}

async function makeChecks(settings: Settings): Promise<Check[]> {
  const checks: [name: string, look: () => string | Promise<string>][] = [
    ["project", () => `${settings.project}, stack ${settings.stack}, ${settings.region}`],
    ["Node", checkNode],
    ["packages", () => checkPackages(settings)],
    ["engine", checkPulumi],
    ["emulator", checkCloud],
  ];
  const made: Check[] = [];
  for (const [name, look] of checks) {
    try {
      made.push({ name, ok: true, says: await look() });
    } catch (error) {
      made.push({ name, ok: false, says: (error as Error).message });
    }
  }
  return made;
}

/** Programs run on the Node on PATH. */
function checkNode(): string {
  const version = readVersion("node").replace(/^v/, "");
  const [major = 0] = version.split(".").map(Number);
  if (major >= 22) return version;
  throw new UsageError(
    `node on PATH is ${version || "missing"}. Fix: install Node 22.12 or newer; Pulumi's SDK needs it.`,
  );
}

async function checkPackages({ program }: Settings): Promise<string> {
  if (!program) return "of this checkout";
  if (program.host !== undefined) {
    await notePackages(program);
    return `${program.packages.join(", ") || "none"}, as ${program.host} says`;
  }
  entryScript("run", program.folder);
  if (program.awsVersion === undefined) return "@pulumi/pulumi; no @pulumi/aws";
  return `@pulumi/aws ${program.awsVersion}${program.packages.length > 1 ? `, of ${program.packages.length} providers` : ""}`;
}

async function checkPulumi(): Promise<string> {
  const found = await findEngine();
  if (found) return `Pulumi ${found.version}, ${found.source === "path" ? "from PATH" : "of the cache"}`;
  const { version, source } = await ensureEngine({ progress: (line) => say(paint("dim", line)) });
  return `Pulumi ${version}, made now (${source})`;
}

async function checkCloud(): Promise<string> {
  const { port, python, running } = await checkEmulator();
  return `${running ? "runs" : "will be"} on port ${port}, with Python ${python}`;
}

const headings: Record<Support["kind"], string> = {
  runs: "Runs on this machine",
  partly: "Runs, but for",
  declared: "Declared, not run",
  unknown: "Not known here: taken as it is declared",
};

/** Previews the program, which starts nothing, and sorts the planned resources. */
async function examine(
  args: Omit<PreviewArgs, "json">,
  settings: Settings,
): Promise<Pick<DoctorDocument, "resources" | "assumptions">> {
  const { record, error, assumptions } = await runPreview(args, () => {}, settings);
  const failed = record.diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message);
  if (error && (error.message || failed.length > 0))
    throw new FailureError(error.message || [...new Set(failed)].join("\n"));
  const found = new Map<string, TypeSupport>();
  for (const { type, name, inputs } of record.planned.filter(({ component }) => !component)) {
    const { kind, lacks } = findSupport(type, inputs);
    const key = [type, kind, ...lacks].join("\n");
    const names = [...(found.get(key)?.names ?? []), name];
    found.set(key, { type, kind, lacks, names });
  }
  const resources = [...found.values()];
  for (const kind of Object.keys(headings) as Support["kind"][]) printKind(kind, resources);
  if (assumptions.length > 0) say(paint("bold", "\nAssumed"));
  for (const line of assumptions) say(`  ${line}`);
  return { resources, assumptions };
}

function printKind(kind: Support["kind"], resources: readonly TypeSupport[]): void {
  const those = resources.filter((each) => each.kind === kind);
  const count = those.reduce((sum, { names }) => sum + names.length, 0);
  if (count > 0) say(paint("bold", `\n${headings[kind]} (${count})`));
  for (const { type, names, lacks } of those) {
    say(`  ${type.replace(/\/[^:]*/, "")} ${paint("dim", names.join(", "))}`);
    for (const lack of lacks) say(`      ${lack}`);
  }
}
