import { z } from "zod";
import { type Bucket, type Function } from "../components";
import { type Problem } from "../components/core/check";
import { type GeneralSettings } from "./general/settings";
import { type Shared } from "./general/shared";

/** Settings as they are when they have been read: complete, and of the right kinds. */
export type SettingsOf<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>>;

/** Settings that a configuration may leave out as a whole. */
type Optional<Shape extends z.ZodRawShape> =
  object extends z.input<z.ZodObject<Shape>> ? unknown : "each setting has a default, or is optional";

const pattern = <Shape extends z.ZodRawShape>(enabled: boolean, settings: Shape) =>
  z.strictObject({ enabled: z.boolean().default(enabled), ...settings }).prefault({} as never);

/** The key of a pattern that a stack has unless its configuration sets `enabled` to false. Each setting has a default. */
export const onByDefault = <Shape extends z.ZodRawShape>(settings: Shape & Optional<Shape>) =>
  pattern<Shape>(true, settings);

/** The key of a pattern that a stack has where its configuration sets `enabled` to true. Each setting has a default. */
export const offByDefault = <Shape extends z.ZodRawShape>(settings: Shape & Optional<Shape>) =>
  pattern<Shape>(false, settings);

/** What an area makes. A pattern that is off leaves a gap. */
export interface Made {
  /** Outputs of the stack, by name. */
  outputs?: Record<string, unknown>;
  /** Looked after by the jobs: access logs, usage. */
  buckets?: (Bucket | undefined)[];
  /** Looked after by the jobs: usage. */
  functions?: (Function | undefined)[];
}

/** The whole that an area is a part of. */
export interface Stack {
  /** What every function of the stack is made with. */
  readonly shared: Shared;
  /** What another area makes. */
  use<Shape extends z.ZodRawShape, Result extends Made>(area: Area<Shape, Result>): Result;
  /** The settings of another area, by its keys. */
  settings<Shape extends z.ZodRawShape>(keys: Shape): SettingsOf<Shape>;
  /** The buckets and the functions of all areas but the one that asks: for what looks after the others. */
  everythingElse(): { buckets: Bucket[]; functions: Function[] };
}

/** A part of the stack: a folder with its settings, its resources and its outputs. */
export interface Area<Shape extends z.ZodRawShape = z.ZodRawShape, Result extends Made = Made> {
  /** The kinds and the defaults of its configuration keys. */
  readonly settings: Shape;
  /** Values for the examples in error messages: of keys that have no default, or whose default shows nothing. */
  readonly examples?: Readonly<Record<string, unknown>>;
  /**
   * Everything that cannot work of settings of the right kinds, by key, such as `thumbnailer.widths[0]`.
   * @param home The stack's Region, if it has one.
   */
  problems?(settings: SettingsOf<Shape>, home: string | undefined): Problem[];
  /** Declares the resources. */
  resources(settings: SettingsOf<Shape> & GeneralSettings, stack: Stack): Result;
}

/** Gives an area its types. */
export const area = <Shape extends z.ZodRawShape, Result extends Made>(
  definition: Area<Shape, Result>,
): Area<Shape, Result> => definition;
