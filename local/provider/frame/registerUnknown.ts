import { type Resource, runtime } from "@pulumi/pulumi";
import { unknown } from "@pulumi/pulumi/output";
import { unknownModule } from "./unknownReference";

/**
 * Makes a program that runs in this process, as inline programs do, read a reference to an unknown value as Pulumi's unknown.
 * Apart from the provider, which needs nothing of Pulumi's runtime.
 */
export function registerUnknown(): void {
  const [packageName, moduleName] = unknownModule;
  runtime.registerResourceModule(packageName, moduleName, {
    version: "1.0.0",
    construct: () => unknown as unknown as Resource,
  });
}
