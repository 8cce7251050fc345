import { type Fact, fact } from "../heldOut/inputs";

type Arguments = Record<string, unknown>;

/** Facts of one type of resources, whose further arguments the type requires. */
export const ofType =
  (type: string, further: Arguments = {}) =>
  (says: string, bad: Arguments, good: Arguments): Fact =>
    fact(says, type, { ...further, ...bad }, { ...further, ...good });

/** The integers below a count. */
export const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
