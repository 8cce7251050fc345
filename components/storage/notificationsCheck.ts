import { type Problem, Problems } from "../core/check";
import { eventPrefixProblem } from "./bucketName";
import { bothCases, suffixesProblem } from "./suffixes";
import { ObjectEvent, type ObjectReaderArgs, type BucketNotificationsArgs } from "./notificationsArgs";

/** Problems with the arguments for a bucket's notifications. */
export function bucketNotificationsProblems({ bucket, readers }: BucketNotificationsArgs): Problem[] {
  const problems = new Problems()
    .that(readers.length > 0, "readers", readers.length, "name one or more")
    .that(
      bucket.notifications.length === 0,
      "bucket",
      bucket.name,
      `${bucket.notifications[0]} already exists, and S3 would replace it: name all readers in one`,
    );
  readers.forEach(({ events, suffixes, prefix }, index) => {
    const problem = suffixes && suffixesProblem(suffixes);
    const prefixProblem = eventPrefixProblem(prefix ?? "");
    problems
      .that(prefixProblem === undefined, `readers[${index}].prefix`, prefix, prefixProblem ?? "")
      .that(problem === undefined, `readers[${index}].suffixes`, suffixes, problem ?? "")
      .that(events?.length !== 0, `readers[${index}].events`, events, "name one or more, or leave it out");
    const other = readers.findIndex((reader, at) => at < index && overlap(reader, readers[index]!));
    problems.that(
      other < 0,
      `readers[${index}]`,
      { prefix: readers[index]?.prefix ?? "", suffixes: suffixes ?? [] },
      `readers[${other}] matches some of the same keys, which S3 refuses: ` +
        "give them prefixes or suffixes that no key can both have, or fan out through a topic",
    );
  });
  return problems.list;
}

/** Whether both could match the same event of the same key. */
function overlap(a: ObjectReaderArgs, b: ObjectReaderArgs): boolean {
  const meet = (one: string, other: string, ends: (text: string, part: string) => boolean): boolean =>
    ends(one, other) || ends(other, one);
  const readSuffixes = ({ suffixes }: ObjectReaderArgs): string[] => (suffixes?.length ? bothCases(suffixes) : [""]);
  const readEvents = ({ events }: ObjectReaderArgs): ObjectEvent[] => events ?? [ObjectEvent.Created];
  return (
    readEvents(a).some((event) => readEvents(b).includes(event)) &&
    meet(a.prefix ?? "", b.prefix ?? "", (text, part) => text.startsWith(part)) &&
    readSuffixes(a).some((one) =>
      readSuffixes(b).some((other) => meet(one, other, (text, part) => text.endsWith(part))),
    )
  );
}
