import type * as pulumi from "@pulumi/pulumi";
import { ArgumentError } from "./check";

type Component = abstract new (...args: never[]) => pulumi.ComponentResource;

/**
 * A class decorator that turns a TypeError about unreadable arguments into an error with the component's name. Programs
 * in JavaScript have no compiler to report it, and the TypeError would show them our code. Works as a standard
 * decorator and with the `experimentalDecorators` of Pulumi's template.
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
          `${name} "${String(given[0])}": an argument is missing, or has another type than ${name}Args declares ` +
            `(${error.message}).`,
        );
      }
    },
  });
}
