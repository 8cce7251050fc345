/** What a user is, and what a caller may say of one. */
import { z } from "zod";

import { badRequest, type Fault } from "./problem";

/** What the caller decides. */
const content = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254),
  /** At most 20 short texts of the caller's own. */
  metadata: z
    .record(z.string().min(1).max(64), z.string().max(512))
    .refine((value) => Object.keys(value).length <= 20, "at most 20 entries")
    .optional(),
});

export type UserContent = z.output<typeof content>;

export interface User extends UserContent {
  id: string;
  /** 1 for a new user, one more with every change; the ETag. */
  version: number;
  /** ISO 8601, UTC. */
  createdAt: string;
  updatedAt: string;
}

/** Bytes of a body, at most. */
export const MAX_BODY = 32_768;
export const DEFAULT_LIMIT = 25;
export const MAX_LIMIT = 100;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** @throws Problem that lists every fault of the body */
export function parseContent(body: Uint8Array): UserContent {
  const faults: Fault[] = [];
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(body), (name, each: unknown) => {
      faults.push(...unstorable(name, each));
      return each;
    });
  } catch {
    throw badRequest([{ at: "", message: "the body is not JSON in UTF-8" }]);
  }
  if (faults.length > 0) throw badRequest(faults);
  const result = content.safeParse(value);
  if (!result.success) throw badRequest(result.error.issues.flatMap(describeFaults));
  return result.data;
}

/** Keys that JSON allows and an item cannot have: names that objects inherit, and lone surrogates. */
function unstorable(name: string, value: unknown): Fault[] {
  const at = `/${escape(name).toWellFormed()}`;
  const faults: Fault[] = [];
  if (["__proto__", "constructor"].includes(name)) faults.push({ at, message: "this name cannot be used" });
  if ([name, value].some((text) => typeof text === "string" && !text.isWellFormed())) {
    faults.push({ at, message: "a lone surrogate is not a character" });
  }
  return faults;
}

function describeFaults({ path, message, ...issue }: z.core.$ZodIssue): Fault[] {
  const pointer = (parts: PropertyKey[]): string => parts.map((part) => `/${escape(String(part))}`).join("");
  if (issue.code !== "unrecognized_keys") return [{ at: pointer(path), message }];
  return issue.keys.map((key) => ({ at: pointer([...path, key]), message: "there is no such field" }));
}

/** https://www.rfc-editor.org/rfc/rfc6901#section-3 */
const escape = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");

/** Ids are UUIDs that the service makes. Any other text is the id of no user. */
export const isId = (text: string | undefined): text is string => z.uuid().safeParse(text).success;

/** @throws Problem when it is none */
export function parseLimit(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MAX_LIMIT) return limit;
  throw badRequest([{ at: "limit", message: `a whole number from 1 to ${MAX_LIMIT} is needed` }]);
}

/** Where a list continues. It is opaque to callers; any other text is refused. */
export const toCursor = (lastId: string): string => Buffer.from(lastId).toString("base64url");

/** @throws Problem when it is none of ours */
export function fromCursor(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const id = Buffer.from(text, "base64url").toString();
  if (toCursor(id) === text && /^[\w#-]{1,100}$/.test(id)) return id;
  throw badRequest([{ at: "cursor", message: "it is not a cursor that a list gave" }]);
}

export const formatEtag = ({ version }: User): string => `"${version}"`;

/** The version that If-Match names. @throws Problem when it is no ETag of a user */
export function parseIfMatch(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const version = /^"([1-9]\d{0,14})"$/.exec(text.trim())?.[1];
  if (version) return Number(version);
  throw badRequest([{ at: "If-Match", message: 'the ETag of a user is needed, such as "3"' }]);
}

/** @throws Problem when it cannot be one */
export function parseIdempotencyKey(text: string | undefined): string | undefined {
  if (text === undefined || /^[\x21-\x7e]{1,255}$/.test(text)) return text;
  throw badRequest([{ at: "Idempotency-Key", message: "1 to 255 printable characters without blanks are needed" }]);
}
