import * as os from "node:os";
import * as path from "node:path";

/** A cache folder that all checkouts and projects of a user share. */
export const userCache = (name: string): string =>
  path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"), "headroom", name);
