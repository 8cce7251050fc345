import { type Entry, type ZipFile } from "yauzl";

import { type PackedFile } from "./packedFile";

/** The files in a zip file. Reads its central directory only. Throws for a file that is not a zip file. */
export async function filesInZip(path: string): Promise<readonly PackedFile[]> {
  const zip = await open(path);
  try {
    const files: PackedFile[] = [];
    for await (const entry of zip.eachEntry()) {
      // A folder has an entry of its own.
      if (!entry.fileName.endsWith("/")) files.push(packed(path, entry));
    }
    return files;
  } finally {
    zip.close();
  }
}

function packed(path: string, entry: Entry): PackedFile {
  return {
    name: entry.fileName,
    size: entry.uncompressedSize,
    async *content() {
      const zip = await open(path);
      try {
        yield* await zip.openReadStreamPromise(entry);
      } finally {
        zip.close();
      }
    },
  };
}

/** Loaded on first use: most stacks do not need it. */
async function open(path: string): Promise<ZipFile> {
  const { openPromise } = await import("yauzl");
  return openPromise(path, { lazyEntries: true, autoClose: false });
}
