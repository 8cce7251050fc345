import { Checksums } from "../../components";
import { type SettingsOf, type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { type languagesSettings } from "./settings";

type Settings = SettingsOf<typeof languagesSettings> & GeneralSettings;

export function languagesResources({ languages: settings }: Settings, { shared }: Stack) {
  const { enabled, names, skipMissing } = settings;
  const checksums = enabled ? new Checksums("checksum", { ...shared, languages: names, skipMissing }) : undefined;
  return {
    functions: Object.values(checksums?.functions ?? {}),
    outputs: { checksumFunctions: checksums?.functionNames, skippedLanguages: checksums?.skipped },
  };
}
