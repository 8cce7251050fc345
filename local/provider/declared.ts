import { agrees } from "./agreement";
import { isEmpty } from "./diff";
import { type Live, type Subject } from "./lifecycle";
import { type Properties } from "./values";

/** What the program declares and the emulator does not do, so that a run can say so. */
export class Declared {
  private readonly found = new Set<string>();

  /** One line for each: the resource, the argument, the reason. */
  list(): string[] {
    return [...this.found].sort();
  }

  /** Notes what is known of a type to be lacking. */
  note(subject: Subject, inputs: Properties): void {
    const { type } = subject;
    const whole = type.lacks?.(inputs);
    if (whole) this.add(subject, whole);
    for (const [key, rule] of Object.entries(type.properties)) {
      const matters = !isEmpty(inputs[key]) && inputs[key] !== rule.default;
      if (rule.lacks && matters) this.add(subject, `${key}: ${rule.lacks}`);
    }
  }

  /** Notes every argument that reads back otherwise than it was written: the emulator took it and did not keep it. */
  compare(subject: Subject, props: Properties, live: Live): void {
    for (const [key, rule] of Object.entries(subject.type.properties)) {
      if (rule.lacks || !live.covers.has(key) || isEmpty(props[key])) continue;
      if (!agrees(props[key], live.props[key], rule, key)) {
        this.add(subject, `${key}: the emulator keeps ${JSON.stringify(live.props[key]) ?? "nothing"} instead`);
      }
    }
  }

  private add({ name, type }: Subject, what: string): void {
    this.found.add(`${type.token} "${name}" ${what}`);
  }
}
