import { spawn } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { ensureEngine } from "../../local/engine";
import { localFolder, projectRoot } from "../../local/project";
import { build } from "../run/compiled";
import { nativeCompiler, noteProgramPassed } from "../run/typeCheck";
import { paint } from "../terminal/display";

/** The checks that must pass before the tests run. */
const checks: { [name: string]: string[] } = {
  "type check": [nativeCompiler(), "--project", ".", "--incremental", "--tsBuildInfoFile", cacheFile("types.json")],
  lint: ["eslint", "."], // not cached, since the types in a file depend on other files
  "imports between rooms": ["depcruise", "--output-type", "err-long", "."],
  "API reference": ["typedoc", "--emit", "none", "--skipErrorChecking"], // the check above covers its types
  format: ["prettier", "--check", ".", "--log-level", "warn", "--cache", "--cache-location", cacheFile("format.json")],
};

/**
 * All checks of the code at once, then the tests. The last line is the runner's, `N passed, N failed`; a check that fails is
 * counted there in the place of the tests, which are not run then.
 * @param args Handed to mocha, such as a test file or `--grep words`; then the checks are left out.
 * @param only Runs the test files whose path has this text; where there is none, the tests whose title has it.
 */
export async function test(args: string[], only?: string): Promise<void> {
  if (only !== undefined) args = [...args, ...selectTests(only)];
  if (!args.length) {
    if (!(await allChecksPass())) return;
    noteProgramPassed(); // the commands under test need not check it again, each in its copy
    await ensureEngine({ progress: console.log }); // its first build takes longer than a test may
    await build(); // copied to where the commands are tested
  }
  const files = args.some((arg) => arg.endsWith(".ts")) ? [] : testFiles();
  // Tests partly wait for the engine, the emulator or a function, so run one process more than there are cores.
  const parallel = args.length ? [] : ["--parallel", "--jobs", String(Math.min(4, availableParallelism() + 1))];
  process.exitCode = (await run("mocha", [...parallel, ...args, ...files], "inherit")).code;
}

/** Those that take minutes, the longest first. */
const longest = [
  path.join("..", "documented", "tutorial"),
  "userLocal",
  "userPrograms",
  "otherLanguages",
  "commands.local",
  "installed",
  "mistakes",
  "commands",
  "pullRequest",
  "provider",
  "gitInstall",
  "api",
].map((name) => path.join("tests", "stack", `${name}.test.ts`));

/** The longest are begun first, then the others of the stack, so that no core is idle at the end. */
function testFiles(): string[] {
  const files = globSync("tests/**/*.test.ts", { cwd: projectRoot }).sort();
  const stack = path.join("tests", "stack");
  return [...new Set([...longest, ...files.filter((file) => file.startsWith(stack)), ...files])];
}

/** The files named so; or else those that have the text, for the tests titled so; or all, where titles are computed. */
function selectTests(text: string): string[] {
  const files = testFiles();
  const named = files.filter((file) => file.includes(text));
  if (named.length) return named;
  // Loading every file takes half a minute.
  const quoting = files.filter((file) => readFileSync(path.join(projectRoot, file), "utf8").includes(text));
  return ["--fgrep", text, "--fail-zero", ...(quoting.length ? quoting : files)];
}

async function allChecksPass(): Promise<boolean> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, [command, ...args]]) => {
      const { code, output } = await run(command!, args, "pipe");
      console.log(code === 0 ? `${paint("green", "✓")} ${name}` : `${paint("red", "✗")} ${name}\n${output.trimEnd()}`);
      return code === 0;
    }),
  );
  const failed = results.filter((passed) => !passed).length;
  if (!failed) return true;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = 1;
  return false;
}

function run(command: string, args: string[], output: "inherit" | "pipe"): Promise<{ code: number; output: string }> {
  // Colours as on standard output, since the command sees only a pipe.
  const env = process.stdout.hasColors?.() ? { ...process.env, FORCE_COLOR: "1" } : process.env;
  return new Promise((resolve, reject) => {
    const file = path.resolve(projectRoot, "node_modules", ".bin", command); // or the path that it is
    const child = spawn(file, args, { cwd: projectRoot, env, stdio: ["inherit", output, output] });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => (text += data.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output: text }));
  });
}

function cacheFile(name: string): string {
  return path.join(localFolder, "checks", name);
}
