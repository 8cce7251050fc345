import { readFileSync } from "node:fs";

import { UsageError } from "../terminal/errors";

/**
 * The text of a file that a user gives us. On Windows, editors put a byte order mark before it, and the `>` of PowerShell
 * writes UTF-16.
 */
export function readText(file: string): string {
  const bytes = readFileSync(file);
  const mark = bytes.subarray(0, 2).toString("latin1");
  const encoding = mark === "\u00ff\u00fe" ? "utf-16le" : mark === "\u00fe\u00ff" ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes); // which leaves the mark out
}

/** Whether other programs, such as the engine, read the file as it is. */
export const isPlain = (file: string): boolean => readFileSync(file, "utf8") === readText(file);

/**
 * The JSON of such a file.
 * @param name What the user knows it by.
 * @throws {@link UsageError} with that name, if it is none.
 */
export function readJson(file: string, name = file): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    throw new UsageError(`${name} is not JSON: ${(error as Error).message}`);
  }
}
