import { existsSync, statSync } from "node:fs";
import { type Problem, Problems } from "../core/check";
import { type NodeFunctionArgs } from "./nodeFunctionArgs";

/** Defaults of the arguments of a function in Node.js. */
export const nodeFunctionDefaults = { handler: "handler", runtime: "nodejs24.x" };

/** Problems with the code's arguments; the function's own settings are checked with the function. */
export function nodeFunctionProblems({ entry, runtime = nodeFunctionDefaults.runtime }: NodeFunctionArgs): Problem[] {
  return new Problems()
    .that(existsSync(entry) && statSync(entry).isFile(), "entry", entry, `there is no such file in ${process.cwd()}`)
    .that(/^nodejs\d+\.x$/.test(runtime), "runtime", runtime, "give a Node.js runtime such as nodejs24.x").list;
}
