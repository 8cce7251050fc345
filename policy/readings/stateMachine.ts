/** A state of a state machine, with its fields. */
export interface State {
  readonly name: string;
  readonly state: ReadonlyMap<string, unknown>;
}

/**
 * The states of a state machine in Amazon States Language, including those of branches and iterations. The contents
 * of data fields (parameters, results, arguments) are not states, whatever their keys. Iterative, so that a
 * definition may be nested to any depth.
 * @see https://states-language.net/spec.html
 */
export function allStates(definition: unknown): readonly State[] {
  const found: State[] = [];
  const machines: unknown[] = [definition];
  for (let machine = machines.pop(); machine !== undefined; machine = machines.pop()) {
    for (const [name, fields] of entries(field(machine, "States"))) {
      const state = new Map(entries(fields));
      found.push({ name, state });
      const branches = state.get("Branches");
      const inner = [
        ...(Array.isArray(branches) ? (branches as unknown[]) : []),
        state.get("Iterator"),
        state.get("ItemProcessor"),
      ];
      machines.push(...inner.filter((each) => each !== undefined));
    }
  }
  return found;
}

/** A field of what may be an object. */
export function field(value: unknown, name: string): unknown {
  return new Map(entries(value)).get(name);
}

function entries(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
