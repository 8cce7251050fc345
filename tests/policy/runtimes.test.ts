import assert from "node:assert/strict";
import { limits } from "../../limits";
import { holds, open, policyServer, resource, run, unknown, violates } from "./expectations";

const on = (runtime: unknown) => resource("function", "orders", { runtime });

async function at(today: string, check: () => Promise<unknown>, more: Record<string, unknown> = {}): Promise<void> {
  const server = await policyServer();
  try {
    await server.configure({ today, ...more });
    await check();
  } finally {
    await server.configure({});
  }
}

describe("runtimes, by the day", () => {
  it("nodejs22.x is announced 180 days before its end, deprecated on it", async () => {
    await at("2026-10-31", () => holds("lambda-runtime-ending", on("nodejs22.x")));
    await at("2026-11-01", () =>
      violates("lambda-runtime-ending", ["stops patching it on 2027-04-30", "Move to nodejs24.x"], on("nodejs22.x")),
    );
    await at("2027-04-29", async () => {
      await violates("lambda-runtime-ending", ["2027-04-30"], on("nodejs22.x"));
      await holds("lambda-runtime-deprecated", on("nodejs22.x"));
    });
    await at("2027-04-30", async () => {
      await holds("lambda-runtime-ending", on("nodejs22.x"));
      await violates("lambda-runtime-deprecated", ["since 2027-04-30"], on("nodejs22.x"));
    });
  });

  it("python3.8 is deprecated until AWS blocks it on 2027-02-01", async () => {
    await at("2027-01-31", async () => {
      await violates("lambda-runtime-deprecated", ["python3.8"], on("python3.8"));
      await holds("lambda-runtime-blocked", on("python3.8"));
    });
    await at("2027-02-01", async () => {
      await violates("lambda-runtime-blocked", ["refused new functions", "2027-02-01"], on("python3.8"));
      await holds("lambda-runtime-deprecated", on("python3.8"));
    });
  });

  it("the notice period can be configured", () =>
    at("2026-11-01", () => holds("lambda-runtime-ending", on("nodejs22.x")), { runtimeNoticeDays: 30 }));

  it("every runtime of the table violates at most one of the three rules on any day", async () => {
    for (const today of ["2023-01-01", "2026-11-23", "2027-02-01", "2030-01-01"]) {
      await at(today, async () => {
        for (const runtime of Object.keys(limits.runtimes)) {
          const { violations } = await run(on(runtime));
          assert.ok(violations.filter(({ rule }) => rule.startsWith("lambda-runtime")).length <= 1, runtime);
        }
      });
    }
  });

  it("says nothing of a function from an image, and does not judge a runtime that is unknown or not in the table", async () => {
    for (const rule of ["lambda-runtime-blocked", "lambda-runtime-deprecated", "lambda-runtime-ending"]) {
      await holds(rule, resource("function", "orders", {}));
      await open(rule, ["runtime"], on(unknown));
      await open(rule, ["cobol1.x (not in the table)"], on("cobol1.x"));
      await open(rule, ["constructor (not in the table)"], on("constructor"));
    }
  });
});
