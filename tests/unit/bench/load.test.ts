import assert from "node:assert/strict";
import { lost, measure, Work } from "../../../bench/load/driver";
import { type Load } from "../../../bench/load/pattern";
import { Processes } from "../../../bench/load/processes";

/** A pattern in memory. */
class InMemory implements Load {
  readonly done = "unseen";
  readonly kept: number[] = [];

  constructor(private readonly keeps: (n: number) => number[]) {}

  readonly send = (n: number): Promise<void> => {
    this.kept.push(...this.keeps(n));
    return Promise.resolve();
  };
  readonly outcomes = (): Promise<number> => Promise.resolve(this.kept.length);
}

describe("patterns under load", () => {
  const processes = new Processes("/nowhere");
  const burst = async (keeps: (n: number) => number[]): Promise<string | undefined> => {
    const work = new Work(new InMemory(keeps));
    await work.begin();
    await work.burst(100);
    return lost({ sent: work.sent, failed: work.failed, out: await work.counted(0) });
  };

  it("all that went in came out: nothing is found", async () => {
    assert.equal(await burst((n) => [n]), undefined);
  });

  it("what was lost is found, and what came twice", async () => {
    assert.equal(await burst((n) => (n % 10 === 0 ? [] : [n])), "100 in, 0 failed, 90 out");
    assert.equal(await burst((n) => (n % 10 === 0 ? [n, n] : [n])), "100 in, 0 failed, 110 out");
  });

  it("of what failed it is open whether it was done", () => {
    for (const out of [8, 9, 10]) assert.equal(lost({ sent: 10, failed: 2, out }), undefined);
    assert.equal(lost({ sent: 10, failed: 2, out: 7 }), "10 in, 2 failed, 7 out");
  });

  it("the first thing that gives way is named with how many were at work", async () => {
    let atWork = 0;
    const load: Load = {
      async send() {
        atWork++;
        await new Promise(setImmediate);
        const isTooMany = atWork > 1;
        atWork--;
        if (isTooMany) throw Object.assign(new Error(), { name: "TooManyRequestsException" });
      },
    };
    const { givesWay, failed, out } = await measure(new Work(load), processes, 0.02, 1);
    assert.match(givesWay, /^\d+ × TooManyRequestsException at 2 at once$/);
    assert.ok(failed > 0);
    assert.equal(out, undefined);
  });

  it("the same number is never sent twice, also when counting begins again", async () => {
    const sent: number[] = [];
    const work = new Work({ send: (n) => Promise.resolve(void sent.push(n)) });
    for (let round = 0; round < 3; round++) {
      await work.begin();
      await work.one();
      await work.burst(5);
      assert.equal(work.sent, 6);
    }
    assert.deepEqual(sent, [...new Set(sent)]);
  });
});
