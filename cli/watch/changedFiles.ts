import { type FSWatcher } from "chokidar";
import path from "node:path";

/** Folders in which no source stands. */
const left = new Set(["node_modules", ".git", ".local", ".headroom", ".pulumi", "dist", "coverage", ".cache"]);
/** Editors write a file in several steps. */
const quietMs = 30;

/** The files that are saved, in batches: all that come while the last batch is worked on are the next one. */
export class ChangedFiles {
  #changed = new Set<string>();
  #waiting: (() => void) | undefined;
  #watcher: FSWatcher | undefined;

  /** @param root Folder that is watched, with those below it. */
  constructor(private readonly root: string) {}

  async start(): Promise<void> {
    const { watch } = await import("chokidar");
    const watcher = watch(this.root, {
      ignoreInitial: true,
      atomic: true,
      ignored: (file) =>
        path
          .relative(this.root, file)
          .split(path.sep)
          .some((part) => left.has(part)),
    });
    this.#watcher = watcher;
    await new Promise<void>((resolve, reject) => {
      watcher.once("ready", resolve).once("error", reject);
    });
    let timer: NodeJS.Timeout | undefined;
    watcher.on("all", (_event, file) => {
      this.#changed.add(path.resolve(file));
      clearTimeout(timer);
      timer = setTimeout(() => this.#waiting?.(), quietMs);
    });
  }

  /** Watches files outside of the root too. */
  add(files: readonly string[]): void {
    this.#watcher?.add(files.filter((file) => path.relative(this.root, file).startsWith("..")));
  }

  /** The next batch, as absolute paths. */
  async next(): Promise<string[]> {
    if (this.#changed.size === 0) await new Promise<void>((resolve) => (this.#waiting = resolve));
    this.#waiting = undefined;
    const batch = [...this.#changed];
    this.#changed.clear();
    return batch;
  }

  close(): Promise<void> | undefined {
    return this.#watcher?.close();
  }
}
