import { z } from "zod";
import { ChecksumLanguage, checksumsDefaults } from "../components";

/** The same function in several languages. */
export const languagesKeys = {
  languages: z
    .strictObject({
      enabled: z.boolean().default(false),
      names: z.array(z.enum(ChecksumLanguage)).default(checksumsDefaults.languages),
      skipMissing: z.boolean().default(checksumsDefaults.skipMissing),
    })
    .prefault({}),
};
