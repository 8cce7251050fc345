import { type Zippable, zipSync } from "fflate";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { archiveSignature, isRecord, type Properties, signatureKey } from "./values";

type Files = Map<string, { bytes: Uint8Array; executable: boolean }>;

/**
 * The bytes of a code package: a zip file unchanged, anything else zipped. Equal contents give equal bytes.
 * @param archive the engine's form of a `FileArchive`, `AssetArchive` or `RemoteArchive`
 * @throws Error for an archive of another kind, for example a tar file
 */
export async function zipArchive(archive: unknown): Promise<Uint8Array> {
  if (!isRecord(archive)) throw new Error("code is not an archive");
  if (typeof archive.uri === "string") return download(archive.uri);
  if (typeof archive.path === "string" && statSync(archive.path).isFile()) {
    if (/\.(zip|jar)$/.test(archive.path)) return readFileSync(archive.path);
    throw new Error(`${archive.path} is neither a folder nor a zip file`);
  }
  const files: Files = new Map();
  await collect(archive, "", files);
  const entries = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(
    entries.map(([name, { bytes, executable }]) => [
      name,
      [bytes, { mtime: "1980-01-01T00:00:00", os: 3, attrs: (executable ? 0o100755 : 0o100644) << 16 }],
    ]),
  );
  return zipSync(zippable, { level: 6 });
}

async function collect(asset: Properties, name: string, files: Files): Promise<void> {
  if (isRecord(asset.assets)) {
    for (const [member, inner] of Object.entries(asset.assets)) {
      await collect(inner as Properties, path.posix.join(name, member), files);
    }
  } else if (typeof asset.path === "string") {
    if (statSync(asset.path).isDirectory()) collectFolder(asset.path, name, files);
    else if (asset[signatureKey] === archiveSignature)
      throw new Error(`${asset.path} is an archive within an archive, which Lambda cannot use`);
    else files.set(name, { bytes: readFileSync(asset.path), executable: isExecutable(asset.path) });
  } else if (typeof asset.text === "string") {
    files.set(name, { bytes: Buffer.from(asset.text), executable: false });
  } else if (typeof asset.uri === "string") {
    files.set(name, { bytes: await download(asset.uri), executable: false });
  }
}

function collectFolder(folder: string, name: string, files: Files): void {
  for (const entry of readdirSync(folder)) {
    const [file, member] = [path.join(folder, entry), path.posix.join(name, entry)];
    if (statSync(file).isDirectory()) collectFolder(file, member, files);
    else files.set(member, { bytes: readFileSync(file), executable: isExecutable(file) });
  }
}

function isExecutable(file: string): boolean {
  return (statSync(file).mode & 0o100) !== 0;
}

async function download(uri: string): Promise<Uint8Array> {
  if (uri.startsWith("file://")) return readFileSync(new URL(uri));
  const response = await fetch(uri);
  if (!response.ok) throw new Error(`${uri}: HTTP ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
