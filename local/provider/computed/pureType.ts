import { type ResourceType } from "../frame/resourceType";
import { type Properties } from "../frame/values";

/** A resource outside any cloud, computed on this machine as its own provider would. */
export interface PureType {
  token: string;
  /** Required arguments, and optional ones with their defaults. */
  required?: readonly string[];
  optional?: Readonly<Record<string, string | number | boolean | undefined>>;
  outputs: readonly string[];
  /** Outputs that are not computed here, each with its reason. */
  missing?: string;
  /** Computes the values once. The id is the one that its own provider would choose. */
  make: (props: Properties) => { id: string; outputs: Properties };
}

/** The values of a new resource until they are read: `create` returns only an id. */
const drawn = new WeakMap<Properties, Properties>();

/** These providers replace the resource for every change, except of settings that affect nothing. */
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
    // The values stay the same as long as the resource exists.
    read: (_id, _aws, known) => Promise.resolve({ ...known, ...drawn.get(known) }),
    delete: () => Promise.resolve(),
  };
}
