import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import * as path from "node:path";

/** A file that esbuild has written. */
export interface OutputFile {
  name: string;
  text: string;
}

/** What the bundler made of a handler. */
export interface Compiled {
  /** Files that were read, relative to the current folder. */
  inputs: string[];
  output: OutputFile[];
}

interface Remembered extends Compiled {
  /** Hash of everything that affects the output. */
  mark: string;
}

/** npm's record of the installed packages and versions. */
const INSTALLED = path.join("node_modules", ".package-lock.json");

/** Files in and above the source folders that affect how the sources are compiled. */
const SETTINGS = ["package.json", "tsconfig.json"];

/**
 * Caches esbuild's output for a handler with a hash of all its dependencies. It compares contents, since npm gives all
 * files the same time. It caches nothing if npm did not install the packages, or if a tsconfig.json extends another
 * file.
 */
export class BundleMemo {
  private readonly file: string;

  /** @param key Identifies the bundle: its entry and its options. */
  constructor(key: string[]) {
    const modules = path.resolve("node_modules");
    const place = existsSync(modules) ? path.relative(process.cwd(), realpathSync(modules)) : "";
    const name = createHash("sha256")
      .update(JSON.stringify([place, ...key]))
      .digest("hex");
    this.file = path.join(modules, ".cache", "headroom", `${name}.json`);
  }

  /** What is cached, if it is still current. */
  read(): Compiled | undefined {
    if (!existsSync(this.file)) return undefined;
    const { inputs, mark, output } = JSON.parse(readFileSync(this.file, "utf8")) as Remembered;
    return findMark(inputs) === mark ? { inputs, output } : undefined;
  }

  write({ inputs, output }: Compiled): void {
    const mark = findMark(inputs);
    if (mark === undefined) return;
    const partial = `${this.file}.${process.pid}`; // concurrent readers see the complete file, or the previous one
    mkdirSync(path.dirname(this.file), { recursive: true });
    writeFileSync(partial, JSON.stringify({ inputs, mark, output } satisfies Remembered));
    renameSync(partial, this.file);
  }
}

/** Undefined if not all dependencies of the output are known. */
function findMark(inputs: string[]): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const hash = createHash("sha256").update(readFileSync(INSTALLED));
  const folders = new Set<string>();
  for (const input of inputs) {
    hash.update(`\0${input}\0`);
    if (isFile(input)) hash.update(readFileSync(input));
    if (!input.split(/[\\/]/).includes("node_modules")) folders.add(path.dirname(path.resolve(input)));
  }
  // An import may resolve to a new file beside a source.
  for (const folder of folders) if (existsSync(folder)) hash.update(readdirSync(folder).join("\0"));
  for (const file of listSettings(folders)) {
    const text = readFileSync(file, "utf8");
    if (file.endsWith("tsconfig.json") && text.includes('"extends"')) return undefined;
    hash.update(`\0${path.relative(process.cwd(), file)}\0${text}`);
  }
  return hash.digest("hex");
}

function listSettings(folders: ReadonlySet<string>): string[] {
  const all = new Set(folders);
  for (const folder of all) all.add(path.dirname(folder)); // iteration includes parents added meanwhile, up to the root
  return [...all].flatMap((folder) => SETTINGS.map((name) => path.join(folder, name)).filter(isFile)).sort();
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
