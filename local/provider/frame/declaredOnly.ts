import { randomBytes } from "node:crypto";
import { type Aws } from "./aws";
import { type Inputs, type Live, type PropertyRule, type ResourceType, resourceType } from "./resourceType";

/** A resource type without a service in the emulator: the state keeps what the program declares, and nothing runs. */
interface Entry<A, R> {
  token: string;
  name?: Parameters<typeof resourceType<A & object, R>>[0]["name"];
  identity?: readonly (keyof A & string)[];
  properties: Record<Exclude<keyof A & string, "region">, PropertyRule>;
  outputs: Parameters<typeof resourceType<A & object, R>>[0]["outputs"];
  /** Why it does not run. */
  reason: string;
  /** Its id. Default: a random one. */
  id?(props: Inputs<A>): string;
  /** Stand-ins for the outputs that AWS would compute, so that references to them have a value of the right form. */
  computedOutputs?(id: string, known: Live<A, R>, aws: Aws): Promise<Partial<Live<A, R>>>;
}

export function declaredOnly<A extends object, R>(entry: Entry<A, R>): ResourceType {
  const { token, name, identity, properties, outputs, reason } = entry;
  return resourceType<A, R>({
    token,
    name,
    identity,
    properties,
    outputs,
    notEmulated: () => [`is not run: ${reason}`],
    create: (props) => Promise.resolve(entry.id?.(props) ?? randomBytes(8).toString("hex")),
    read: async (id, aws, known) => ({ ...known, ...(await entry.computedOutputs?.(id, known, aws)) }),
    update: () => Promise.resolve(),
    delete: () => Promise.resolve(),
  });
}
