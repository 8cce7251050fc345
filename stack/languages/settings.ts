import { z } from "zod";
import { ChecksumLanguage, checksumsDefaults } from "../../components";
import { type Problem, Problems } from "../../components/core/check";
import { checksumsProblems, missingForChecksum } from "../../components/patterns/checksums";
import { offByDefault, type SettingsOf } from "../area";
import { underKey } from "../config/problems";

/** The same function in several languages. */
export const languagesSettings = {
  languages: offByDefault({
    names: z.array(z.enum(ChecksumLanguage)).default(checksumsDefaults.languages),
    skipMissing: z.boolean().default(checksumsDefaults.skipMissing),
  }),
};

export function languagesProblems({ languages }: SettingsOf<typeof languagesSettings>): Problem[] {
  const { enabled, names, skipMissing } = languages;
  const problems = new Problems().all(
    underKey("languages", checksumsProblems({ languages: names }), { languages: "names" }),
  );
  if (!enabled || skipMissing) return problems.list;
  // Report a missing toolchain now, not in the middle of a deployment.
  for (const [index, name] of names.entries()) {
    const missing = missingForChecksum(name);
    problems.that(missing === undefined, `languages.names[${index}]`, name, `${missing}, or skip it with skipMissing`);
  }
  return problems.list;
}
