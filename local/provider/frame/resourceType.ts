import type * as pulumi from "@pulumi/pulumi";
import { type Aws } from "./aws";
import { type NameRule } from "./names";
import { type TagMap } from "./shapes";
import { type Properties } from "./values";

/** What the frame must know of one input of a resource type. An empty rule: optional, updated in place. */
export interface PropertyRule {
  required?: boolean;
  /** A change makes a new resource. */
  replace?: boolean;
  /** Filled in when the program gives none, as the official provider does. */
  default?: string | number | boolean;
  /** Where the program gives none, AWS decides: the output is unknown in a preview. */
  computed?: boolean;
  /** A JSON text, or an object that becomes one; compared by what it says. `policy`: by IAM's grammar. */
  document?: "json" | "policy";
  /** The order of lists in it means nothing. */
  unordered?: boolean;
  /** Reads a text that it is given, and throws what is wrong with it. Left out: any text is right. */
  parse?: (this: void, text: string) => unknown;
  /** The emulator does not have it: it stays in the state as declared. Says why. */
  notEmulated?: string;
  /** The emulator keeps it and does nothing for it. Says what does not happen. */
  idle?: string;
}

/** How the tags of a resource are changed, where an update finds them changed: what is gone first. */
export interface Tagging<Known = Properties> {
  remove(id: string, keys: string[], aws: Aws, known: Known): Promise<unknown>;
  add(id: string, tags: TagMap, aws: Aws, known: Known): Promise<unknown>;
}

/** An output that AWS computes: `stable` keeps its value through every update, `changes` may not. */
export type OutputRule = "stable" | "changes";

/** A resource type as the frame sees it; made by {@link resourceType}. */
export interface ResourceType {
  token: string;
  name?: NameRule;
  /** Inputs that name the resource within AWS: two with the same values cannot exist at once. */
  identity: readonly string[];
  properties: Record<string, PropertyRule>;
  outputs: Record<string, OutputRule>;
  /** It has no Region: IAM and the like. */
  global: boolean;
  notEmulated?(props: Properties): string[];
  changing?(changed: ReadonlySet<string>, props: Properties): string[];
  create(props: Properties, aws: Aws): Promise<string>;
  complete?(id: string, props: Properties, aws: Aws): Promise<void>;
  read(id: string, aws: Aws, known: Properties): Promise<Properties | undefined>;
  update?(id: string, props: Properties, old: Properties, aws: Aws, changed: ReadonlySet<string>): Promise<void>;
  tagging?: Tagging;
  delete(id: string, aws: Aws, known: Properties): Promise<void>;
  fromImportId(id: string): { id?: string; known: Properties };
}

/** A document, or a reference to a resource, is always a text once it has been checked. */
type Settled<V> = string extends V ? Extract<V, string | undefined> : V extends readonly (infer E)[] ? Settled<E>[] : V;

/** The arguments of a resource as plain values. */
export type Inputs<A> = { [K in keyof A]: Settled<pulumi.Unwrap<A[K]>> };

/** Methods that the SDK adds to some resource classes are no outputs. */
type PropertyKey<R> = { [K in keyof R]: R[K] extends (...args: never[]) => unknown ? never : K }[keyof R];
type OutputKey<A, R> = Exclude<PropertyKey<R>, keyof A | keyof pulumi.CustomResource | "region" | "tagsAll">;

/** What reading a resource returns: its arguments as they are in AWS, and what AWS computes. */
export type Live<A, R> = Partial<Inputs<A>> & { [K in OutputKey<A, R>]?: pulumi.Unwrap<R[K]> };

/** One entry: everything that is particular to a resource type. `A` and `R` are the SDK's argument and resource types. */
interface Entry<A, R> {
  token: string;
  /** How a name is made where the program gives none. */
  name?: NameRule & { property: keyof A & string };
  /** Default: the property of {@link name}. */
  identity?: readonly (keyof A & string)[];
  /** Every argument of the type: the compiler refuses an entry that misses one. `region` is the frame's. */
  properties: Record<Exclude<keyof A & string, "region">, PropertyRule>;
  /** Every output that is no argument. `tagsAll` is the frame's. */
  outputs: Record<OutputKey<A, R> & string, OutputRule>;
  global?: true;
  /** What is declared, not run, with these arguments, each with its reason. */
  notEmulated?(props: Inputs<A>): string[];
  /** Which outputs an update of these arguments gives new values. Default: every output that `changes`. */
  changing?(changed: ReadonlySet<string>, props: Inputs<A>): string[];
  /** Makes it and returns its id. */
  create(props: Inputs<A>, aws: Aws): Promise<string>;
  /** What is left to do after {@link create}: a failure here leaves a resource that the next run completes. */
  complete?(id: string, props: Inputs<A>, aws: Aws): Promise<void>;
  /**
   * Reads it; undefined when it does not exist. An argument that is left out of the answer keeps its last known value.
   * @param known the last known arguments and outputs; after an import what the import id contains
   */
  read(id: string, aws: Aws, known: Live<A, R>): Promise<(Live<A, R> & { id?: string }) | undefined>;
  /** Left out, and {@link tagging} too: every change makes a new resource. `changed`: the arguments that differ from the last known ones. */
  update?(id: string, props: Inputs<A>, old: Live<A, R>, aws: Aws, changed: ReadonlySet<string>): Promise<void>;
  /** Left out: {@link update} sees to the tags as well. */
  tagging?: Tagging<Live<A, R>>;
  /** Must succeed when it is gone already. */
  delete(id: string, aws: Aws, known: Live<A, R>): Promise<void>;
  /** Import ids that are not the resource's own id. */
  fromImportId?(id: string): { id?: string; known: Live<A, R> };
}

/** Makes an entry a {@link ResourceType}: checked against the SDK's types here, plain property bags from here on. */
export function resourceType<A extends object, R>(entry: Entry<A, R>): ResourceType {
  const { global = false, identity = entry.name ? [entry.name.property] : [] } = entry;
  const properties: Record<string, PropertyRule> = {
    ...entry.properties,
    ...(global ? {} : { region: { replace: true, computed: true } }),
  };
  if (!entry.update && !entry.tagging) {
    for (const key of Object.keys(properties)) properties[key] = { ...properties[key], replace: true };
  }
  return {
    fromImportId: (id) => ({ id, known: {} }),
    ...(entry as unknown as Omit<ResourceType, "identity" | "global" | "fromImportId">),
    properties,
    identity,
    global,
  };
}

/** The rule of every `tags` argument. */
export const tags: PropertyRule = {};
