/** Cookies of a request and of an answer, in the shape of CloudFront's events. */
import { type CloudFrontHeaders } from "aws-lambda";

/**
 * The cookie's value; undefined if there is none, or more than one: an attacker who can add a second cookie must not
 * choose the value.
 */
export function cookieIn(headers: CloudFrontHeaders, name: string): string | undefined {
  const pairs = (headers.cookie ?? []).flatMap(({ value }) => value.split(/;\s*/));
  const [found, ...more] = pairs.filter((pair) => pair.startsWith(`${name}=`));
  return more.length === 0 ? found?.slice(name.length + 1) : undefined;
}

/** A cookie for this host only, hidden from scripts; 0 seconds deletes it. */
export function setCookie(name: string, value: string, seconds: number): { key: string; value: string } {
  return {
    key: "Set-Cookie",
    value: `${name}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  };
}

/** Browsers silently drop a larger cookie. https://www.rfc-editor.org/rfc/rfc6265#section-6.1 */
const MOST_COOKIE_BYTES = 4_096;

/** Whether browsers keep it. */
export const isKept = ({ value }: { value: string }): boolean => Buffer.byteLength(value) <= MOST_COOKIE_BYTES;
