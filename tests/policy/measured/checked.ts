import assert from "node:assert/strict";
import { policyServer } from "../expectations";
import { type Made, sentAs } from "../heldOut/inputs";
import { type FactsByName } from "./facts";

async function stops(made: readonly Made[]): Promise<readonly string[]> {
  const { violations } = await (await policyServer()).run(sentAs(made));
  return violations.filter(({ mandatory }) => mandatory).map(({ message }) => message);
}

/** Tests the facts of a service: those whose outcome is `found` are, and all others have a reason. */
export function checked(service: string, outcomes: Readonly<Record<string, string>>, facts: FactsByName): void {
  const found = Object.keys(outcomes).filter((name) => outcomes[name] === "found");

  it(`${service}: each fact is found, or has its reason`, () => {
    assert.deepEqual(Object.keys(facts).sort(), found.sort());
    for (const [name, reason] of Object.entries(outcomes)) {
      assert.ok(reason === "found" || reason.length > 12, `${name} has no reason`);
    }
  });

  for (const [name, { fact, bad, good }] of Object.entries(facts)) {
    it(`${service}: ${fact}`, async () => {
      assert.deepEqual(await stops(good), [], `${name}: what AWS takes is stopped`);
      assert.notDeepEqual(await stops(bad), [], `${name}: what AWS refuses passes`);
    });
  }
}
