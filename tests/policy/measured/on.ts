import { type Fact, fact, facts, type Made } from "../heldOut/inputs";

type Arguments = Record<string, unknown>;

/** Facts of one type of resources: what both configurations have, then what differs; what is undefined is left out. */
export const on =
  (type: string, both: Arguments = {}) =>
  (says: string, bad: Arguments, good: Arguments): Fact =>
    fact(says, type, { ...both, ...bad }, { ...both, ...good });

/** Facts of a resource beside others that both configurations have. */
export const beside = (others: readonly Made[], says: string, bad: Made, good: Made): Fact =>
  facts(says, [...others, bad], [...others, good]);
