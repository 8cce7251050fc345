import { Checksums } from "../components";
import { type Config } from "../config";
import { type Shared } from "./area";

/** The same function in several languages. */
export function languages({ languages: settings }: Config, shared: Shared) {
  const { enabled, names, skipMissing } = settings;
  const checksums = enabled ? new Checksums("checksum", { ...shared, languages: names, skipMissing }) : undefined;
  return { checksums, functions: Object.values(checksums?.functions ?? {}) };
}
