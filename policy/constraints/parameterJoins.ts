import { type Join, refuse, text } from "./join";

/** The value of a parameter has the form that it asks of its values; each of a list has. */
export const allowedPattern: Join = (parameter, found) => {
  const [pattern, type] = [parameter.get("allowedPattern").text(), parameter.get("type").text()];
  const value = parameter.get("value").text();
  if (pattern.state !== "known" || pattern.value === "" || value.state !== "known" || type.state !== "known") return;
  let expression: RegExp;
  try {
    expression = new RegExp(pattern.value, "u");
  } catch {
    return; // AWS's expressions are those of Java
  }
  const values = type.value === "StringList" ? value.value.split(",") : [value.value];
  if (values.every((each) => expression.test(each))) return;
  const name = text(parameter, "name", found) ?? "the parameter";
  const takes = `what matches ${pattern.value}`;
  refuse(found, {
    path: "value",
    is: "is set to what allowedPattern refuses",
    takes,
    fix: `Change the value of ${name}, or allowedPattern.`,
  });
};

/** A rotation is over before the next one begins, and before the next day does. */
export const rotationTime: Join = (rotation, found) => {
  const [schedule, duration] = ["scheduleExpression", "duration"].map((key) =>
    rotation.get("rotationRules", key).text(),
  );
  const read = (value: typeof schedule, form: RegExp) =>
    value?.state === "known" ? Number(form.exec(value.value)?.[1] ?? NaN) : NaN;
  const [every, hours] = [read(schedule, /^rate\((\d+) hours?\)$/), read(duration, /^(\d+)h$/)];
  const path = "rotationRules.duration";
  const left = 24 - read(schedule, /^cron\(0 (\d+) /);
  if (hours > left) {
    const takes = `at most the ${left} hours until midnight UTC`;
    refuse(found, { path, is: `is ${hours}h`, takes, fix: "Shorten it, or begin earlier." });
  }
  if (!(hours > every)) return;
  refuse(found, { path, is: `is ${hours}h`, takes: `at most the ${every} hours of the rate`, fix: "Shorten it." });
};
