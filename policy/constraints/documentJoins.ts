import { readDocumentText } from "../frame/documentText";
import { isObject, list, member } from "../frame/plain";
import { type Join, refuse, text } from "./join";

/** The versions of the schema that each type of document has. */
const versions: Readonly<Record<string, readonly string[]>> = {
  Command: ["1.0", "1.2", "2.0", "2.2"],
  Automation: ["0.3"],
  "Automation.ChangeTemplate": ["0.3"],
  Session: ["1.0"],
  Policy: ["2.0", "2.2"],
};

function parse(written: string, format: string): unknown {
  try {
    return format === "YAML" ? readDocumentText(written) : JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** What a document of Systems Manager has, in JSON or YAML. */
export const documentContent: Join = (document, found) => {
  const [type, written] = [text(document, "documentType", found), text(document, "content", found)];
  const format = document.get("documentFormat").text();
  // JSON, where the program does not say; nothing while nobody knows.
  const stated = format.state === "absent" ? "JSON" : format.state === "known" ? format.value || "JSON" : "";
  const taken = versions[type ?? ""];
  if (!["JSON", "YAML"].includes(stated) || !taken || written === undefined) return;
  const content = parse(written, stated);
  if (!isObject(content)) {
    const [takes, is] = [`${stated}, as documentFormat says`, `is no ${stated} object`];
    return refuse(found, {
      path: "content",
      is,
      takes,
      fix: "Set documentFormat to what it is written in, or mend it.",
    });
  }
  const version = String(content["schemaVersion"]);
  if (!taken.includes(version)) {
    const takes = `one of ${String(type)}: ${taken.join(", ")}`;
    return refuse(found, {
      path: "content",
      is: `has schemaVersion ${version}`,
      takes,
      fix: "Set another schemaVersion.",
    });
  }
  if (!/^(0\.3|2\.\d)$/.test(version)) return;
  const steps = list(content["mainSteps"]);
  if (steps.length === 0) {
    return refuse(found, { path: "content", is: "has no mainSteps", takes: "a step or more", fix: "Add a step." });
  }
  const names = steps.map((step) => member(step, "name"));
  const twice = names.find((name, index) => typeof name === "string" && names.indexOf(name) < index);
  if (typeof twice !== "string") return;
  refuse(found, {
    path: "content",
    is: `has two steps ${twice}`,
    takes: "steps of different names",
    fix: "Rename one.",
  });
};
