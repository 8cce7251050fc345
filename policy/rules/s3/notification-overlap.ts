import { wellArchitected } from "../../frame/controls";
import { intersects, type Strings } from "../../readings/iam";
import { type Reading } from "../../frame/known";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";
import { type Trigger, readTriggers } from "./triggers";

type Overlap = "yes" | "no" | "unknown";

function overlap(a: Trigger, b: Trigger): Overlap {
  const parts = [
    events(a.events, b.events),
    affixes(a.prefix, b.prefix, (one, other) => one.startsWith(other)),
    affixes(a.suffix, b.suffix, (one, other) => one.endsWith(other)),
  ];
  if (parts.includes("no")) return "no";
  return parts.includes("unknown") ? "unknown" : "yes";
}

function events(a: Strings, b: Strings): Overlap {
  if (a.known.some((one) => b.known.some((other) => intersects(one, other)))) return "yes";
  return a.unknown || b.unknown ? "unknown" : "no";
}

function affixes(a: Reading<string>, b: Reading<string>, extends_: (one: string, other: string) => boolean): Overlap {
  if (a.state !== "known" || b.state !== "known") return "unknown";
  return extends_(a.value, b.value) || extends_(b.value, a.value) ? "yes" : "no";
}

export const s3NotificationOverlap: ResourceRule = {
  scope: "resource",
  type: types.bucketNotification,
  id: "s3-notification-overlap",
  title: "No two triggers of a bucket match the same object",
  severity: "high",
  level: "mandatory",
  ground: "refused",
  controls: [wellArchitected("REL01-BP03")],
  fix: "Give them prefixes or suffixes that no key can both have, or fan out through one SNS topic.",
  page: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html",
  check(notification) {
    const triggers = readTriggers(notification);
    if (!triggers) return notEvaluated(notification, "triggers");
    return triggers.flatMap((a, index) =>
      triggers.slice(index + 1).flatMap((b): Verdict => {
        const both = overlap(a, b);
        if (both === "no") return holds;
        if (both === "unknown") return notEvaluated(notification, `${a.name} and ${b.name}`);
        return violated(notification, `${a.name} and ${b.name} match the same objects; S3 refuses such a pair`);
      }),
    );
  },
};
