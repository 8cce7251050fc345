import { isDeepStrictEqual } from "node:util";
import { canonical } from "./documents";

/** A call of a data source. */
export interface DataSourceCall {
  token: string;
  args: Readonly<Record<string, unknown>>;
}

/** What the provider could only take as it was declared, so that a run can say so. */
export class Remarks {
  /** Calls of data sources that only AWS could answer. */
  readonly unanswered: DataSourceCall[] = [];
  private readonly names = new Map<string, Set<string>>();

  /** Notes what is said of a resource, or of a call of a data source. */
  note(what: string, name: string): void {
    this.names.set(what, (this.names.get(what) ?? new Set()).add(name));
  }

  /** Notes a data source that nobody answered. */
  noteUnanswered(token: string, args: DataSourceCall["args"]): void {
    const same = (each: DataSourceCall): boolean => each.token === token && isDeepStrictEqual(each.args, args);
    if (!this.unanswered.some(same)) this.unanswered.push({ token, args });
    this.note(`${token}: only AWS answers this data source, what it returns is unknown`, canonical(args));
  }

  /** One line for each, with the number of those that it is said of, sorted. */
  list(): string[] {
    return [...this.names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, names]) => `${what} (${names.size}: ${[...names].sort().join(", ")})`);
  }
}
