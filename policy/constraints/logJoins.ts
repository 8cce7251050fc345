import { type Join, refuse } from "./join";
import { isObject, isUnknown, plainProperties } from "../frame/plain";

/** Processors of transformers that change what a parser has read. */
const changing =
  /^(addKeys|copyValues?|dateTimeConverters?|deleteKeys|listToMaps?|lowerCaseStrings?|moveKeys|renameKeys|splitStrings?|substituteStrings?|trimStrings?|typeConverters?|upperCaseStrings?)$/;

/** The first processor of a transformer reads the line. */
export const parserFirst: Join = (transformer, found) => {
  const { transformerConfigs: configs } = plainProperties(transformer);
  const first: unknown = Array.isArray(configs) ? configs[0] : undefined;
  if (!isObject(first)) return;
  const set = Object.entries(first).filter(([, value]) => value !== undefined && value !== null && !isUnknown(value));
  const odd = set.map(([key]) => key).find((key) => changing.test(key));
  if (odd === undefined || set.length > 1) return;
  const takes = "a parser first, such as parseJsons, csv or grok";
  refuse(found, { path: "transformerConfigs[0]", is: `is ${odd}`, takes, fix: "Put a parser first." });
};
