import { type Resource, runtime } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { unknownModule } from "./unknownReference";

/**
 * Lets an inline program, which runs in this process, read a reference to an unknown value as Pulumi's unknown. In a
 * file of its own because the provider does without Pulumi's runtime.
 */
export function registerUnknown(): void {
  const [packageName, moduleName] = unknownModule;
  runtime.registerResourceModule(packageName, moduleName, {
    version: "1.0.0",
    construct: () => unknown as unknown as Resource,
  });
}
