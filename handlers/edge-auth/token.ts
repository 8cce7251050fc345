/** Finds the token of a request. */
import { type CloudFrontHeaders } from "aws-lambda";

import { cookieIn } from "./cookies";

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The bearer token, else the cookie's; undefined where there is none, or it is not clear which. */
export function tokenIn(headers: CloudFrontHeaders, cookie: string): string | undefined {
  const [authorization, ...more] = headers.authorization ?? [];
  const value = authorization ? /^Bearer +(\S+)$/i.exec(authorization.value.trim())?.[1] : cookieIn(headers, cookie);
  return value !== undefined && more.length === 0 && JWT.test(value) ? value : undefined;
}
