import { z } from "zod";
import { ChecksumLanguage, checksumsDefaults } from "../components";
import { missingForChecksum } from "../components/checksums";
import { once } from "./checks";

/** The same function in several languages. */
export const languagesKeys = {
  languages: z
    .strictObject({
      enabled: z.boolean().default(false),
      names: once(z.enum(ChecksumLanguage)).default(checksumsDefaults.languages),
      skipMissing: z.boolean().default(checksumsDefaults.skipMissing),
    })
    // Before anything is made, and not in the middle of it.
    .superRefine(({ enabled, names, skipMissing }, context) => {
      if (!enabled || skipMissing) return;
      for (const [index, name] of names.entries()) {
        const missing = missingForChecksum(name);
        if (missing)
          context.addIssue({
            code: "custom",
            path: ["names", index],
            message: `${missing}, or skip it with skipMissing`,
          });
      }
    })
    .prefault({}),
};
