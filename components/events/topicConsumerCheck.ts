import { limits } from "../../limits";
import { type Problem, Problems } from "../core/check";
import { type TopicConsumerArgs } from "./topicConsumerArgs";

/** Problems with a consumer's arguments. */
export function topicConsumerProblems({ filter, filterScope }: TopicConsumerArgs): Problem[] {
  return new Problems()
    .range("filter.length", filter && Object.keys(filter).length, limits.sns.filterKeys)
    .that(!filterScope || filter !== undefined, "filter", filter, "a filterScope needs a filter").list;
}
