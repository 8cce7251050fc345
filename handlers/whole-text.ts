import { z } from "zod";

/**
 * An id of one to so many characters. A lone surrogate is none: stored or hashed, each of them would become the same
 * stand-in, and different ids the same id.
 */
export const wholeText = (most: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(most)
    .refine((text) => text.isWellFormed(), "a lone surrogate is not a character");
