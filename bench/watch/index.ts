import { readFileSync, writeFileSync } from "node:fs";
import { printed } from "../../tests/stack/printed";
import { median } from "../median";
import { ownCheckout } from "../ownCheckout";

// From saving a file to its effect on the stack `local` with all its patterns, medians of five.

const rounds = 5;
const [liveSeconds, planSeconds] = [2, 4];
const handler = "handlers/users/handler.ts";
const settings = "Pulumi.local.yaml";

async function main(): Promise<void> {
  const checkout = await ownCheckout();
  const { child, ended } = checkout.begin("watch");
  try {
    await printed(child, /^watching /m);
    const save = async (file: string, change: (text: string) => string, effect: RegExp): Promise<number> => {
      const text = change(readFileSync(checkout.path(file), "utf8"));
      const shown = printed(child, effect);
      const begun = performance.now();
      writeFileSync(checkout.path(file), text);
      await shown;
      return (performance.now() - begun) / 1_000;
    };
    const times: Record<"first" | "code" | "plan", number[]> = { first: [], code: [], plan: [] };
    for (let round = 0; round <= rounds; round++) {
      const edit = (text: string): string => `${text}\nconsole.debug("round ${round}");\n`;
      times[round === 0 ? "first" : "code"].push(await save(handler, edit, /^live: users-api/m));
    }
    for (let round = 0; round < rounds; round++) {
      const done = printed(child, /^local: \d+ updated/m);
      const edit = (text: string): string => text.replace(/maxAgeDays: \d+/, `maxAgeDays: ${round + 2}`);
      times.plan.push(await save(settings, edit, /^plan: /m));
      await done;
    }
    row("a handler is live, the first time", times.first, liveSeconds);
    row("a handler is live", times.code, liveSeconds);
    row("configuration shows its plan", times.plan, planSeconds);
  } finally {
    child.kill("SIGINT");
    await ended;
    await checkout.close();
  }
}

function row(what: string, times: readonly number[], allowed: number): void {
  const seconds = median(times);
  console.log(
    `  ${what.padEnd(36)} ${seconds.toFixed(1).padStart(5)} s   ${(seconds / allowed).toFixed(2)} × the ${allowed} s allowed`,
  );
}

void main();
