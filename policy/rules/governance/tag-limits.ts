import { wellArchitected } from "../../frame/controls";
import { valueOr } from "../../frame/known";
import { type Resource } from "../../frame/resource";
import { advised, everyType, holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

const most = { tags: 50, key: 128, value: 256 };

function checkTag(resource: Resource, key: string, value: string): Verdict {
  // The provider sends none that begins with `aws:`, and AWS itself takes none in other letters.
  if (key.toLowerCase().startsWith("aws:")) return advised(resource, `its tag ${key} has a name that AWS keeps`);
  if (key.length > most.key) return violated(resource, `its tag ${key} has a key of ${key.length} characters`);
  if (value.length > most.value) {
    return violated(resource, `its tag ${key} has a value of ${value.length} characters`);
  }
  return holds;
}

function check(resource: Resource): Verdict {
  const given = ["tagsAll", "tags"].map((name) => resource.get(name).entries());
  if (given.some(({ state }) => state === "unknown")) return notEvaluated(resource, "tags");
  const tags = new Map(given.flatMap((entries) => valueOr(entries, [])));
  const own = [...tags.keys()].filter((key) => !key.startsWith("aws:"));
  return [
    ...(own.length > most.tags ? violated(resource, `it has ${own.length} tags`) : holds),
    ...[...tags].flatMap(([key, value]) => checkTag(resource, key, valueOr(value.text(), ""))),
  ];
}

export const governanceTagLimits: ResourceRule = {
  scope: "resource",
  type: everyType,
  id: "governance-tag-limits",
  title: "A resource has at most 50 tags, with keys of at most 128 and values of at most 256 characters",
  severity: "medium",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("COST03-BP02")],
  fix: "Leave tags out, those of the provider's defaultTags count too, or shorten them.",
  page: "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html",
  check,
};
