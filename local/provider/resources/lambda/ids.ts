export const notFound = ["ResourceNotFoundException"];

/** The two halves of an id that is `left<separator>right`; the right one is absent where there is no separator. */
export function halves(id: string, separator: string): [left: string, right: string | undefined] {
  const at = id.lastIndexOf(separator);
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + separator.length)];
}
