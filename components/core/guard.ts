import * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "./check";

type Component = new (...args: unknown[]) => pulumi.ComponentResource;

const isComponent = (value: unknown): value is Component =>
  typeof value === "function" && (value.prototype as unknown) instanceof pulumi.ComponentResource;

/**
 * The same exports, where a component that cannot even read its arguments says so with its name. Programs in JavaScript
 * have no compiler that would, and a TypeError would show them code of ours.
 */
export function guarded<Exports extends object>(exports: Exports): Exports {
  const all = Object.entries(exports).map(([name, value]: [string, unknown]) => [
    name,
    isComponent(value) ? guardedComponent(name, value) : value,
  ]);
  return Object.fromEntries(all) as Exports;
}

const guardedComponent = (kind: string, component: Component): Component =>
  new Proxy(component, {
    construct(target, given: unknown[], newTarget) {
      try {
        return Reflect.construct(target, given, newTarget) as object;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        throw new ArgumentError(
          `${kind} "${String(given[0])}": an argument is missing, or of another kind than ${kind}Args says ` +
            `(${error.message}).`,
        );
      }
    },
  });
