import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { limitRecords } from "../../limits";
import * as bounds from "../../limits/bounds";

/** Ranges that are neither a limit of AWS nor a bound that a function checks too. */
const ofComponents: Readonly<Record<string, string>> = {
  rules: "1 to 50", // of a JwtAuthorizer: what its policy has room for
  instances: "1 to 3", // of a Database: one in each zone
  minCapacity: "0.5 to 256", // of a Database: no pause behind a proxy
  port: "1 to 65,535",
  temporaryValidityDays: "1 to 365", // Cognito reads 0 as its default
};

interface Range {
  readonly min?: number;
  readonly max?: number;
}

const isRange = (value: object): value is Range => "max" in value && typeof value.max === "number";

/** The ranges in records, at any depth. */
const collect = (value: object): Range[] =>
  isRange(value)
    ? [value]
    : Object.values(value).flatMap((each: unknown) => (typeof each === "object" && each !== null ? collect(each) : []));

const known = new Set([...limitRecords, ...collect(bounds)].map(({ min = 1, max = 0 }) => `${min} ${max}`));
const number = (text = ""): number => Number(text.replaceAll(",", ""));

/** Numbers of something else than characters, as the comment of an argument states them. */
const range =
  /(?<![\w.,])(\d[\d,]*(?:\.\d+)?) to (\d{1,3}(?:,\d{3})*)(?![\d,]*\d)(?! (?:letters|digits|lowercase|characters))/g;

describe("the ranges that components state for their arguments", () => {
  const stated = globSync("components/**/*.ts").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\/\*\*((?:(?!\*\/)[^])*?)\*\/\s*(?:readonly )?(\w+)\??:/g)].flatMap(
      ([, comment = "", argument = ""]) =>
        [...comment.replace(/\s*\n\s*\* ?/g, " ").matchAll(range)].map(([text, min, max]) => ({
          where: `${file}: ${argument}`,
          argument,
          text,
          isKnown: known.has(`${number(min)} ${number(max)}`),
        })),
    ),
  );

  it("are those of limits/, so that a changed limit changes the comment and the page too", () => {
    assert.ok(stated.length > 60, `${stated.length} ranges found`);
    const unknown = stated.filter(({ argument, text, isKnown }) => !isKnown && ofComponents[argument] !== text);
    assert.deepEqual(
      unknown.map(({ where, text }) => `${where}: ${text}`),
      [],
    );
  });
});
