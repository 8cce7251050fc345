import { isObject } from "../../frame/plain";
import { type Format } from "./format";

const strings =
  "address birthdate email family_name gender given_name locale middle_name name nickname phone_number picture preferred_username profile sub website zoneinfo";

/** The type of each standard attribute. */
const standard: Readonly<Record<string, string>> = {
  ...Object.fromEntries(strings.split(" ").map((name) => [name, "String"])),
  email_verified: "Boolean",
  phone_number_verified: "Boolean",
  updated_at: "Number",
};

/** An attribute in the schemas of a user pool. */
export const userAttribute: Format = (attribute) => {
  if (!isObject(attribute)) return [];
  const { name, attributeDataType: type } = attribute;
  const own = typeof name === "string" ? standard[name] : undefined;
  if (own === undefined || typeof type !== "string" || type === own) return [];
  return [{ at: String(name), is: `is a ${type}`, takes: `${own} for the standard attribute ${String(name)}` }];
};
