import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { EmulatorError } from "./errors";

/** A Python that can create virtual environments. */
export interface Python {
  /** Path of the interpreter itself, since a shim may choose another one tomorrow. */
  executable: string;
  /** For example `3.12.4`. */
  version: string;
}

/** The oldest minor version of Python 3 that MiniStack supports. */
const oldestMinor = 10;

/** Preferred first: the versions that every pinned package was tested with. */
const candidates = ["python3.13", "python3.12", "python3.11", "python3.10", "python3", "python"];

/** Debian moves `ensurepip` from `python3` to `python3-venv`. */
const probe = `
import json, sys
try:
    import ensurepip, venv
    problem = None
except ImportError as error:
    problem = str(error)
print(json.dumps({"executable": sys.executable, "version": sys.version_info[:3], "problem": problem}))
`;

interface Answer {
  executable: string;
  version: [number, number, number];
  problem: string | null;
}

/**
 * The first Python on PATH that is new enough and can create a virtual environment.
 * @throws {@link EmulatorError} that lists what it found and what to install.
 */
export async function findPython(environment: NodeJS.ProcessEnv = process.env): Promise<Python> {
  const rejected: string[] = [];
  let withoutVenv: string | undefined;
  for (const command of candidates) {
    const answer = await ask(command, environment);
    if (answer === "absent") continue;
    if (answer === "broken") {
      rejected.push(`${command} does not run`);
      continue;
    }
    const version = answer.version.join(".");
    const [major, minor] = answer.version;
    if (major !== 3 || minor < oldestMinor) rejected.push(`${command} is ${version}`);
    else if (answer.problem) {
      rejected.push(`${command} (${version}) has no venv module: ${answer.problem}`);
      withoutVenv ??= `python3.${minor}-venv`;
    } else return { executable: answer.executable, version };
  }
  const found = rejected.length > 0 ? `Found: ${rejected.join("; ")}.` : `None of ${candidates.join(", ")} is on PATH.`;
  const fix = withoutVenv
    ? `install the venv module, for example "sudo apt install ${withoutVenv}"`
    : `install Python 3.${oldestMinor} or newer, for example "sudo apt install python3 python3-venv" or "brew install python"`;
  throw new EmulatorError(`the embedded cloud needs Python 3.${oldestMinor} or newer. ${found}\nFix: ${fix}.`);
}

/** A version manager's shim may exist without its version, and then fails to run. */
async function ask(command: string, environment: NodeJS.ProcessEnv): Promise<Answer | "absent" | "broken"> {
  try {
    const { stdout } = await promisify(execFile)(command, ["-I", "-c", probe], { env: environment, timeout: 30_000 });
    return JSON.parse(stdout) as Answer;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "absent" : "broken";
  }
}
