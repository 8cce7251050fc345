"use strict";
// Pulumi takes the stack of every promise, to show it should the promise leak. ts-node would map each to its sources, which
// was four fifths of the time of a test that declares resources: those stacks stay empty, every other one is mapped.
const mapped = Error.prepareStackTrace;
Error.prepareStackTrace = (error, frames) =>
  frames[0]?.getFunctionName() === "debuggablePromise" ? "" : mapped(error, frames);
