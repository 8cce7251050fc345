import { createHash } from "node:crypto";

interface Answer {
  /** Hexadecimal SHA-256 of the text in UTF-8. */
  sha256: string;
  bytes: number;
}

/** The checksum of a text: the same small function in every language (docs/languages.md). */
export const handler = (event: { text?: unknown }): Promise<Answer> => {
  if (typeof event.text !== "string") return Promise.reject(new TypeError("text: give a string"));
  const data = Buffer.from(event.text, "utf8");
  return Promise.resolve({ sha256: createHash("sha256").update(data).digest("hex"), bytes: data.length });
};
