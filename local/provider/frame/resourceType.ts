import type * as pulumi from "@pulumi/pulumi";
import { type Aws } from "./aws";
import { type NameRule } from "./names";
import { type TagMap } from "./shapes";
import { type Properties } from "./values";

/** How the frame handles one input of a resource type. An empty rule: optional, updated in place. */
export interface PropertyRule {
  required?: boolean;
  /** A change replaces the resource. */
  replace?: boolean;
  /** Filled in if the program gives none, as by the official provider. */
  default?: string | number | boolean;
  /** If the program gives none, AWS decides, and the output is unknown in a preview. */
  computed?: boolean;
  /** JSON text, or an object that becomes one; compared by content. `policy`: by IAM's grammar. */
  document?: "json" | "policy";
  /** The order of its lists does not matter. */
  unordered?: boolean;
  /** Parses a given text and throws what is wrong with it. Default: any text is valid. */
  parse?: (this: void, text: string) => unknown;
  /** Why the emulator does not have it; the state keeps it as declared. */
  notEmulated?: string;
  /** What does not happen: the emulator keeps the argument and does nothing for it. */
  idle?: string;
}

/** How an update changes tags: removed ones first. */
export interface Tagging<Known = Properties> {
  remove(id: string, keys: string[], aws: Aws, known: Known): Promise<unknown>;
  add(id: string, tags: TagMap, aws: Aws, known: Known): Promise<unknown>;
}

/** An output that AWS computes: no update changes a `stable` one, any may change one that `changes`. */
export type OutputRule = "stable" | "changes";

/** A resource type as the frame sees it; created by {@link resourceType}. */
export interface ResourceType {
  token: string;
  name?: NameRule;
  /** Inputs that identify the resource in AWS: two with the same values cannot exist at once. */
  identity: readonly string[];
  properties: Record<string, PropertyRule>;
  /** Paths inside arguments where a change makes a new resource; `[]` is each element of a list. */
  replacing?: readonly string[];
  outputs: Record<string, OutputRule>;
  /** It has no Region, as in IAM. */
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

/** A document or a reference to a resource is always text once it has been checked. */
type Settled<V> = string extends V ? Extract<V, string | undefined> : V extends readonly (infer E)[] ? Settled<E>[] : V;

/** The arguments of a resource as plain values. */
export type Inputs<A> = { [K in keyof A]: Settled<pulumi.Unwrap<A[K]>> };

/** Leaves out the methods that the SDK adds to some resource classes. */
type PropertyKey<R> = { [K in keyof R]: R[K] extends (...args: never[]) => unknown ? never : K }[keyof R];
type OutputKey<A, R> = Exclude<PropertyKey<R>, keyof A | keyof pulumi.CustomResource | "region" | "tagsAll">;

/** The result of reading a resource: its arguments as AWS has them, and the values that AWS computes. */
export type Live<A, R> = Partial<Inputs<A>> & { [K in OutputKey<A, R>]?: pulumi.Unwrap<R[K]> };

/** Everything specific to one resource type. `A` and `R` are the SDK's argument and resource types. */
interface Entry<A, R> {
  token: string;
  /** How to generate a name if the program gives none. */
  name?: NameRule & { property: keyof A & string };
  /** Default: the property of {@link name}. */
  identity?: readonly (keyof A & string)[];
  /** Every argument of the type: the compiler refuses an entry that lacks one. The frame handles `region`. */
  properties: Record<Exclude<keyof A & string, "region">, PropertyRule>;
  /** Every output that is not an argument. The frame handles `tagsAll`. */
  outputs: Record<OutputKey<A, R> & string, OutputRule>;
  global?: true;
  /** What does not run with these arguments, each with its reason. */
  notEmulated?(props: Inputs<A>): string[];
  /** The outputs that an update of these arguments changes. Default: every output that `changes`. */
  changing?(changed: ReadonlySet<string>, props: Inputs<A>): string[];
  /** Creates it and returns its id. */
  create(props: Inputs<A>, aws: Aws): Promise<string>;
  /** The rest of the creation after {@link create}: if it fails, the next run completes the resource. */
  complete?(id: string, props: Inputs<A>, aws: Aws): Promise<void>;
  /**
   * Reads it; undefined if it does not exist. An argument that is not in the answer keeps its last known value.
   * @param known the last known arguments and outputs; after an import the parts of the import id
   */
  read(id: string, aws: Aws, known: Live<A, R>): Promise<(Live<A, R> & { id?: string }) | undefined>;
  /**
   * Without this and {@link tagging}, every change replaces the resource. `changed`: the arguments that differ from the
   * last known ones.
   */
  update?(id: string, props: Inputs<A>, old: Live<A, R>, aws: Aws, changed: ReadonlySet<string>): Promise<void>;
  /** Default: {@link update} changes the tags too. */
  tagging?: Tagging<Live<A, R>>;
  /** Must succeed if the resource is already gone. */
  delete(id: string, aws: Aws, known: Live<A, R>): Promise<void>;
  /** Parses import ids that differ from the resource's id. */
  fromImportId?(id: string): { id?: string; known: Live<A, R> };
}

/**
 * Turns an entry into a {@link ResourceType}: the compiler checks it against the SDK's types here; from here on
 * properties are untyped.
 */
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
