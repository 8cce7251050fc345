import { isRecord, type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference } from "../monitor";
import { exactlyOne } from "./given";

interface Rule extends Properties {
  tagStatus?: string;
  tagPrefixList?: string[];
  maximumNumberOfImages?: number;
  maximumAgeLimit?: number;
  description?: string;
}

/** Makes what a repository of awsx makes: itself, and the policy that deletes old images. */
export async function constructRepository(name: string, given: Properties, { monitor }: Asking): Promise<Constructed> {
  const { lifecyclePolicy, ...own } = given as Properties & { lifecyclePolicy?: { skip?: boolean; rules?: Rule[] } };
  const parts = new Children(await monitor.component(), monitor);
  const repository = await parts.make("aws:ecr/repository:Repository", name.toLowerCase(), own);
  const policy = lifecyclePolicy?.skip
    ? undefined
    : await parts.make(
        "aws:ecr/lifecyclePolicy:LifecyclePolicy",
        name.toLowerCase(),
        {
          repository: repository.outputs.name ?? unknownValue,
          policy: writeRules(lifecyclePolicy?.rules),
          region: given.region,
        },
        { sources: { repository: [repository] } },
      );
  const state: Properties = {
    repository: reference(repository),
    url: repository.outputs.repositoryUrl ?? unknownValue,
    ...(policy && { lifecyclePolicy: reference(policy) }),
  };
  await parts.finish(state);
  const dependencies = {
    repository: [repository.urn],
    url: [repository.urn],
    ...(policy && { lifecyclePolicy: [policy.urn] }),
  };
  return { urn: parts.component.urn, state, dependencies };
}

const untagged: Rule[] = [{ description: "remove untagged images", tagStatus: "untagged", maximumNumberOfImages: 1 }];

/** The document of a lifecycle policy: the rule for any image has the lowest priority. */
function writeRules(rules: unknown = untagged): unknown {
  if (!Array.isArray(rules) || !rules.every(isRecord)) return unknownValue;
  const given = rules as Rule[];
  const any = given.filter(({ tagStatus }) => tagStatus === "any");
  if (any.length > 1) throw new Error("lifecyclePolicy.rules: two are for any image. Fix: give one.");
  const ordered = [...given.filter(({ tagStatus }) => tagStatus !== "any"), ...any];
  return JSON.stringify({
    rules: ordered.map((rule, index) => ({
      rulePriority: index + 1,
      description: rule.description,
      selection: { ...selectTags(rule), ...selectCount(rule) },
      action: { type: "expire" },
    })),
  });
}

function selectTags({ tagStatus, tagPrefixList = [] }: Rule): Properties {
  if (tagStatus === "any" || tagStatus === "untagged") return { tagStatus };
  if (tagPrefixList.length === 0)
    throw new Error(
      "lifecyclePolicy.rules: one for tagged images has no tagPrefixList. Fix: name the prefixes of their tags.",
    );
  return { tagStatus: "tagged", tagPrefixList };
}

function selectCount(rule: Rule): Properties {
  exactlyOne(rule, "maximumNumberOfImages", "maximumAgeLimit");
  return rule.maximumNumberOfImages === undefined
    ? { countType: "sinceImagePushed", countNumber: rule.maximumAgeLimit, countUnit: "days" }
    : { countType: "imageCountMoreThan", countNumber: rule.maximumNumberOfImages };
}
