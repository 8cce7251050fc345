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

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What a document of Systems Manager has, where it is JSON. */
export const documentContent: Join = (document, found) => {
  const [type, written] = [text(document, "documentType", found), text(document, "content", found)];
  const format = document.get("documentFormat").text();
  const isJson = format.state === "absent" || (format.state === "known" && ["", "JSON"].includes(format.value));
  const taken = versions[type ?? ""];
  if (!isJson || !taken || written === undefined) return;
  const content = parse(written);
  if (!isObject(content)) {
    const takes = "JSON, as documentFormat says";
    return refuse(found, {
      path: "content",
      is: "is no JSON object",
      takes,
      fix: "Set documentFormat to YAML, or mend it.",
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
