import { type z } from "zod";
import { type Bucket, type Function } from "../components";
import { type Area, type Made, type SettingsOf, type Stack } from "./area";
import { type Settings } from "./config/keys";
import { type Shared, sharedSettings } from "./general/shared";

/** Puts the areas of a stack together: creates each once, when it is first needed. */
class Composition implements Stack {
  readonly shared: Shared;
  private readonly made = new Map<Area, Made>();
  private readonly making = new Set<Area>();

  constructor(
    private readonly areas: readonly Area[],
    private readonly config: Settings,
  ) {
    this.shared = sharedSettings(config);
  }

  use<Shape extends z.ZodRawShape, Result extends Made>(wanted: Area<Shape, Result>): Result {
    const area = wanted as unknown as Area;
    if (this.making.has(area))
      throw new Error("two areas of the stack need each other, so neither can be created first");
    const made = this.made.get(area) ?? this.make(area);
    return made as Result;
  }

  settings<Shape extends z.ZodRawShape>(keys: Shape): SettingsOf<Shape> {
    const config = this.config as Record<string, unknown>;
    return Object.fromEntries(Object.keys(keys).map((key) => [key, config[key]])) as SettingsOf<Shape>;
  }

  everythingElse(): { buckets: Bucket[]; functions: Function[] } {
    const others = this.areas.filter((area) => !this.making.has(area)).map((area) => this.use(area));
    return {
      buckets: others.flatMap(({ buckets = [] }) => buckets.filter((bucket) => bucket !== undefined)),
      functions: others.flatMap(({ functions = [] }) => functions.filter((fn) => fn !== undefined)),
    };
  }

  /** Creates every area, and returns the outputs of the patterns that are on. */
  outputs(): Record<string, unknown> {
    const all = this.areas.flatMap((area) => Object.entries(this.use(area).outputs ?? {}));
    return Object.fromEntries(all.filter(([, value]) => value !== undefined));
  }

  private make(area: Area): Made {
    this.making.add(area);
    const made = area.resources(this.config, this);
    this.making.delete(area);
    this.made.set(area, made);
    return made;
  }
}

/** Declares the resources of the areas as configured. */
export const compose = (areas: readonly Area[], config: Settings): Record<string, unknown> =>
  new Composition(areas, config).outputs();
