/** Routes of an API as the patterns that execute-api ARNs are compared with. In those, `*` is any text, slashes included. */

/** `GET /users/{id}`, `ANY /{proxy+}`. */
export const routePattern = /^(ANY|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) \/(?:[\w.~-]+|\{[\w.-]+\+?\}|\/(?!\/|$))*$/;

/** The end of the ARNs of a route: `GET/users/*`. */
export function toArnPattern(route: string): string {
  const [method = "", path = ""] = route.split(" ");
  return `${method === "ANY" ? "*" : method}${path.replaceAll(/\{[^}]+\}/g, "*")}`;
}

/** Whether every text of one pattern is one of the other, too. */
export function covers(wide: string, narrow: string): boolean {
  const parts = wide.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join(".*")}$`).test(narrow);
}

/** Whether there can be a text that is one of both patterns. */
export function overlap(one: string, other: string): boolean {
  if (one === "" || other === "") return /^\**$/.test(one + other);
  if (one.startsWith("*")) return overlap(one.slice(1), other) || overlap(one, other.slice(1));
  if (other.startsWith("*")) return overlap(other, one);
  return one[0] === other[0] && overlap(one.slice(1), other.slice(1));
}
