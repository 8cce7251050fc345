import { spawn } from "node:child_process";
import { ownCheckout } from "../../../bench/ownCheckout";
import { emulatorMark } from "../../../local/emulator/server";
import { markEnvironment } from "../../../local/processes";

/** A measurement that starts what would go on for ever, says what that is, and ends in one of several ways. */
async function main(): Promise<void> {
  const [way] = process.argv.slice(2);
  const checkout = await ownCheckout([]);
  const emulator = markEnvironment(emulatorMark(checkout.path(".local", "emulator")));
  const { pid } = spawn(process.execPath, ["-e", "setInterval(() => {}, 1_000)"], {
    detached: true,
    env: way === "killed" ? emulator : checkout.environment,
    stdio: ["ignore", "ignore", "inherit"],
  });
  console.log(`${pid} ${checkout.folder}`);
  if (way === "killed") process.kill(process.pid, "SIGKILL");
  if (way === "interrupted") process.kill(process.pid, "SIGTERM");
  setInterval(() => {}, 1_000);
}

void main();
