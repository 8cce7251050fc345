/** Pulumi's own language hosts: those on PATH, or built from Go's modules, once for each user. */
import { execFile, spawnSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import which from "which";
import { ensureInstallation } from "../../local/emulator/installation";
import { cacheFolder } from "../../local/project";

const execute = promisify(execFile);
const modules = path.join(__dirname, "hosts");
const python = "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python";
const packages = { yaml: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml", python };

export type HostLanguage = keyof typeof packages;

/** Whether the host is here, or can be built. */
export const hasHost = (language: HostLanguage): boolean =>
  which.sync(`pulumi-language-${language}`, { nothrow: true }) !== null || spawnSync("go", ["version"]).status === 0;

/** The folder of a host, to be put on PATH. */
export async function languageHost(language: HostLanguage): Promise<string> {
  const installed = which.sync(`pulumi-language-${language}`, { nothrow: true });
  if (installed !== null) return path.dirname(installed);
  return made(language, path.join(modules, language, "go.sum"), async (folder) => {
    const options = {
      cwd: path.join(modules, language),
      env: { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly", GOWORK: "off" },
    };
    await execute("go", ["build", "-trimpath", "-ldflags", "-s -w", "-o", `${folder}/`, packages[language]], options);
    if (language !== "python") return;
    const { stdout } = await execute("go", ["list", "-f", "{{.Dir}}", python], options);
    const starter = "pulumi-language-python-exec";
    copyFileSync(path.join(path.dirname(stdout.trim()), starter), path.join(folder, starter));
  });
}

/** The folder of a Python with Pulumi's SDK, to be put on PATH. */
export async function pythonWithPulumi(): Promise<string> {
  const requirements = path.join(modules, "requirements.txt");
  const folder = await made("python-sdk", requirements, async (unfinished) => {
    await execute(await ensureInstallation(), ["-m", "venv", "--copies", unfinished]);
    const only = ["--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "--quiet"];
    const pip = ["-m", "pip", "install", ...only, "--requirement", requirements];
    await execute(path.join(unfinished, "bin", "python"), pip);
  });
  return path.join(folder, "bin");
}

/** A folder that is made once for the content of a file. */
async function made(name: string, pinned: string, make: (folder: string) => Promise<void>): Promise<string> {
  const hash = createHash("sha256").update(readFileSync(pinned)).digest("hex").slice(0, 16);
  const folder = path.join(cacheFolder, "hosts", `${name}-${hash}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${randomUUID()}`;
  mkdirSync(unfinished, { recursive: true });
  await make(unfinished);
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // another run was faster
    rmSync(unfinished, { recursive: true });
  }
  return folder;
}
