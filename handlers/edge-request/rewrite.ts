/** Finds the object behind the address of a page. In what CloudFront Functions run: no destructuring, no for…of. */

/** `/guide/` and `/guide` are the page `/guide/index.html`; a file stays as it is. */
export function objectPath(uri: string): string {
  if (uri.endsWith("/")) return `${uri}index.html`;
  const last = uri.slice(uri.lastIndexOf("/") + 1);
  return last.includes(".") ? uri : `${uri}/index.html`;
}
