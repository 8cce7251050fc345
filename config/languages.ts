import { z } from "zod";
import { ChecksumLanguage, checksumsDefaults } from "../components";
import { once } from "./checks";

/** The same function in several languages. */
export const languagesKeys = {
  languages: z
    .strictObject({
      enabled: z.boolean().default(false),
      names: once(z.enum(ChecksumLanguage)).default(checksumsDefaults.languages),
      skipMissing: z.boolean().default(checksumsDefaults.skipMissing),
    })
    .prefault({}),
};
