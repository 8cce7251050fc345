import { type Join, refuse, text } from "./join";

/** The most seconds over which periods are evaluated that lie in a range. */
function evaluation(from: number, to: number, most: number): Join {
  return (resource, found) => {
    const [period, count] = [resource.get("period").number(), resource.get("evaluationPeriods").number()];
    if (period.state !== "known" || count.state !== "known" || period.value < from || period.value > to) return;
    const span = period.value * count.value;
    if (span <= most) return;
    const is = `is ${count.value}, of ${period.value} s: ${span.toLocaleString("en-US")} s`;
    const takes = `at most ${most.toLocaleString("en-US")} s in all`;
    const fix = `Set evaluationPeriods to ${Math.floor(most / period.value)} or less.`;
    refuse(found, { path: "evaluationPeriods", is, takes, fix });
  };
}

const [hour, day] = [3600, 86_400];

export const evaluationDay = evaluation(0, hour - 1, day);
export const evaluationWeek = evaluation(hour, Infinity, 7 * day);

/** A composite alarm is made of others. */
export const ownAlarm: Join = (resource, found) => {
  const [name, rule] = [text(resource, "alarmName", found), text(resource, "alarmRule", found)];
  if (name === undefined || rule === undefined) return;
  const named = [...rule.matchAll(/\(\s*"?([^")]+?)"?\s*\)/g)].map(([, each = ""]) =>
    each.replace(/^arn:.*:alarm:/, ""),
  );
  if (!named.includes(name)) return;
  refuse(found, { path: "alarmRule", is: `names ${name} itself`, takes: "other alarms", fix: "Name other alarms." });
};

/** A role is passed to CloudWatch in its own account: that of the stream that metrics are sent to. */
export const roleAccount: Join = (metrics, found) => {
  const [role, stream] = [text(metrics, "roleArn", found), text(metrics, "firehoseArn", found)];
  const [own, other] = [stream, role].map((arn) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(arn ?? "")?.[1]);
  if (own === undefined || other === undefined || own === other) return;
  const takes = `a role of ${own}, as firehoseArn is`;
  refuse(found, { path: "roleArn", is: `is of the account ${other}`, takes, fix: `Name a role of ${own}.` });
};
