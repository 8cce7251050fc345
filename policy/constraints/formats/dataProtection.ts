import { isObject, isUnknown, oneOrMore } from "../../frame/plain";
import { type FormatFault, jsonFormat, written } from "./format";

const objects = (value: unknown) => oneOrMore(value).filter(isObject);

/** A data identifier of AWS by its ARN, or one of the policy's own by its name. */
function isIdentifier(identifier: unknown, document: Readonly<Record<string, unknown>>): boolean {
  if (typeof identifier !== "string" || isUnknown(identifier) || identifier.startsWith("arn:")) return true;
  const { Configuration: configuration } = document;
  const own = isObject(configuration) ? objects(configuration["CustomDataIdentifier"]) : [];
  return own.some((each) => each["Name"] === identifier);
}

/** A data protection policy of CloudWatch Logs: what it audits, and what it masks. */
export const logDataProtection = jsonFormat((document) => {
  if (!isObject(document)) return [{ takes: "a JSON object" }];
  const faults: FormatFault[] = [];
  for (const key of ["Name", "Version", "Statement"]) {
    if (document[key] === undefined) faults.push({ at: key, is: "is not set", takes: `a policy with ${key}` });
  }
  const version = document["Version"];
  if (typeof version === "string" && !isUnknown(version) && version !== "2021-06-01")
    faults.push({ at: "Version", is: `is ${version}`, takes: "2021-06-01" });
  const statements = objects(document["Statement"]);
  const operations = statements.map((each) => (isObject(each["Operation"]) ? each["Operation"] : {}));
  const kinds = ["Audit", "Deidentify"];
  if (statements.length !== 2 || kinds.some((kind) => operations.filter((each) => kind in each).length !== 1)) {
    const has = operations.map((each) => Object.keys(each).join()).join(" and ") || "none";
    faults.push({
      at: "Statement",
      is: `has operations ${has}`,
      takes: "two statements, one with Audit and one with Deidentify",
    });
  }
  for (const operation of operations) {
    const mask = isObject(operation["Deidentify"]) ? operation["Deidentify"]["MaskConfig"] : undefined;
    if ("Deidentify" in operation && !(isObject(mask) && Object.keys(mask).length === 0)) {
      faults.push({
        at: "Deidentify.MaskConfig",
        is: `is ${JSON.stringify(mask) ?? "not set"}`,
        takes: "an empty object {}",
      });
    }
    const audit = operation["Audit"];
    if (audit !== undefined && !(isObject(audit) && isObject(audit["FindingsDestination"]))) {
      faults.push({ at: "Audit.FindingsDestination", is: "is not set", takes: "an object, which may be empty" });
    }
  }
  const odd = statements
    .flatMap((each) => oneOrMore(each["DataIdentifier"]))
    .find((each) => !isIdentifier(each, document));
  if (odd !== undefined)
    faults.push({
      at: "DataIdentifier",
      is: `has ${written(odd)}`,
      takes: "arn:aws:dataprotection::aws:data-identifier/…",
    });
  const identifiers = statements.map((each) => JSON.stringify(oneOrMore(each["DataIdentifier"]).map(String).sort()));
  if (statements.length === 2 && identifiers[0] !== identifiers[1]) {
    faults.push({
      at: "DataIdentifier",
      is: "differs between the two statements",
      takes: "the same identifiers in both",
    });
  }
  return faults;
});
