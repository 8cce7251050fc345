import { type Property } from "../../frame/known";
import { type Graph } from "../../frame/graph";
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

/** A service that sends to queues and topics, which their policies have to allow. */
export interface Delivery extends Wiring {
  /** The rule `<rule>-delivery`. */
  readonly rule: string;
  readonly joins: (stack: Graph) => readonly Join[];
  /** Whether the policy that a topic has from AWS lets it send, on behalf of the own account. */
  readonly byDefault?: true;
}

/** The join that a resource makes by itself. @param source The property that names the caller, and the caller's type. */
export const makeJoin =
  (stack: Graph, target: string, [source, type]: readonly [property: string, type: string]) =>
  (owner: Resource): Join => ({
    owner,
    target: owner.get(target),
    source: stack.resolve(owner, owner.get(source), type)[0],
  });

/** Mandatory if AWS refuses it; advisory if AWS accepts it and it does not work. */
export function groundedLevel(refused: boolean) {
  return refused ? ({ level: "mandatory", ground: "refused" } as const) : ({ level: "advisory" } as const);
}
