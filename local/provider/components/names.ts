import { createHash } from "node:crypto";

/** The suffixes by which Pulumi's own components distinguish their parts. */
export const sha1 = (text: string): string => createHash("sha1").update(text).digest("hex").slice(0, 8);
