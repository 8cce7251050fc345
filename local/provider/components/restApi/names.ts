import { createHash } from "node:crypto";

/** What tells the names of parts of one API apart, as in the package itself. */
export const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex").slice(0, 8);
