import { type Resource, runtime } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { resourceSignature, signatureKey } from "./values";

const [packageName, moduleName] = ["headroom-local", "unknown"];

/**
 * An unknown value in the answer of a data source. The engine refuses its own form of unknown there, since the official
 * provider always has an account to ask; so the value travels as a reference to a resource, and {@link registerUnknown}
 * makes the program's side read that reference as Pulumi's unknown.
 */
export const unknownReference = {
  [signatureKey]: resourceSignature,
  urn: `urn:pulumi:preview::headroom::${packageName}:${moduleName}:Value::unknown`,
};

/** Has an effect on a program that runs in this process, as inline programs do. */
export function registerUnknown(): void {
  runtime.registerResourceModule(packageName, moduleName, {
    version: "1.0.0",
    construct: () => unknown as unknown as Resource,
  });
}
