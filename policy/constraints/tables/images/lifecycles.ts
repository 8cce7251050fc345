import { type Row, type Schema, type TypeRows } from "../../schema";
import { type Given } from "../given";
import { page } from "../pages";
import { together } from "../together";

const source = page("AmazonECR/latest/userguide/lifecycle_policy_parameters");

const selection = (more: Given = {}) => ({
  selection: { tagStatus: "untagged", countType: "imageCountMoreThan", countNumber: 9, ...more },
});
const tagged = (pattern: string) => selection({ tagStatus: "tagged", tagPatternList: [pattern] });
const since = (countType: string, more: Given = {}) => selection({ countType, countUnit: "days", ...more });
const action = (type: string, more: Given = {}) => ({ action: { type, ...more } });
const policy = (...rules: readonly Given[]) =>
  JSON.stringify({
    rules: rules.map((rule, index) => ({ rulePriority: index + 1, ...selection(), ...action("expire"), ...rule })),
  });
const members = (...names: readonly string[]): Schema => ({ propertyNames: { enum: names } });

/** Rows about a lifecycle policy, by the argument that it is. */
function lifecycle(at: string): readonly Row[] {
  const of = (fact: string, part: string, words: Schema, good: Given, bad: Given): Row =>
    together(
      fact,
      { properties: { [`${at}.$json.rules[]${part}`]: words } },
      {},
      { [at]: policy(good) },
      { [at]: policy(bad) },
    );
  return [
    {
      at,
      format: "imageLifecycle",
      fact: "rules of a lifecycle policy have different priorities, a selection with a count, and an action; that of any image is last",
      good: policy({}, selection({ tagStatus: "any" })),
      bad: policy(selection({ tagStatus: "any" }), {}),
    },
    of(
      "a rule has a priority, a description, a selection and an action alone",
      "",
      members("rulePriority", "description", "selection", "action"),
      { description: "a" },
      { name: "a" },
    ),
    of(
      "a selection has a tagStatus, tags, a storageClass and a count alone",
      ".selection",
      members(
        ...["tagStatus", "tagPrefixList", "tagPatternList", "storageClass"],
        ...["countType", "countUnit", "countNumber"],
      ),
      {},
      selection({ tags: ["a"] }),
    ),
    of(
      "images in the archive are selected by when they went there",
      ".selection",
      { when: { storageClass: "archive" }, properties: { countType: { const: "sinceImageTransitioned" } } },
      since("sinceImageTransitioned", { storageClass: "archive" }),
      since("sinceImagePushed", { storageClass: "archive" }),
    ),
    of(
      "a pattern of tags has up to four asterisks",
      ".selection.tagPatternList[]",
      { pattern: "^[^*]*(\\*[^*]*){0,4}$" },
      tagged("*a*b*c*"),
      tagged("*a*b*c*d*"),
    ),
    of(
      "a transition is to the archive",
      ".action",
      {
        when: { type: "transition" },
        required: ["targetStorageClass"],
        properties: { targetStorageClass: { const: "archive" } },
      },
      action("transition", { targetStorageClass: "archive" }),
      action("transition"),
    ),
  ];
}

/** What AWS refuses of the lifecycle policies of images. */
export const imageLifecycles: readonly TypeRows[] = [
  { type: "aws:ecr/lifecyclePolicy:LifecyclePolicy", source, rows: lifecycle("policy") },
  {
    type: "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    source,
    rows: lifecycle("lifecyclePolicy"),
  },
];
