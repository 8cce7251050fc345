import { type Property } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { notEvaluated, type Verdict } from "../../frame/rule";

/** Asks of each origin of a distribution. */
export function eachOrigin(distribution: Resource, ask: (origin: Property, name: string) => Verdict): Verdict {
  const origins = distribution.get("origins").list();
  if (origins.state !== "known") return origins.state === "unknown" ? notEvaluated(distribution, "origins") : [];
  return origins.value.flatMap((origin) => {
    const id = origin.at("originId").text();
    return ask(origin, id.state === "known" ? `origin ${id.value}` : origin.name);
  });
}
