import { createHash } from "node:crypto";

/** The suffixes that distinguish the parts of one API, as in the package itself. */
export const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex").slice(0, 8);
