import { z } from "zod";
import * as areas from "..";
import { type Area } from "../area";

/** Every area, sorted by name: the export order differs between compilers. */
export const allAreas = Object.entries(areas)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([, area]) => area as unknown as Area);

type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (all: infer Each) => void
  ? Each
  : never;
type Shape = All<(typeof areas)[keyof typeof areas]["settings"]>;

/** Every key with its type and default. The components check the values. */
export const keys = z.strictObject(Object.assign({}, ...allAreas.map(({ settings }) => settings)) as Shape);

/** The stack's settings, with their defaults. */
export type Settings = z.output<typeof keys>;
