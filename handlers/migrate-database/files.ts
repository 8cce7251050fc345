/** The migrations of a package. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export interface Migration {
  version: number;
  /** Of the file. */
  name: string;
  checksum: string;
  sql: string;
}

/** The files of a folder, in their order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name, index) => {
      const sql = readFileSync(path.join(folder, name), "utf8");
      return { version: index + 1, name, checksum: createHash("sha256").update(sql).digest("hex"), sql };
    });
}

/** Of all of them, names included. */
export function computeChecksum(migrations: Migration[]): string {
  const hash = createHash("sha256");
  for (const { name, sql } of migrations) hash.update(`${name}\n`).update(sql);
  return hash.digest("hex");
}
