import { measured, type TypeRows } from "../../../schema";
import { api, page } from "../../pages";

export const guide = (name: string) => page(`AmazonCloudFront/latest/DeveloperGuide/${name}`);

/** An expression for any of several names, whatever the case of their letters. */
export const anyCase = (names: string): string =>
  `^(${names.replace(/(?<!\[)[A-Za-z](?![^[]*\])/g, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)})$`;

export const name = (type: string): TypeRows => ({
  type,
  source: api("cloudfront", "CreateCachePolicy"),
  rows: [
    {
      at: "name",
      fact: "the name of a policy has letters, digits, hyphens and underscores, 128 at most",
      pattern: "^[A-Za-z0-9_-]{1,128}$",
      source: measured,
      good: "my-policy",
      bad: "my policy",
    },
  ],
});
