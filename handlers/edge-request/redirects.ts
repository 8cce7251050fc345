/** Addresses that have moved, as data. In what CloudFront Functions run: no destructuring, no for…of. */

/** A move. */
export interface Redirect {
  /** A path such as /old, or all that begin with one: /old/*. */
  from: string;
  /** A path or an https address; with * at its end it continues with the text that * matched in `from`. */
  to: string;
  /** Default: 301, for good. */
  status?: number;
}

/** What happens to a request of the path: the first redirect that fits. */
export function findRedirect(
  path: string,
  redirects: readonly Redirect[],
): { location: string; status: number } | undefined {
  for (let index = 0; index < redirects.length; index += 1) {
    const redirect = redirects[index] as Redirect;
    const status = redirect.status ?? 301;
    const from = redirect.from;
    if (path === from) return { location: withRest(redirect.to, ""), status };
    if (!from.endsWith("*")) continue;
    const prefix = from.slice(0, -1);
    if (path.startsWith(prefix)) return { location: withRest(redirect.to, path.slice(prefix.length)), status };
  }
  return undefined;
}

function withRest(to: string, rest: string): string {
  if (!to.endsWith("*")) return to;
  // What a visitor wrote must not become another site: https://example.com/old//evil.example is `//evil.example` after /old.
  const base = to.slice(0, -1);
  return (/^https:\/\/[^/]*$/.test(base) ? `${base}/` : base || "/") + rest.replace(/^[/\\]+/, "");
}
