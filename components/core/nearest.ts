import { distance } from "fastest-levenshtein";

/** The nearest known name, if at most a third of the letters (two in a short name) differ. */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(given.length / 3));
  const [first] = known
    .map((name) => ({ name, letters: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ letters }) => letters <= most)
    .sort((a, b) => a.letters - b.letters);
  return first?.name ?? (given.length > 3 ? known.find((name) => name.startsWith(given)) : undefined);
}
