import { asUnknown, isUnknownReference } from "../../frame/unknownReference";
import { hasUnknown, type Properties } from "../../frame/values";
import { type Children } from "../children";

/** What a data source answers; undefined where nobody can know it before a deployment. */
export async function askKnown(parts: Children, token: string, args: Properties, output: string): Promise<unknown> {
  if (hasUnknown(args)) return undefined;
  const value = asUnknown(await parts.invoke(token, args))[output];
  return isUnknownReference(value) || hasUnknown(value) ? undefined : value;
}
