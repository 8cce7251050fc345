/** Headers by path, as data. In what CloudFront Functions run: no destructuring, no for…of. */

/** Headers of the answers for some paths. */
export interface HeaderRule {
  /** End of the path such as .css, or its beginning such as /assets/; empty for every path. */
  match: string;
  /** Names in lowercase letters. */
  headers: Record<string, string>;
}

/** The headers of every rule that fits; a later rule wins. */
export function findHeaders(path: string, rules: readonly HeaderRule[]): Record<string, string> {
  const found: Record<string, string> = {};
  rules.forEach((rule) => {
    const fits = rule.match.startsWith("/") ? path.startsWith(rule.match) : path.endsWith(rule.match);
    if (fits) Object.assign(found, rule.headers);
  });
  return found;
}
