import { isDeepStrictEqual } from "node:util";
import { canonical } from "./documents";

/** A call of a data source. */
export interface DataSourceCall {
  token: string;
  args: Readonly<Record<string, unknown>>;
}

/** Collects what the provider could only accept unchecked, for the run's report. */
export class Remarks {
  /** Calls of data sources that only AWS can answer. */
  readonly unanswered: DataSourceCall[] = [];
  private readonly names = new Map<string, Set<string>>();

  /** Adds a remark on a resource, or on a call of a data source. */
  note(what: string, name: string): void {
    this.names.set(what, (this.names.get(what) ?? new Set()).add(name));
  }

  /** Adds a data source without an answer. */
  noteUnanswered(token: string, args: DataSourceCall["args"]): void {
    const same = (each: DataSourceCall): boolean => each.token === token && isDeepStrictEqual(each.args, args);
    if (!this.unanswered.some(same)) this.unanswered.push({ token, args });
    this.note(`${token}: only AWS can answer this data source; its result is unknown`, canonical(args));
  }

  /** One line for each remark, with the number of resources or calls, sorted. */
  list(): string[] {
    return [...this.names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, names]) => `${what} (${names.size}: ${[...names].sort().join(", ")})`);
  }
}
