/** What the provider could only take as it was declared, so that a run can say so. */
export class Remarks {
  private readonly names = new Map<string, Set<string>>();

  /** Notes what is said of a resource, or of a call of a data source. */
  note(what: string, name: string): void {
    this.names.set(what, (this.names.get(what) ?? new Set()).add(name));
  }

  /** One line for each, with the number of those that it is said of, sorted. */
  list(): string[] {
    return [...this.names]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([what, names]) => `${what} (${names.size}: ${[...names].sort().join(", ")})`);
  }
}
