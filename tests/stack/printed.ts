import { type ChildProcess } from "node:child_process";

/** Waits until a command has printed this. Rejects, with all that it did print, when it ends before. */
export function printed(child: ChildProcess, what: RegExp): Promise<void> {
  let text = "";
  const ended = new AbortController();
  const streams = [child.stdout, child.stderr];
  return new Promise<void>((resolve, reject) => {
    const read = (data: Buffer): void => {
      text += data.toString();
      if (what.test(text)) resolve();
    };
    const close = (code: number | null): void =>
      reject(new Error(`it ended with ${code} before it printed ${String(what)}:\n${text}`));
    for (const stream of streams) stream?.on("data", read);
    child.once("error", reject).once("close", close);
    ended.signal.addEventListener("abort", () => {
      for (const stream of streams) stream?.off("data", read);
      child.off("error", reject).off("close", close);
    });
  }).finally(() => ended.abort());
}
