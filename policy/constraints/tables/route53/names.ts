import { measured, type Row } from "../../schema";
import { at } from "../given";
import { page } from "../pages";

/** AWS's page on the names of zones and records. */
export const names = page("Route53/latest/DeveloperGuide/DomainNameFormat");

/** Of a zone or a record. */
export const nameLength: Row = at(
  "name",
  "a name has up to 253 characters",
  { pattern: "^.{0,253}\\.?$", source: measured },
  `${"a.".repeat(126)}a`,
  `${"a.".repeat(126)}aa`,
);
