import { type AnySchema } from "ajv";
import Ajv2020 from "ajv/dist/2020";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { stackJsonSchema } from "../../stack/config/jsonSchema";

const validate = new Ajv2020({ allErrors: true, strict: false, formats: { email: true } }).compile(
  JSON.parse(stackJsonSchema()) as AnySchema,
);
const problems = (config: object): string[] =>
  validate({ config }) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);

describe("the JSON schema of a stack's file", () => {
  it("is the one that is published (npm run docs)", () =>
    assert.equal(readFileSync("docs/stack.schema.json", "utf8"), stackJsonSchema()));

  for (const file of ["Pulumi.dev.yaml", "Pulumi.local.yaml", "tests/stack/everything.yaml"]) {
    it(`takes ${file}`, () =>
      assert.deepEqual(problems((parse(readFileSync(file, "utf8")) as { config: object }).config), []));
  }

  it("takes what pulumi config set writes: numbers and switches as text, secrets, keys of providers", () =>
    assert.deepEqual(
      problems({
        "aws:region": "eu-west-1",
        "headroom:logRetentionDays": "30",
        "headroom:forceDestroy": "true",
        "headroom:alarmEmail": { secure: "v1:abc" },
      }),
      [],
    ));

  for (const [what, config] of Object.entries({
    "a key that is none of this project": { "headroom:thumbnailerr": {} },
    "a key that its section does not have": { "headroom:thumbnailer": { timeout: 60 } },
    "a text where a number belongs": { "headroom:thumbnailer": { timeoutSeconds: "a minute" } },
    "a fraction where a whole number belongs": { "headroom:logRetentionDays": 1.5 },
    "a name that is none of the list": { "headroom:usersTable": { consistency: "SOMETIMES" } },
  })) {
    it(`underlines ${what}`, () => assert.notDeepEqual(problems(config), []));
  }

  it("describes every setting in the words of Pulumi.yaml", () => {
    const { config } = parse(readFileSync("Pulumi.yaml", "utf8")) as {
      config: Record<string, { description: string }>;
    };
    const { properties } = (
      JSON.parse(stackJsonSchema()) as {
        properties: { config: { properties: Record<string, { description?: string }> } };
      }
    ).properties.config;
    assert.deepEqual(
      Object.fromEntries(Object.entries(properties).map(([key, { description }]) => [key, description])),
      Object.fromEntries(Object.entries(config).map(([key, { description }]) => [key, description])),
    );
  });
});
