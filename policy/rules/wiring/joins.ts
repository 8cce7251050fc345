import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";

/** What a program joins: the resource that names a target, the property, and on whose behalf a service calls it. */
export interface Join {
  readonly owner: Resource;
  readonly target: Property;
  readonly source?: Resource | undefined;
}

/** How a service has to be let in for its joins to work, as far as it is the same for all ways. */
export interface Wiring {
  readonly service: string;
  /** Whether AWS refuses the join otherwise; elsewhere it is taken, and nothing works. */
  readonly refused: boolean;
  /** What happens without, as the end of a sentence. */
  readonly because: string;
  readonly page: string;
}

/** Mandatory is what AWS refuses; what it takes and what then does nothing is advice. */
export function groundedLevel(refused: boolean) {
  return refused ? ({ level: "mandatory", ground: "refused" } as const) : ({ level: "advisory" } as const);
}
