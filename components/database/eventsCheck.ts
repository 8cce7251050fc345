import { type Problem, Problems } from "../core/check";
import { type DatabaseEventsArgs, DatabaseSourceType, eventCategories } from "./eventsArgs";

const events = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Events.Messages.html";
const IDENTIFIER = /^[a-z](?:[a-z0-9.:]|-(?!-|$))*$/i;

/** Problems with the arguments of database events, which RDS would refuse. */
export function databaseEventsProblems({ sources }: DatabaseEventsArgs): Problem[] {
  const check = new Problems().that(
    sources.length > 0,
    "sources",
    sources.length,
    "name one or more: RDS publishes the events of named sources only",
  );
  const types = sources.map(({ type }) => type);
  sources.forEach(({ type, ids, categories }, index) => {
    const at = `sources[${index}]`;
    const known = Object.values(DatabaseSourceType);
    if (!known.includes(type)) {
      check.that(false, `${at}.type`, type, `RDS has ${known.join(", ")} (${events})`);
      return;
    }
    check
      .that(types.indexOf(type) === index, `${at}.type`, type, "name each type once: combine its ids and categories")
      .that(ids?.length !== 0, `${at}.ids`, ids, "name one or more, or leave it out for all")
      .that(categories?.length !== 0, `${at}.categories`, categories, "name one or more, or leave it out for all");
    for (const category of categories ?? []) {
      const allowed = `${type} has ${eventCategories[type].join(", ")} (${events})`;
      check.that(eventCategories[type].includes(category), `${at}.categories`, category, allowed);
    }
    for (const id of ids ?? []) {
      if (typeof id !== "string") continue;
      const allowed = "give an identifier, not an ARN: a letter first, no hyphen last or twice in a row";
      check.that(IDENTIFIER.test(id) && !id.startsWith("arn:"), `${at}.ids`, id, allowed);
    }
  });
  return check.list;
}
