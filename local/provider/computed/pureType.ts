import { type ResourceType } from "../frame/resourceType";
import { type Properties } from "../frame/values";

/** A resource of no cloud: what it is made of is computed on this machine, as its own provider would. */
export interface PureType {
  token: string;
  /** Arguments that have to be given, and those that may be, with their defaults. */
  required?: readonly string[];
  optional?: Readonly<Record<string, string | number | boolean | undefined>>;
  outputs: readonly string[];
  /** Outputs that are not computed here, with the reason. */
  missing?: string;
  /** Draws the values once. The id is what its own provider makes it. */
  make: (props: Properties) => { id: string; outputs: Properties };
}

/** The values that a new resource was given, until they are read: to the frame an id is all that making one returns. */
const drawn = new WeakMap<Properties, Properties>();

/** What these providers change makes a new resource, but for settings that decide nothing. */
export function pureType({ token, required = [], optional = {}, outputs, missing, make }: PureType): ResourceType {
  return {
    token,
    identity: [],
    global: true,
    properties: {
      ...Object.fromEntries(required.map((name) => [name, { required: true, replace: true }])),
      ...Object.fromEntries(
        Object.entries(optional).map(([name, value]) => [
          name,
          { replace: true, ...(value !== undefined && { default: value }) },
        ]),
      ),
    },
    outputs: Object.fromEntries(outputs.map((name) => [name, "stable" as const])),
    ...(missing !== undefined && { notEmulated: () => [missing] }),
    fromImportId: (id) => ({ id, known: {} }),
    create(props) {
      const made = make(props);
      drawn.set(props, made.outputs);
      return Promise.resolve(made.id);
    },
    // The same values for as long as the resource is there.
    read: (_id, _aws, known) => Promise.resolve({ ...known, ...drawn.get(known) }),
    delete: () => Promise.resolve(),
  };
}
