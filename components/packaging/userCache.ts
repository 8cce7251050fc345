import * as os from "node:os";
import * as path from "node:path";

/** A folder of what is made once for each user, whatever checkout or project asks for it. */
export const userCache = (name: string): string =>
  path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"), "headroom", name);
