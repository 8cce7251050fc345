import { type Made } from "../../heldOut/inputs";
import { unknown } from "../../server";

/** A resource with properties made from others, whose values are not known yet. */
export function linked(
  type: string,
  name: string,
  properties: Record<string, unknown>,
  links: Readonly<Record<string, string>>,
): Made {
  const open = Object.fromEntries(Object.keys(links).map((property) => [property, unknown]));
  return [type, name, { ...open, ...properties }, links];
}
