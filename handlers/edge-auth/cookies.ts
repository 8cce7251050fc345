/** Cookies of a request and of an answer, in the shape of CloudFront's events. */
import { type CloudFrontHeaders } from "aws-lambda";

/** The cookie's value; undefined where there is none, or more than one: whoever can set a second must not choose. */
export function cookieIn(headers: CloudFrontHeaders, name: string): string | undefined {
  const pairs = (headers.cookie ?? []).flatMap(({ value }) => value.split(/;\s*/));
  const [found, ...more] = pairs.filter((pair) => pair.startsWith(`${name}=`));
  return more.length === 0 ? found?.slice(name.length + 1) : undefined;
}

/** A cookie for this host alone, that no script reads; for no seconds: it goes. */
export function setCookie(name: string, value: string, seconds: number): { key: string; value: string } {
  return {
    key: "Set-Cookie",
    value: `${name}=${value}; Max-Age=${seconds}; Path=/; Secure; HttpOnly; SameSite=Lax`,
  };
}

/** Browsers drop a cookie of more, without a word. https://www.rfc-editor.org/rfc/rfc6265#section-6.1 */
const MOST_COOKIE_BYTES = 4_096;

/** Whether browsers keep it. */
export const isKept = ({ value }: { value: string }): boolean => Buffer.byteLength(value) <= MOST_COOKIE_BYTES;
