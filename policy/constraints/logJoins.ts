import { type Join, refuse } from "./join";
import { isObject, isUnknown, list, member, plainProperties } from "../frame/plain";

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

const vended = ["parseCloudfront", "parsePostgres", "parseRoute53", "parseVpc", "parseWaf"];

/** A parser of logs that AWS vends begins a transformer. */
export const vendedFirst: Join = (transformer, found) => {
  list(plainProperties(transformer)["transformerConfigs"]).forEach((each, index) => {
    const name = vended.find((key) => isObject(member(each, key)));
    if (index === 0 || name === undefined) return;
    const path = `transformerConfigs[${index}].${name}`;
    refuse(found, {
      path,
      is: "is not the first",
      takes: "the first place",
      fix: `Let ${name} be the first processor.`,
    });
  });
};
