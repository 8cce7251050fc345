import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import path from "node:path";
import { policyConfigFile } from "../../../cli/run/policyConfig";
import { policyPack } from "../../../cli/run/policyPack";
import { UsageError } from "../../../cli/terminal/errors";

describe("--policy-config", () => {
  it("takes every profile that comes with the pack by its name", () => {
    const profiles = readdirSync(policyPack).filter((file) => file.endsWith(".json") && file !== "package.json");
    assert.equal(profiles.length, 4);
    for (const file of profiles) {
      assert.equal(policyConfigFile(file.replace(".json", "")), path.join(policyPack, file));
    }
  });

  it("names the profiles where there is neither a file nor a profile", () => {
    assert.throws(() => policyConfigFile("strictest"), UsageError);
    assert.throws(() => policyConfigFile("strictest"), /no such file, nor a profile: recommended, strict, /);
  });
});
