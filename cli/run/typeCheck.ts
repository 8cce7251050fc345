import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { cacheFolder, localFolder, projectRoot } from "../../local/project";
import { programMark } from "./programSources";

/** The program does not type-check: the message is the compiler's, with file, line and column. */
export class TypeCheckError extends Error {
  override readonly name = "TypeCheckError";
}

/** TypeScript's compiler in Go: a third of the time. The one in JavaScript stays for what compiles by it, such as ESLint. */
export const nativeCompiler = (): string =>
  path.join(path.dirname(require.resolve("typescript-7/package.json")), "bin", "tsc");

/** Marks of programs that passed, the newest last, for all checkouts of a user. */
const passedFile = path.join(cacheFolder, "types.json");
const passedKept = 200;

/**
 * The type check of the program, in a process of its own beside the engine, which runs the program without checking
 * types. Sources that passed once are not checked again. Others take about as long as a preview, at a low priority,
 * so that the preview waits only for the rest at its end.
 */
export class TypeCheck {
  #end = (): void => {};
  readonly #errors: Promise<string | undefined>;

  constructor() {
    const mark = programMark();
    this.#errors = readPassed().includes(mark) ? Promise.resolve(undefined) : this.#check(mark);
    this.#errors.catch(() => {}); // the caller that awaits it gets the error
  }

  /** What the compiler found, if that is anything. */
  async error(): Promise<TypeCheckError | undefined> {
    const text = await this.#errors;
    return text === undefined ? undefined : new TypeCheckError(text);
  }

  /** Ends the compiler if it still runs. */
  end(): void {
    this.#end();
  }

  #check(mark: string): Promise<string | undefined> {
    const info = path.join(localFolder, "checks", "program.json");
    mkdirSync(path.dirname(info), { recursive: true });
    const child = spawn(
      process.execPath,
      [
        nativeCompiler(),
        ...["--project", "tsconfig.program.json", "--incremental", "--tsBuildInfoFile", info, "--pretty"],
      ],
      { cwd: projectRoot, stdio: ["ignore", "pipe", "pipe"] },
    );
    if (child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let ended = false;
    this.#end = () => {
      ended = true;
      child.kill("SIGKILL");
    };
    process.once("exit", this.#end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    }
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        process.off("exit", this.#end);
        if (code === 0) notePassed(mark);
        if (code === 0 || ended) return resolve(undefined);
        if (signal) return resolve(`the type check was ended from outside (${signal}). Fix: run the command again.`);
        resolve(`the program does not pass the type check.\n${plain(output).trim()}`);
      });
    });
  }
}

/** Records that the program passed, for a command that checked the whole project. */
export const noteProgramPassed = (): void => notePassed(programMark());

const plain = (text: string): string => (process.stderr.hasColors?.() ? text : stripVTControlCharacters(text));

function readPassed(): string[] {
  try {
    return JSON.parse(readFileSync(passedFile, "utf8")) as string[];
  } catch {
    return []; // none yet, or not readable: then it is checked again
  }
}

/** At once, since other commands may read it; of two that write, one is checked again. */
function notePassed(mark: string): void {
  const marks = [...readPassed().filter((each) => each !== mark), mark].slice(-passedKept);
  mkdirSync(cacheFolder, { recursive: true });
  const draft = `${passedFile}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(marks));
  renameSync(draft, passedFile);
}
