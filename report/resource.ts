/** A resource as a preview plans it, whatever is done to get there; what is deleted is not among them. */
export interface PlannedResource {
  urn: string;
  /** Pulumi's type token, for example `aws:lambda/function:Function`. */
  type: string;
  name: string;
  /** URN of what it is a part of. */
  parent?: string | undefined;
  /** A component is made of other resources; it is nothing in the cloud. */
  component: boolean;
  /** Its arguments as the provider checked them: {@link unknownText} where a deployment decides, `[secret]` for secrets. */
  inputs: Readonly<Record<string, unknown>>;
}

/** What the engine's events say of a value that only a deployment knows. */
export const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
