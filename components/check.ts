import * as pulumi from "@pulumi/pulumi";
import { type Limit } from "../policy/limits";

/** The smallest and the largest whole number that a setting of ours takes, inclusive. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Arguments that cannot work. It lists every problem of the component at once; nothing has been created yet. */
export class ArgumentError extends pulumi.RunError {
  override readonly name = "ArgumentError";
}

/**
 * Collects what is wrong with a component's arguments, so that one run shows all of it.
 * A value that is known only after creation is left to the policy pack.
 */
export class Check {
  private readonly problems: string[] = [];

  constructor(
    private readonly kind: string,
    private readonly name: string,
  ) {}

  /** The value must be a whole number that the limit allows. */
  range(property: string, value: pulumi.Input<number | undefined> | undefined, limit: Limit): this {
    if (typeof value !== "number") return this;
    const { min = 0, max = Number.POSITIVE_INFINITY, values, unit, page } = limit;
    const range = Number.isFinite(max) ? `whole numbers from ${min} to ${max}` : `whole numbers from ${min} up`;
    const holds = values ? values.includes(value) : Number.isInteger(value) && value >= min && value <= max;
    return this.that(holds, property, value, `AWS allows ${values?.join(", ") ?? range} ${unit} (${page})`);
  }

  /** The value must be a whole number within bounds that are our own, not AWS's. */
  within(property: string, value: number, { min, max }: Bounds, unit: string): this {
    const holds = Number.isInteger(value) && value >= min && value <= max;
    const [from, to] = [min, max].map((bound) => bound.toLocaleString("en"));
    return this.that(holds, property, value, `give whole ${unit} from ${from} to ${to}`);
  }

  /** Names of what is made are the component's with some characters more, and AWS bounds them. */
  nameLength(max: number): this {
    return this.that(
      this.name.length <= max,
      "name",
      this.name,
      `${max} characters are allowed: AWS bounds the names made of it`,
    );
  }

  /** The condition must hold; otherwise `allowed` says what would, and how to get there. */
  that(holds: boolean, property: string, value: unknown, allowed: string): this {
    return holds ? this : this.problem(property, value, allowed);
  }

  /** Throws one error with every problem found. */
  done(): void {
    if (this.problems.length > 0) throw new ArgumentError(this.problems.join("\n"));
  }

  private problem(property: string, value: unknown, allowed: string): this {
    const shown = value === undefined ? "missing" : JSON.stringify(value);
    this.problems.push(`${this.kind} "${this.name}": ${property} is ${shown}; ${allowed}.`);
    return this;
  }
}
