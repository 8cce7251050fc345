import { createRequire } from "node:module";

type Take = (promise: Promise<unknown>, context: unknown) => Promise<unknown>;
const debuggable = createRequire(__filename)("@pulumi/pulumi/runtime/debuggable") as { debuggablePromise: Take };
const take = debuggable.debuggablePromise;

/**
 * Pulumi captures the stack of each promise of a program, to show it if the promise leaks: a seventh of a preview's
 * time, and under ts-node, which maps each stack to its sources, four fifths. Here those stacks stay empty; a leak is
 * still found and named.
 */
debuggable.debuggablePromise = (promise, context) => {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return take(promise, context);
  } finally {
    Error.stackTraceLimit = limit;
  }
};
