import { isDeepStrictEqual } from "node:util";
import { type Differ } from "../../report/changes";
import { defaultsKey } from "../../local/provider/frame/check";
import { diff } from "../../local/provider/frame/diff";
import { resourceTypes } from "../../local/provider/resources";
import { type Properties } from "../../local/provider/frame/values";

/** Compares planned arguments by the provider's rules: by their meaning to AWS. */
export const differ: Differ = (type, before, now) => {
  const [olds, news] = [before, now].map((inputs) => given(inputs, [before, now]));
  const served = resourceTypes.get(type);
  if (!served) return isDeepStrictEqual(olds, news) ? [] : [{ path: "its arguments", replaces: false }];
  return diff(served, olds!, news!).changes.map(({ path, replace }) => ({ path, replaces: replace }));
};

/** Without what the provider filled in on both sides: names that it makes up are others each time. */
function given(inputs: Readonly<Record<string, unknown>>, both: Readonly<Record<string, unknown>>[]): Properties {
  const filled = both.map((each) => (Array.isArray(each[defaultsKey]) ? (each[defaultsKey] as string[]) : []));
  const ignored = new Set(filled[0]?.filter((key) => filled[1]?.includes(key)));
  return Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== defaultsKey && !ignored.has(key)));
}
