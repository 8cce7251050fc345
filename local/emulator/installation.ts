import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { waitForLock } from "../lock";
import { cacheFolder, installRoot } from "../project";
import { EmulatorError } from "./errors";
import { findPython } from "./python";

const requirements = path.join(installRoot, "local", "emulator", "requirements.txt");

/** The emulator's exact version, from the requirements file. */
export function requirementsHash(file = requirements): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);
}

export interface InstallationOptions {
  progress?: (line: string) => void;
  environment?: NodeJS.ProcessEnv;
  /** Default: the user's cache, shared by every checkout. */
  cache?: string;
  requirements?: string;
}

/**
 * Installs MiniStack with its pinned dependencies into a virtual environment, once. Returns the environment's Python.
 * @throws {@link EmulatorError} without Python, without a package index, or when a package is not the pinned one.
 */
export async function ensureInstallation(options: InstallationOptions = {}): Promise<string> {
  const { progress = () => {}, environment = process.env, cache = path.join(cacheFolder, "emulator") } = options;
  const file = options.requirements ?? requirements;
  const home = path.join(cache, requirementsHash(file));
  const python = path.join(home, "bin", "python");
  // A virtual environment cannot be moved, so it is created in place; the mark says that it is complete.
  const mark = path.join(home, "installed.json");
  // The environment's Python is a link to the machine's, which may be gone since.
  const isComplete = () => existsSync(mark) && existsSync(python);
  if (isComplete()) return python;

  const remove = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  const waiting = ({ pid }: { pid: number }) => progress(`waiting for process ${pid}, which installs the emulator`);
  const release = await waitForLock(`${home}.lock`, "the installation of the emulator", waiting);
  try {
    if (isComplete()) return python;
    process.prependOnceListener("exit", remove); // Ctrl-C: clean up before releasing the lock
    const base = await findPython(environment);
    progress(`installing the emulator with Python ${base.version} (once for each user, about 250 MB) …`);
    remove();
    mkdirSync(home, { recursive: true });
    const clean = withoutPythonSettings(environment);
    const run = (command: string, args: string[]) => runPython(command, args, { env: clean, cache, progress });
    await run(base.executable, ["-I", "-m", "venv", home]);
    await run(python, ["-I", "-m", "pip", ...pipArguments, "--requirement", file]);
    writeFileSync(mark, JSON.stringify({ python: base, requirements: requirementsHash(file) }));
    return python;
  } finally {
    process.off("exit", remove);
    if (!isComplete()) remove();
    release();
  }
}

/** Only pinned files and only wheels, so that no downloaded code runs during the installation. */
const pipArguments = [
  ...["install", "--require-hashes", "--only-binary=:all:", "--no-user", "--no-input"],
  ...["--disable-pip-version-check", "--quiet", "--retries=2", "--timeout=60"],
];

/**
 * Keeps the user's package index, proxy and certificates; drops settings that would install elsewhere or from another
 * folder.
 */
function withoutPythonSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const unwanted = ["PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"];
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !unwanted.includes(name)));
}

/** The venv module hides why it could not install pip. */
function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 10_000_000;
}

async function runPython(
  command: string,
  args: string[],
  { env, cache, progress }: { env: NodeJS.ProcessEnv; cache: string; progress: (line: string) => void },
): Promise<void> {
  const started = Date.now();
  const tick = () => progress(`installing the emulator … ${Math.round((Date.now() - started) / 1000)} s`);
  const ticker = setInterval(tick, 10_000);
  const { code, output } = await new Promise<{ code: number | null; output: string }>((resolve) => {
    // A process group of its own, so that its children end with it before their folder is removed.
    const child = spawn(command, args, { env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
    const end = () => void (child.pid && process.kill(-child.pid, "SIGKILL"));
    process.prependOnceListener("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => {
      process.off("exit", end);
      resolve({ code, output });
    });
  });
  clearInterval(ticker);
  if (code === 0) return;
  const end = output.trim().split("\n").slice(-15).join("\n");
  throw new EmulatorError(`the emulator could not be installed.\n${end}\nFix: ${fixFor(output, cache)}`);
}

/** Chooses the fix by the output of pip or venv. */
function fixFor(output: string, cache: string): string {
  if (/DO NOT MATCH THE HASHES/i.test(output)) {
    return "the package index serves files that differ from the pinned ones; use an index that mirrors PyPI unchanged.";
  }
  if (/connection broken|Failed to establish|Max retries|ProxyError|Name or service|timed out|SSLError/i.test(output)) {
    return (
      "pip cannot reach a package index; check the connection, or point pip at an index within reach " +
      '("pip config set global.index-url …", or PIP_INDEX_URL and PIP_PROXY), then run the command again.'
    );
  }
  if (/No matching distribution|Could not find a version/i.test(output)) {
    return "the package index has no pinned file for this platform (PyPI has them for Linux with glibc and for macOS).";
  }
  if (/No space left/i.test(output) || isFull(cache)) {
    return `make room for about 250 MB in ${cache}, or move the cache with XDG_CACHE_HOME.`;
  }
  if (/ensurepip/i.test(output)) return 'install the venv module, for example "sudo apt install python3-venv".';
  return "read pip's report above.";
}
