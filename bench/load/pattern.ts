import { type LoadedStack } from "./stack";

/** A pattern under load. */
export interface Pattern {
  name: string;
  /** The switches of Pulumi.yaml that it needs. */
  needs: string[];
  open: (stack: LoadedStack) => Promise<Load>;
}

/** What is sent to a pattern, and how what came of it is counted. */
export interface Load {
  /** Sends the piece of work number `n`, which nothing else has. */
  send: (n: number) => Promise<void>;
  /**
   * Resolves when the work that was sent is done; absent where the answer to `send` says so, and "unseen" where nobody can
   * see which outcome is whose: those are counted only.
   */
  done?: "unseen" | ((n: number) => Promise<void>);
  /** How many pieces of work are done, by the place where their outcomes are kept; absent where there is no such place. */
  outcomes?: () => Promise<number>;
  /** A process that works outside the emulator. */
  process?: { pid: number; name: string };
  close?: () => void;
}
