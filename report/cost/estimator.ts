import { type z } from "zod";
import { type PlannedResource } from "../resource";
import { type Price } from "./price";
import { type Figures } from "./usage";

/** A quantity that AWS charges for. */
export interface Item {
  price: Price;
  quantity: number;
  /** How the quantity came about. */
  basis?: string;
  /** Where it is used, when that is not the resource's own Region. */
  region?: string;
}

/** What cannot be priced, and why. */
export interface Gap {
  reason: string;
}

/** A resource and its surroundings, for an estimator. */
export interface Surroundings {
  /** Name of the resource. */
  name: string;
  /** Types of the components that the resource is a part of, the innermost first. */
  within: readonly string[];
  /** Region of the resource. */
  region: string;
  /** Declared usage of the resource's pattern. */
  usage: Figures;
  /** What the pattern gets in a month: by its schedules, or as declared. */
  requests: number;
  /** Whether the resource is used for failures only, as a dead letter queue is. */
  forFailures: boolean;
  /** Resources of a type in the whole stack. */
  all: (type: string) => readonly PlannedResource[];
  /** Resources of a type in the same pattern. */
  siblings: (type: string) => readonly PlannedResource[];
}

/** The monthly use of a resource. An empty list means that it is free. */
export type Estimator = (inputs: PlannedResource["inputs"], around: Surroundings) => (Item | Gap)[];

/** An estimator of inputs of a known shape: without a price while those are not known. */
export function reading<T extends z.ZodType>(
  shape: T,
  estimate: (inputs: z.output<T>, around: Surroundings) => (Item | Gap)[],
): Estimator {
  return (inputs, around) => {
    const { success, data, error } = shape.safeParse(inputs);
    if (success) return estimate(data, around);
    const paths = error.issues.map(({ path }) => path.join("."));
    return [{ reason: `known only after the deployment: ${[...new Set(paths)].join(", ")}` }];
  };
}

export const hoursOfMonth = 730;
export const daysOfMonth = hoursOfMonth / 24;
export const secondsOfMonth = hoursOfMonth * 3600;

/** KB of each of many things, in GB. */
export const gigabytes = (count: number, kilobytes: number): number => (count * kilobytes) / 1024 ** 2;

/** A number for people: three digits after the point at most. */
export const said = (value: number): string => value.toLocaleString("en-US", { maximumFractionDigits: 3 });
