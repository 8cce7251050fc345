import { securityHub, wellArchitected } from "../../frame/controls";
import { findCredential, isClientCredential } from "../../readings/credentials";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

/** The containers of a task definition, given as JSON text; `undefined` when they cannot be read. */
function containers(task: Resource): readonly Property[] | undefined {
  const property = task.get("containerDefinitions");
  const text = property.text();
  if (text.state !== "known") return text.state === "absent" ? [] : undefined;
  try {
    const list = property.parsed(text.value).list();
    return list.state === "known" ? list.value : undefined;
  } catch {
    return undefined;
  }
}

async function check(task: Resource, container: Property): Promise<Verdict> {
  const environment = container.at("environment").list();
  const verdicts = (environment.state === "known" ? environment.value : []).map(async (variable): Promise<Verdict> => {
    const name = variable.at("name").text();
    const value = variable.at("value").text();
    const called = name.state === "known" ? name.value : "";
    if (value.state !== "known") return holds;
    if (isClientCredential(called, value.value)) {
      return violated(
        task,
        `environment variable ${called} is what a client takes its password or key from, in plain text`,
      );
    }
    const found = await findCredential(value.value);
    return found ? violated(task, `environment variable ${called} holds ${found.what}`) : holds;
  });
  return (await Promise.all(verdicts)).flat();
}

export const ecsSecretValues: ResourceRule = {
  scope: "resource",
  type: types.taskDefinition,
  id: "ecs-secret-values",
  title: "No environment variable of a container holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [
    securityHub("ECS.8", "Secrets should not be passed as container environment variables"),
    wellArchitected("SEC02-BP03"),
  ],
  fix: "Keep it in Secrets Manager and name it in the container's secrets; replace the credential.",
  page: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html",
  async check(task) {
    const all = containers(task);
    if (!all) return notEvaluated(task, "containerDefinitions");
    return (await Promise.all(all.map((container) => check(task, container)))).flat();
  },
};
