import { type Resource } from "../../frame/resource";
import { holds, notEvaluated, type Verdict, violated } from "../../frame/rule";
import { eachVariable } from "./variables";

type Reason = string | undefined;

/** Names a variable and says why it looks like a secret; never its value, which is plain text here. */
export type Suspicion = (name: string, value: string) => Reason | Promise<Reason>;

/** Checks the text of each environment variable of a function. */
export const suspects = (fn: Resource, suspicion: Suspicion): Promise<Verdict> =>
  eachVariable(fn, async (name, property) => {
    const value = property.text();
    if (value.state === "unknown") return notEvaluated(fn, `environment variable ${name}`);
    const reason = value.state === "known" ? await suspicion(name, value.value) : undefined;
    return reason === undefined ? holds : violated(fn, `environment variable ${name} ${reason}`);
  });
