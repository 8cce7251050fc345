import assert from "node:assert/strict";
import fc from "fast-check";

import { readEnvironment } from "../../../handlers/environment";
import { collectScopes, settingsSchema } from "../../../handlers/token-scopes/scopes";

const byGroup = { admins: ["shop/read", "shop/write"], readers: ["shop/read"] };

describe("the scopes of a user's groups", () => {
  it("are those of every group, each once; a group that brings none, or has an odd name, changes nothing", () => {
    assert.deepEqual(collectScopes(["readers", "admins"], byGroup), ["shop/read", "shop/write"]);
    assert.deepEqual(collectScopes([], byGroup), []);
    assert.deepEqual(collectScopes(["guests", "constructor", "__proto__"], byGroup), []);
  });

  it("are never more than the groups bring, whatever else the user is in", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constant("readers"))), (groups) => {
        const scopes = collectScopes(
          groups.filter((group) => group !== "admins"),
          byGroup,
        );
        assert.deepEqual(scopes, groups.includes("readers") ? ["shop/read"] : []);
      }),
    );
  });

  it("must be JSON, and a scope has no spaces: it would be two", () => {
    assert.throws(() => readEnvironment(settingsSchema, { GROUP_SCOPES: "{" }), /GROUP_SCOPES: not JSON/);
    const spaced = JSON.stringify({ admins: ["shop/read shop/write"] });
    assert.throws(() => readEnvironment(settingsSchema, { GROUP_SCOPES: spaced }), /GROUP_SCOPES\.admins\.0: a scope/);
  });
});
