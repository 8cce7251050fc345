import { readFileSync } from "node:fs";

import { pathInProgram } from "../readings/programFolder";

/** Identifies a finding across runs: the rule, the resource, and the message without its figures. */
export interface FindingKey {
  readonly rule: string;
  readonly urn: string;
  readonly key: string;
}

/** A message without its figures, so that a timeout of 902 s instead of 901 s is no new finding. */
export function withoutFigures(says: string): string {
  return says.replace(/\d[\d,.]*/g, "#");
}

export const identify = ({ rule, urn, key }: FindingKey): string => JSON.stringify([rule, urn, key]);

/** The content of a baseline file: each finding once, in a stable order. */
export function makeBaseline(findings: readonly FindingKey[]): { readonly findings: readonly FindingKey[] } {
  const each = new Map(findings.map((finding) => [identify(finding), finding]));
  const sorted = [...each].sort(([a], [b]) => (a < b ? -1 : 1));
  return { findings: sorted.map(([, { rule, urn, key }]) => ({ rule, urn, key })) };
}

/** Earlier findings, which do not count. */
export class Baseline {
  private readonly known: ReadonlyMap<string, FindingKey>;

  constructor(findings: readonly FindingKey[]) {
    this.known = new Map(findings.map((finding) => [identify(finding), finding]));
  }

  /**
   * Reads a file. An unreadable one ends the run, since ignoring it would count everything or nothing.
   * @param file Relative to the program's folder.
   */
  static read(file: string): Baseline {
    const fail = (why: string): never => {
      throw new Error(
        `headroom.baseline: ${file} ${why}. Write it with --write-baseline of a preview, or of the command policy`,
      );
    };
    const place = pathInProgram(file) ?? fail("is relative, and the program's folder is not known: write it absolute");
    let content: unknown;
    try {
      content = JSON.parse(new TextDecoder().decode(readFileSync(place))); // without a byte order mark
    } catch (error) {
      return fail(`cannot be read (${(error as Error).message})`);
    }
    const { findings } = (content ?? {}) as { findings?: unknown };
    if (!Array.isArray(findings) || !findings.every(isKey)) return fail("has no list `findings` of rule, urn and key");
    return new Baseline(findings);
  }

  has(finding: FindingKey): boolean {
    return this.known.has(identify(finding));
  }

  /** The earlier findings that are gone. */
  fixed(findings: readonly FindingKey[]): readonly FindingKey[] {
    const there = new Set(findings.map(identify));
    return [...this.known].filter(([id]) => !there.has(id)).map(([, finding]) => finding);
  }
}

function isKey(value: unknown): value is FindingKey {
  const { rule, urn, key } = (value ?? {}) as Partial<Record<keyof FindingKey, unknown>>;
  return [rule, urn, key].every((each) => typeof each === "string");
}
