import fc from "fast-check";
import assert from "node:assert/strict";
import { mock } from "node:test";
import { z } from "zod";

import { settingsSchema as cleanLogs } from "../../../handlers/clean-logs/settings";
import { flag, guardedPrefix, readEnvironment, wholeNumber } from "../../../handlers/environment";
import { logger } from "../../../handlers/telemetry";
import { settingsSchema as thumbnail } from "../../../handlers/thumbnail/settings";
import { settingsSchema as usageReport } from "../../../handlers/usage-report/settings";

const thumbnails = {
  THUMBNAILS_BUCKET: "thumbs",
  RENDITIONS: '[{"width":200,"format":"webp"}]',
  MAX_PIXELS: "1000000",
};

describe("a function's environment", () => {
  const logged: unknown[][] = [];
  before(() => mock.method(logger, "error", (...line: unknown[]) => void logged.push(line)));
  after(() => mock.restoreAll());

  it("comes out typed, with defaults", () => {
    assert.deepEqual(readEnvironment(thumbnail, thumbnails), {
      THUMBNAILS_BUCKET: "thumbs",
      RENDITIONS: [{ width: 200, format: "webp" }],
      MAX_PIXELS: 1_000_000,
      MAX_BYTES: 134_217_728,
    });
  });

  it("all that is missing is named at once", () => {
    assert.throws(
      () => readEnvironment(cleanLogs, { AWS_LAMBDA_FUNCTION_NAME: "cleaner" }),
      ({ message }: Error) => {
        assert.match(message, /^The environment of function cleaner is wrong/);
        for (const name of Object.keys(cleanLogs.shape)) assert.ok(message.includes(`${name} is not set`), name);
        return true;
      },
    );
  });

  it("what is wrong is in the log, each variable with the reason, for whoever does not see the error", () => {
    logged.length = 0;
    assert.throws(() => readEnvironment(thumbnail, { RENDITIONS: "{200", MAX_PIXELS: "1000000" }));
    assert.equal(logged.length, 1);
    const { variables } = logged[0]?.[1] as { variables: string[] };
    assert.equal(variables[0], "THUMBNAILS_BUCKET is not set");
    assert.match(variables[1] ?? "", /^RENDITIONS: not JSON: .*\(the variable holds "\{200"\)$/);
  });

  for (const [name, renditions, message] of [
    ["no renditions", "[]", /RENDITIONS: .*>=1/],
    ["a width of 0", '[{"width":0,"format":"webp"}]', /RENDITIONS\.0\.width: .*>=1/],
    ["a width of 20,000", '[{"width":20000,"format":"webp"}]', /RENDITIONS\.0\.width: .*<=10000/],
    [
      "a format that is not made",
      '[{"width":9,"format":"bmp"}]',
      /RENDITIONS\.0\.format: .*"webp"\|"jpeg"\|"png"\|"avif"/,
    ],
    ["a misspelt key", '[{"width":9,"format":"webp","quality":3}]', /RENDITIONS\.0: .*"quality"/],
    ["the same rendition twice", '[{"width":9,"format":"webp"},{"width":9,"format":"webp"}]', /listed twice/],
    ["what is no JSON", "200", /RENDITIONS: .*array/],
    ["what is not JSON at all", "{200", /RENDITIONS: not JSON/],
  ] as const) {
    it(`${name} is refused, and the message names the variable`, () => {
      assert.throws(() => readEnvironment(thumbnail, { ...thumbnails, RENDITIONS: renditions }), message);
    });
  }

  it("any whole number within its range is read, and nothing else", () => {
    const schema = z.object({ N: wholeNumber({ min: 10, max: 1000 }) });
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 1000 }), (n) =>
        assert.equal(readEnvironment(schema, { N: String(n) }).N, n),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.integer().map(String)), (text) => {
        fc.pre(!(/^\d+$/.test(text) && Number(text) >= 10 && Number(text) <= 1000));
        assert.throws(() => readEnvironment(schema, { N: text }), /N: /);
      }),
    );
  });

  it('everything (an empty prefix) has to be asked for with ""', () => {
    const schema = z.object({ P: guardedPrefix() });
    assert.equal(readEnvironment(schema, { P: "logs/" }).P, "logs/");
    assert.equal(readEnvironment(schema, { P: '""' }).P, "");
    for (const environment of [{}, { P: "" }])
      assert.throws(() => readEnvironment(schema, environment), /P( is not set|: an empty)/);
  });

  it("a switch is true or false, and no other word", () => {
    const schema = z.object({ S: flag() });
    assert.deepEqual(
      [readEnvironment(schema, { S: "true" }).S, readEnvironment(schema, { S: "false" }).S],
      [true, false],
    );
    for (const S of ["", "0", "1", "yes", "True"]) assert.throws(() => readEnvironment(schema, { S }), /S: /);
  });

  it("a reports prefix is a folder", () => {
    const rest = {
      REPORTS_BUCKET: "reports",
      TOPIC_ARN: "arn:aws:sns:eu-west-1:123456789012:t",
      BUCKETS: "[]",
      FUNCTIONS: "[]",
      PERIOD_HOURS: "24",
    };
    assert.equal(readEnvironment(usageReport, rest).REPORTS_PREFIX, "reports/");
    assert.equal(readEnvironment(usageReport, { ...rest, REPORTS_PREFIX: "" }).REPORTS_PREFIX, "");
    assert.throws(
      () => readEnvironment(usageReport, { ...rest, REPORTS_PREFIX: "reports" }),
      /REPORTS_PREFIX: .*ends with/,
    );
  });
});
