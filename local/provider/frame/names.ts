import { createHash, randomBytes } from "node:crypto";
import { type Properties } from "./values";

/** How to generate the physical name of a resource to which the program gives none. */
export interface NameRule {
  property: string;
  /** The argument for a prefix instead of a name; the name is then generated at creation. */
  prefixProperty?: string;
  /** In characters. */
  maxLength: number;
  /** The names that AWS accepts, to report others before anything is created. */
  pattern: RegExp;
  /** The pattern, in words for messages. */
  allowed: string;
  /** Put before the resource's name. */
  prefix?: string;
  lowerCase?: boolean;
  /** A suffix that AWS demands, for example `.fifo`. */
  suffix?: (props: Properties) => string;
}

/** What most services accept in a name. */
export const wordCharacters = { pattern: /^[\w-]+$/, allowed: "letters, digits, hyphens and underscores" } as const;

/** The name of a queue or topic: a FIFO one ends with .fifo. */
export const fifoName = {
  property: "name",
  prefixProperty: "namePrefix",
  pattern: /^[\w-]+(\.fifo)?$/,
  allowed: wordCharacters.allowed,
} as const;

const randomLength = 7;

/**
 * `name-` and seven hexadecimal digits, as the official provider names: the digits derive from the engine's seed, so
 * that a plan and its update agree.
 * @throws Error if no name fits into the rule's length.
 */
export function autoName(rule: NameRule, resourceName: string, props: Properties, seed: Uint8Array): string {
  const suffix = rule.suffix?.(props) ?? "";
  const base = `${rule.prefix ?? ""}${rule.lowerCase ? resourceName.toLowerCase() : resourceName}-`;
  const room = rule.maxLength - randomLength - suffix.length;
  if (base.length > room) {
    throw new Error(
      `a name of "${resourceName}" and ${randomLength} random digits is longer than ${rule.maxLength} characters: ` +
        `give ${rule.property}, or shorten the resource's name by ${base.length - room}`,
    );
  }
  const random = createHash("sha256").update(seed.length ? seed : randomBytes(32));
  return `${base}${random.update(resourceName).digest("hex").slice(0, randomLength)}${suffix}`;
}

/** Why AWS would refuse the name; undefined if it would not. */
export function nameProblem(rule: NameRule, name: string): string | undefined {
  if (name.length <= rule.maxLength && rule.pattern.test(name)) return undefined;
  return `"${name}" is not a name that AWS accepts: at most ${rule.maxLength} characters, ${rule.allowed}`;
}

/** A name generated at creation: the prefix and 26 digits, as from the official provider. */
export function nameFromPrefix(rule: NameRule, prefix: string, props: Properties): string {
  return `${prefix}${randomBytes(13).toString("hex")}${rule.suffix?.(props) ?? ""}`;
}
