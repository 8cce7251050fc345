import { type ChildProcess } from "node:child_process";

/** Waits until a command has printed this. Rejects, with all that it did print, when it ends before. */
export function printed(child: ChildProcess, what: RegExp): Promise<void> {
  let text = "";
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        text += data.toString();
        if (what.test(text)) resolve();
      });
    }
    child.once("error", reject);
    child.once("close", (code) =>
      reject(new Error(`it ended with ${code} before it printed ${String(what)}:\n${text}`)),
    );
  });
}
