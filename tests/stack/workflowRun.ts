import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../../local/project";

interface Step {
  if?: string;
  run?: string;
  env?: Record<string, string>;
  uses?: string;
  with?: Record<string, unknown>;
}

/** The steps of a job as the file of the workflow has them. */
export function readSteps(file: string, job: string): Step[] {
  const text = readFileSync(path.join(projectRoot, ".github", "workflows", file), "utf8");
  const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
  return jobs[job]?.steps ?? [];
}

/** The inputs and the steps of this repository's own action. */
export function readAction(): { inputs: Record<string, { default: string }>; steps: Step[] } {
  const { inputs, runs } = parse(readFileSync(path.join(projectRoot, "action.yml"), "utf8")) as {
    inputs: Record<string, { default: string }>;
    runs: { steps: Step[] };
  };
  return { inputs, steps: runs.steps };
}

/** What GitHub puts in the place of an expression. */
const expressions: Record<string, string> = {
  "vars.PREVIEW_STACK || 'dev'": "dev",
  "github.server_url": "https://github.com",
  "github.repository": "owner/name",
  "github.run_id": "77",
  "github.token": "token",
  "github.event.pull_request.number": "5",
};

function filled(text: string, own: Readonly<Record<string, string>> = {}): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = own[expression] ?? expressions[expression];
    if (value === undefined) throw new Error(`the test knows no value for ${expression}`);
    return value;
  });
}

/**
 * Runs the scripts of a job in order, as a runner does: in bash that ends at the first mistake, and after a step that
 * failed only those that say `!cancelled()`. Gives whether the job is green, and what its scripts wrote.
 */
export function runJob(file: string, job: string, cwd: string, env: NodeJS.ProcessEnv): Ran {
  return runSteps(readSteps(file, job), cwd, env);
}

/** Whether a job is green, and what its scripts wrote. */
export interface Ran {
  green: boolean;
  log: string;
}

/** Runs this repository's own action with some inputs, as a workflow does. */
export function runAction(given: Readonly<Record<string, string>>, cwd: string, env: NodeJS.ProcessEnv): Ran {
  const { inputs, steps } = readAction();
  const values = new Map([["github.action_path", projectRoot]]);
  for (const [name, input] of Object.entries(inputs)) values.set(`inputs.${name}`, given[name] ?? input.default);
  return runSteps(steps, cwd, env, Object.fromEntries(values));
}

function runSteps(
  steps: readonly Step[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  values: Readonly<Record<string, string>> = {},
): Ran {
  let green = true;
  let log = "";
  for (const { if: condition, run, env: own = {} } of steps) {
    if (run === undefined || (!green && condition !== "!cancelled()")) continue;
    const given = Object.fromEntries(Object.entries(own).map(([name, value]) => [name, filled(value, values)]));
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd,
      env: { ...env, ...given },
      encoding: "utf8",
    });
    log += `${stdout}${stderr}`;
    if (status !== 0) green = false;
  }
  return { green, log };
}

/** One comment as GitHub keeps it. */
export interface Comment {
  id: number;
  user: { login: string };
  body: string;
}

/** Stands in for GitHub: an executable `gh` that keeps comments in a file, and writes down what it was asked. */
export class GitHub {
  private readonly bin: string;

  constructor(private readonly folder: string) {
    this.bin = path.join(folder, "bin");
    mkdirSync(this.bin, { recursive: true });
    copyFileSync(path.join(__dirname, "gh.cjs"), path.join(this.bin, "gh.cjs"));
    const gh = path.join(this.bin, "gh");
    writeFileSync(gh, `#!/bin/sh\nexec '${process.execPath}' '${path.join(this.bin, "gh.cjs")}' '${folder}' "$@"\n`);
    chmodSync(gh, 0o755);
  }

  /** PATH on which `gh` is the stand-in. */
  path(before = process.env.PATH): string {
    return this.bin + path.delimiter + before;
  }

  get comments(): Comment[] {
    return this.read<Comment[]>("comments.json") ?? [];
  }

  set comments(comments: Comment[]) {
    writeFileSync(path.join(this.folder, "comments.json"), JSON.stringify(comments));
  }

  /** The requests so far: method and address. */
  get requests(): string[] {
    return this.read<string[]>("requests.json") ?? [];
  }

  private read<T>(name: string): T | undefined {
    const file = path.join(this.folder, name);
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
  }
}
