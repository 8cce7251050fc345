/** A number with its noun: `1 finding`, `2 findings`. @param more The plural, where it is not made with an s. */
export const count = (number: number, one: string, more = `${one}s`): string =>
  `${number} ${number === 1 ? one : more}`;
