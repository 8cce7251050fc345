import { type Level } from "../frame/rule";

export type Scalar = string | number | boolean;

/**
 * What AWS takes, in the words of JSON Schema and of CloudFormation's resource schemas as cfn-lint extends them. As there, a
 * word says something about values of its own kind alone, and nothing of a property that is left out: {@link required} does.
 * Properties are named as a program writes them; where a name is allowed, a path is too: `vpcConfig.subnetIds`,
 * `rules[].priority` (each element), `variables.*` (each value of a map).
 */
export interface Schema {
  readonly const?: Scalar;
  readonly enum?: readonly Scalar[];
  /** The case of letters does not matter to {@link enum}, {@link uniqueItems} and {@link uniqueKeys}. */
  readonly anyCase?: true;
  /** A regular expression that is found anywhere in the text, as in JSON Schema. */
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Length as UTF-8. */
  readonly maxBytes?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  /** What every element of a list is. */
  readonly items?: Schema;
  /** What an element of a list is, of one or more (or of as many as {@link minContains} and {@link maxContains} say). */
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  /** No two elements of a list have the same values of these properties (all of them left out counts as different). */
  readonly uniqueKeys?: readonly string[];
  /** A grammar by its name: see formats/. */
  readonly format?: string;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly propertyNames?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  /** None of these is set: what cfn-lint writes as `properties: {a: false}`. */
  readonly excluded?: readonly string[];
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentExcluded?: Readonly<Record<string, readonly string[]>>;
  /** Exactly one of these is set. */
  readonly requiredXor?: readonly string[];
  /** At least one of these is set. */
  readonly requiredOr?: readonly string[];
  /** At most one of these is set. */
  readonly atMostOne?: readonly string[];
  /** Pairs of numbers (or ISO times) of which the first is not above the second; `<`: below it. */
  readonly ordered?: readonly (readonly [string, "<" | "<=", string])[];
  /** Pairs of properties that are equal where both are set. */
  readonly equal?: readonly (readonly [string, string])[];
  /** Pairs of properties that are not equal. */
  readonly different?: readonly (readonly [string, string])[];
  /** The values at all these paths together are different. */
  readonly uniqueAcross?: readonly string[];
  /** Each value at the first path is among those at the others, where there are any. */
  readonly memberOf?: readonly (readonly [string, ...string[]])[];
  readonly not?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  /**
   * A short {@link if}: each of these properties is set to one of the values, or fits the schema. The row says nothing
   * otherwise.
   */
  readonly when?: Readonly<Record<string, Scalar | readonly Scalar[] | Schema>>;
  /**
   * The value names a resource of one of these services, by the service of its ARN (`sqs`, `kinesis`) or, while the ARN is
   * not known, by the resource that it is made from.
   */
  readonly arnOf?: readonly string[];
  /** The value is an ARN, or the name, of the Region that the resource is made in, or of a zone of it. */
  readonly ownRegion?: true;
  /** The value is an ARN, or a policy document about ARNs, of the partition that the resource is made in. */
  readonly ownPartition?: true;
  /** The value is an ARN, or the name, of another Region than the resource is made in. */
  readonly otherRegion?: true;
  /** The resource that the value names, where the program makes it, is of this type and fits this schema. */
  readonly refersTo?: { readonly type: string; readonly fits: Schema };
  /**
   * The value is the name (`key`) of a resource of this type with the same owner (`owner`: the property that names it, here and
   * there, and its type). It says nothing where the program does not make the owner, or none of the type.
   */
  readonly nameOf?: {
    readonly type: string;
    readonly key: string;
    readonly owner: { readonly type: string; readonly at: string; readonly there: string };
  };
  /** No other resource of this type, of the same provider and Region, has the same values of these properties. */
  readonly onlyOne?: readonly string[];
  /** A check that computes with several values, by its name: see joins.ts. */
  readonly join?: string;
}

/** Where a constraint is written down: a page of AWS; a member of an API model; or nowhere but in AWS's refusal. */
export type Source = string;

/** The source of what AWS refuses and no page says. */
export const measured: Source = "measured";

/** One constraint of one type of resources. */
export interface Row extends Schema {
  /** The property that the words are about; empty for the resource as a whole. */
  readonly at: string;
  /** The constraint in a sentence that begins with a small letter and has no full stop; left out, the words say it. */
  readonly fact?: string;
  /** What to do, as an imperative sentence; left out, the words say it. */
  readonly fix?: string;
  /** Left out: that of the type. */
  readonly source?: Source;
  /** Mandatory where it is left out: AWS refuses the resource. Advisory: it takes it, and then it does nothing. */
  readonly level?: Level;
  /** A value at `at` that AWS takes, and one that it refuses. */
  readonly good: unknown;
  readonly bad: unknown;
  /** Other resources of the program that the values of good and bad refer to, by name. */
  readonly beside?: Readonly<
    Record<string, { readonly type: string; readonly properties: Readonly<Record<string, unknown>> }>
  >;
  /** For the test: the properties that are made from a resource of {@link beside} and not known yet. */
  readonly links?: Readonly<Record<string, string>>;
}

/** The rows of one type. */
export interface TypeRows {
  readonly type: string;
  /** AWS's page on the API operation or the feature. */
  readonly source: Source;
  readonly rows: readonly Row[];
}

/** Rows without examples, by path, and where they come from. */
interface GeneratedRows {
  readonly source: Source;
  readonly rows: Readonly<Record<string, Schema>>;
}

/** What is generated, by type: rows of AWS's data, and those that the AWS provider's validators alone have. */
export type Generated = Readonly<Record<string, GeneratedRows & { readonly provider?: GeneratedRows }>>;
