import type * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "./check";

type Component = abstract new (...args: never[]) => pulumi.ComponentResource;

/**
 * A class decorator: a component that cannot even read its arguments says so with its name. Programs in JavaScript have no
 * compiler that would, and a TypeError would show them code of ours. For TypeScript's decorators, and for those that
 * Pulumi's template switches on (`experimentalDecorators`).
 */
export function component<Class extends Component>(target: Class, _context?: ClassDecoratorContext<Class>): Class {
  return new Proxy(target, {
    construct(_, given: unknown[], newTarget) {
      try {
        return Reflect.construct(target, given, newTarget) as object;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
        const { name } = newTarget;
        throw new ArgumentError(
          `${name} "${String(given[0])}": an argument is missing, or of another kind than ${name}Args says ` +
            `(${error.message}).`,
        );
      }
    },
  });
}
