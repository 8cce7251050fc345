import { z } from "zod";
import { type Bucket, type Function } from "../components";
import { type Problem } from "../components/core/check";
import { type GeneralSettings } from "./general/settings";
import { type Shared } from "./general/shared";

/** Settings after they are read: complete, and of the right types. */
export type SettingsOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** Settings that a configuration may omit entirely. */
type Optional<Shape extends z.ZodRawShape> =
  object extends z.input<z.ZodObject<Shape>> ? unknown : "each setting has a default, or is optional";

const pattern = <Shape extends z.ZodRawShape>(enabled: boolean, settings: Shape) =>
  z.strictObject({ enabled: z.boolean().default(enabled), ...settings }).prefault({} as never);

/** The key of a pattern that is on unless the configuration sets `enabled` to false. Each setting has a default. */
export const onByDefault = <Shape extends z.ZodRawShape>(settings: Shape & Optional<Shape>) =>
  pattern<Shape>(true, settings);

/** The key of a pattern that is off unless the configuration sets `enabled` to true. Each setting has a default. */
export const offByDefault = <Shape extends z.ZodRawShape>(settings: Shape & Optional<Shape>) =>
  pattern<Shape>(false, settings);

/** What an area creates. A pattern that is off is undefined in the lists. */
export interface Made {
  /** Outputs of the stack, by name. */
  outputs?: Record<string, unknown>;
  /** The scheduled jobs delete their old access logs and report their usage. */
  buckets?: (Bucket | undefined)[];
  /** The scheduled jobs report their usage. */
  functions?: (Function | undefined)[];
}

/** The stack, as an area sees it. */
export interface Stack {
  /** The arguments that every function of the stack gets. */
  readonly shared: Shared;
  /** Creates another area, unless it exists already, and returns its result. */
  use<Shape extends z.ZodRawShape, Result extends Made>(area: Area<Shape, Result>): Result;
  /** The settings of another area, by its keys. */
  settings<Shape extends z.ZodRawShape>(keys: Shape): SettingsOf<Shape>;
  /** The buckets and functions of all other areas, for the jobs that work on them. */
  everythingElse(): { buckets: Bucket[]; functions: Function[] };
}

/** A part of the stack: a folder with its settings, its resources and its outputs. */
export interface Area<Shape extends z.ZodRawShape = z.ZodRawShape, Result extends Made = Made> {
  /** The types and defaults of its configuration keys. */
  readonly settings: Shape;
  /** Example values for error messages, for keys without a default or whose default is no good example. */
  readonly examples?: Readonly<Record<string, unknown>>;
  /**
   * Every problem of settings that have the right types, by key, such as `thumbnailer.widths[0]`.
   * @param home The stack's Region, if it has one.
   */
  problems?(settings: SettingsOf<Shape>, home: string | undefined): Problem[];
  /** Declares the resources. */
  resources(settings: SettingsOf<Shape> & GeneralSettings, stack: Stack): Result;
}

/** Infers the types of an area. */
export const area = <Shape extends z.ZodRawShape, Result extends Made>(
  definition: Area<Shape, Result>,
): Area<Shape, Result> => definition;
