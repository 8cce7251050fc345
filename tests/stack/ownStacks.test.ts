import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { type PolicyDocument } from "../../cli/commands/policy";
import { Checkout } from "./checkout";
import { readState } from "./fixtures/state";

/** A preview knows less: that of the stack with everything switched on is in everything.test.ts. */
describe("this project's own stacks, as they are deployed", function () {
  this.timeout(240_000); // the engine reads each state, on machines that are slow
  let checkout: Checkout;
  before(async () => (checkout = await Checkout.copy()));
  after(() => checkout.close());

  for (const stack of ["dev", "local"] as const) {
    it(`violate nothing that stops a deployment: ${stack}`, async () => {
      writeFileSync(checkout.path(`${stack}.json`), JSON.stringify(readState(stack)));
      const { code, stdout, stderr } = await checkout.run("policy", "--file", `${stack}.json`, "--json");
      assert.equal(code, 0, stderr);
      const { findings, policyReport } = JSON.parse(stdout) as PolicyDocument;
      const mandatory = findings.filter(({ enforcement }) => enforcement === "mandatory");
      assert.deepEqual(
        mandatory.map(({ policy, resource }) => `${policy} ${resource}`),
        [],
      );
      assert.ok(
        policyReport?.headroom.some(({ limit }) => limit === "lambda.timeout"),
        "it was looked at",
      );
      assert.deepEqual(policyReport?.expiredExemptions, []);
    });
  }
});
