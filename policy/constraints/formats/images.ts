import { isObject, list, member } from "../../frame/plain";
import { type FormatFault, jsonFormat } from "./format";

const counts = ["imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"];

function selected(selection: unknown, at: string): readonly FormatFault[] {
  if (!isObject(selection)) return [{ at, is: "has no selection", takes: "a selection" }];
  const { tagStatus, tagPrefixList, tagPatternList, countType, countNumber, countUnit } = selection;
  const [prefixes, patterns] = [list(tagPrefixList), list(tagPatternList)];
  const hasTags = prefixes.length + patterns.length > 0;
  const place = `${at}.selection`;
  const faults: (FormatFault | false)[] = [
    !["tagged", "untagged", "any"].includes(String(tagStatus)) && {
      is: `has the tagStatus ${JSON.stringify(tagStatus)}`,
      takes: "tagged, untagged or any",
    },
    tagStatus === "tagged" &&
      !hasTags && { is: "is of tagged images and names no tags", takes: "tagPrefixList or tagPatternList" },
    tagStatus !== "tagged" && hasTags && { is: "names tags", takes: "tags with the tagStatus tagged alone" },
    prefixes.length > 0 && patterns.length > 0 && { is: "has prefixes and patterns", takes: "one of the two" },
    !counts.includes(String(countType)) && {
      is: `has the countType ${JSON.stringify(countType)}`,
      takes: counts.join(", "),
    },
    !(typeof countNumber === "number" && countNumber >= 1) && {
      is: `has the countNumber ${JSON.stringify(countNumber)}`,
      takes: "1 or more",
    },
    String(countType).startsWith("since") &&
      countUnit !== "days" && { is: "counts the time without days", takes: 'the countUnit "days"' },
    countType === "imageCountMoreThan" &&
      countUnit !== undefined && { is: "counts images with a countUnit", takes: "no countUnit" },
  ];
  return faults.filter((fault) => fault !== false).map((fault) => ({ at: place, ...fault }));
}

/** Of each class of storage, the one rule of any image comes last. */
function anyLast(rules: readonly unknown[]): readonly FormatFault[] {
  const read = rules.map((rule) => {
    const [priority, selection] = [member(rule, "rulePriority"), member(rule, "selection")];
    const usual = member(selection, "countType") === "sinceImageTransitioned" ? "archive" : "standard";
    const storage = member(selection, "storageClass") ?? usual;
    return { priority: Number(priority), storage, isAny: member(selection, "tagStatus") === "any" };
  });
  return read.flatMap(({ priority, storage, isAny }) => {
    const later = isAny ? read.find((each) => each.storage === storage && each.priority > priority) : undefined;
    if (!later) return [];
    const is = `has a rule of any image with the priority ${priority}, and one with ${later.priority}`;
    return [{ at: "rules", is, takes: "one rule of any image, with the highest priority" }];
  });
}

/** A lifecycle policy of a repository of images. */
export const imageLifecycle = jsonFormat((document): readonly FormatFault[] => {
  const rules = isObject(document) ? list(document["rules"]) : [];
  if (rules.length === 0) return [{ is: "has no rules", takes: "1 to 50 rules" }];
  const priorities = rules.map((rule) => (isObject(rule) ? rule["rulePriority"] : undefined));
  const twice = priorities.find((priority, index) => priorities.indexOf(priority) < index);
  return [
    ...(rules.length > 50 ? [{ at: "rules", is: `has ${rules.length}`, takes: "1 to 50 rules" }] : []),
    ...(twice === undefined
      ? []
      : [{ at: "rules", is: `has the priority ${JSON.stringify(twice)} twice`, takes: "different priorities" }]),
    ...anyLast(rules),
    ...rules.flatMap((rule, index): readonly FormatFault[] => {
      const at = `rules[${index}]`;
      if (!isObject(rule)) return [{ at, is: "is no object", takes: "a rule" }];
      const { rulePriority, action, selection } = rule;
      return [
        ...(Number.isInteger(rulePriority) && Number(rulePriority) >= 1
          ? []
          : [{ at, is: `has the rulePriority ${JSON.stringify(rulePriority)}`, takes: "1 or more" }]),
        ...(isObject(action) && ["expire", "transition"].includes(String(action["type"]))
          ? []
          : [{ at, is: "has no action of a known type", takes: "expire or transition" }]),
        ...selected(selection, at),
      ];
    }),
  ];
});
