import { writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { localFolder, makeLocalFolder } from "../../local/project";
import { type DataSourceCall } from "../../local/provider";
import { sourceSchema } from "../../local/provider/schema/table";
import { type UserProgram } from "./userProgram";

/** The template of a file of answers, which replaces assumptions. */
export const answersTemplateFile = path.join(localFolder, "answers.template.yaml");

const head = `# What only you, or AWS, can answer of this program. Copy it to answers.yaml beside it, or name it with --answers, and fill in
# what you know; leave out the rest. Nothing here needs credentials.
`;

/** Writes the template of a file of answers, with an entry for every assumption of a preview. */
export function writeAnswersTemplate(program: UserProgram, calls: readonly DataSourceCall[]): void {
  const { config, answers, unknownStacks } = program;
  const assumed = Object.keys(config).filter((key) => !(key in answers.config));
  const dataSources = calls.map(({ token, args }) => {
    const names = [...(sourceSchema(token) ?? [])].filter(([name, { required }]) => required && !(name in args));
    return { token, args, result: Object.fromEntries(names.map(([name]) => [name, null])) };
  });
  const content = {
    ...(assumed.length > 0 && { config: Object.fromEntries(assumed.map((key) => [key, null])) }),
    ...(unknownStacks.size > 0 && { stacks: Object.fromEntries([...unknownStacks].map((name) => [name, {}])) }),
    ...(dataSources.length > 0 && { dataSources }),
  };
  makeLocalFolder();
  writeFileSync(answersTemplateFile, head + (Object.keys(content).length > 0 ? stringify(content) : ""));
}
