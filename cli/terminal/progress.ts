import { clearStatus, isTerminal, paint, say, showStatus } from "./display";

/** Intervals of the progress line: on a terminal, and elsewhere. */
const [terminalMs, linesMs] = [200, 5_000];

/**
 * Shows that a command works: on a terminal one line that moves, with the seconds so far; elsewhere a line at once, and
 * another one every five seconds while the words change.
 */
export class Progress {
  readonly #started = Date.now();
  readonly #timer: NodeJS.Timeout;
  #words: string;
  #said = "";

  constructor(words: string) {
    this.#words = words;
    this.#show();
    this.#timer = setInterval(() => this.#show(), isTerminal() ? terminalMs : linesMs).unref();
  }

  /** Sets the current step. `now` prints it at once, even without a terminal. */
  update(words: string, { now = false } = {}): void {
    this.#words = words;
    if (now) this.#show();
  }

  end(): void {
    clearInterval(this.#timer);
    clearStatus();
  }

  #show(): void {
    const seconds = Math.floor((Date.now() - this.#started) / 1_000);
    if (isTerminal()) return showStatus(`${this.#words} … ${seconds} s`);
    if (this.#words === this.#said) return;
    this.#said = this.#words;
    say(paint("dim", `  ${this.#words}${seconds > 0 ? ` (${seconds} s)` : ""}`));
  }
}
