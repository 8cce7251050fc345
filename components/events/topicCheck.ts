import { type Problem, Problems } from "../core/check";
import { isService, serviceRule } from "../function/deadLetterQueue";
import { type TopicArgs } from "./topicArgs";

/** Problems with a topic's arguments. */
export function topicProblems({ emails = [], publishers = [], region }: TopicArgs): Problem[] {
  const problems = new Problems()
    .once("emails", emails)
    .once("publishers", publishers)
    .that(
      region === undefined || /^[a-z]{2}(-[a-z]+)+-\d$/.test(region),
      "region",
      region,
      "give a Region such as us-east-1",
    );
  for (const [index, email] of emails.entries()) {
    problems.that(
      /^[^\s@]+@[^\s@]+$/.test(email),
      `emails[${index}]`,
      email,
      "give an address such as ops@example.com",
    );
  }
  for (const [index, service] of publishers.entries()) {
    problems.that(isService(service), `publishers[${index}]`, service, serviceRule);
  }
  return problems.list;
}
