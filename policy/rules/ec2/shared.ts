import { wellArchitected } from "../../frame/controls";
import { findCredential } from "../../readings/credentials";
import { decoded } from "../../readings/plainTexts";
import { type Reading } from "../../frame/known";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** A rule that properties of a resource that hold user data hold no credential. */
export function userDataRule(id: string, type: string, properties: readonly string[]): ResourceRule {
  return {
    scope: "resource",
    id,
    title: "No user data holds a credential",
    severity: "critical",
    level: "mandatory",
    ground: "open",
    controls: [wellArchitected("SEC02-BP03")],
    fix: "Read it from Secrets Manager when the machine starts, with the permissions of its role; replace the credential.",
    page: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    type,
    async check(resource) {
      const verdicts = properties.map(async (name): Promise<Verdict> => {
        const data: Reading<string> = resource.get(name).text();
        if (data.state === "unknown") return notEvaluated(resource, name);
        const found = data.state === "known" ? await findCredential(decoded(data.value)) : undefined;
        return found ? violated(resource, `${name} holds ${found.what}, for every process on the machine`) : holds;
      });
      return (await Promise.all(verdicts)).flat();
    },
  };
}
