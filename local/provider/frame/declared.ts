import { agrees } from "./agreement";
import { isEmpty } from "./diff";
import { type ResourceType } from "./resourceType";
import { type Subject } from "./subject";
import { type Live } from "./projection";
import { type Properties } from "./values";

/** Known gaps of the emulator for a resource with these arguments. */
export function findNotEmulated(type: ResourceType, inputs: Properties): string[] {
  const settings = Object.entries(type.properties).flatMap(([key, rule]) => {
    const reason = rule.notEmulated ?? rule.idle;
    return reason && !isEmpty(inputs[key]) && inputs[key] !== rule.default ? [`${key}: ${reason}`] : [];
  });
  return [...(type.notEmulated?.(inputs) ?? []), ...settings];
}

/** Collects what the program declares and the emulator does not run, for the run's report. */
export class Declared {
  /** Names of resources, by type and gap. */
  private readonly found = new Map<string, Set<string>>();

  /** One line for each type and gap, with the affected resources. */
  list(): string[] {
    return [...this.found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, names]) => what.replace(" ", ` (${[...names].sort().join(", ")}) `));
  }

  /** Adds the known gaps of a resource. */
  note(subject: Subject, inputs: Properties): void {
    for (const lack of findNotEmulated(subject.type, inputs)) this.add(subject, lack);
  }

  /** Adds every argument that reads back differently: the emulator accepted it and did not keep it. */
  compare(subject: Subject, props: Properties, live: Live): void {
    for (const [key, rule] of Object.entries(subject.type.properties)) {
      if (rule.notEmulated || !live.covers.has(key) || isEmpty(props[key])) continue;
      if (!agrees(props[key], live.props[key], rule, key)) this.add(subject, `${key}: the emulator does not keep it`);
    }
  }

  private add({ name, type }: Subject, what: string): void {
    const key = `${type.token} ${what}`;
    this.found.set(key, (this.found.get(key) ?? new Set()).add(name));
  }
}
