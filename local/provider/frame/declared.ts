import { agrees } from "./agreement";
import { isEmpty } from "./diff";
import { type ResourceType } from "./resourceType";
import { type Subject } from "./subject";
import { type Live } from "./projection";
import { type Properties } from "./values";

/** What the emulator lacks of a resource with these arguments, as far as that is known of its type. */
export function findLacks(type: ResourceType, inputs: Properties): string[] {
  const settings = Object.entries(type.properties).flatMap(([key, rule]) => {
    const reason = rule.notEmulated ?? rule.idle;
    return reason && !isEmpty(inputs[key]) && inputs[key] !== rule.default ? [`${key}: ${reason}`] : [];
  });
  return [...(type.notEmulated?.(inputs) ?? []), ...settings];
}

/** What the program declares and the emulator does not run, so that a run can say so. */
export class Declared {
  /** The resources' names, by type and what is lacking. */
  private readonly found = new Map<string, Set<string>>();

  /** One line for each type and lack, with the resources that have it. */
  list(): string[] {
    return [...this.found]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, names]) => what.replace(" ", ` (${[...names].sort().join(", ")}) `));
  }

  /** Notes what is known of a type to be lacking. */
  note(subject: Subject, inputs: Properties): void {
    for (const lack of findLacks(subject.type, inputs)) this.add(subject, lack);
  }

  /** Notes every argument that reads back otherwise than it was written: the emulator took it and did not keep it. */
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
