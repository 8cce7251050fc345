import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../../local/project";

/** A command that a document or a workflow tells to run. */
export interface Documented {
  /** File that tells it. */
  where: string;
  /** Its words, without a comment and without variables of its environment: `npm run cost -- --stack dev`. */
  line: string;
}

interface Workflow {
  jobs: Record<string, { steps?: { run?: string }[] }>;
}

const pages = globSync(["*.md", "docs/**/*.md", "policy/*.md", "tool/*.md"], { cwd: projectRoot }).sort();
const workflows = globSync(".github/workflows/*.yml", { cwd: projectRoot }).sort();

/** Words of a shell that begin no command of their own. */
const keywords = /^(if|then|elif|else|fi|for\b.*|do|done|exit|echo|export|cat|\[.*|!)\b\s*/;

/** Every command in the pages and the workflows; what is told twice is listed once for each file. */
export function documentedCommands(): Documented[] {
  const fromPages = pages.flatMap((where) => {
    const text = read(where);
    const blocks = [...text.matchAll(/```(?:sh|bash)\n([^]*?)```/g)].flatMap(([, script = ""]) => listCommands(script));
    const inline = [...text.matchAll(/`((?:npm|npx|pulumi) [^`\n]+)`/g)].flatMap(([, script = ""]) =>
      listCommands(script),
    );
    return [...blocks, ...inline].map((line) => ({ where, line }));
  });
  const fromWorkflows = workflows.flatMap((where) =>
    Object.values((parse(read(where)) as Workflow).jobs)
      .flatMap(({ steps = [] }) => steps.flatMap(({ run = "" }) => listCommands(run)))
      .map((line) => ({ where, line })),
  );
  const seen = new Set<string>();
  return [...fromPages, ...fromWorkflows].filter(({ where, line }) => {
    const key = `${where} ${line}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

/** What a command is called, whatever it is given: `npm run cost`, `pulumi stack init`, `aws`. */
export function commandName(line: string): string {
  const words = line.split(/\s+/).filter((word) => word !== "--silent");
  const [program = ""] = words;
  if (program === "npm") {
    const workspace = /\s-w (\S+)|--workspace (\S+)/.exec(line)?.slice(1).find(Boolean);
    const name = words[1] === "run" ? words.slice(0, 3) : words.slice(0, 2);
    return name.join(" ") + (workspace ? ` -w ${workspace}` : "");
  }
  if (program === "npx") {
    const named = words.filter((word) => word !== "--yes" && !word.startsWith("--package="));
    return named.slice(0, 3).join(" ");
  }
  if (program !== "pulumi") return program;
  const groups = ["stack", "policy", "config", "package", "plugin"];
  return words.slice(0, groups.includes(words[1] ?? "") ? 3 : 2).join(" ");
}

/** The long flags of a command. */
export const listFlags = (line: string): string[] =>
  [...line.matchAll(/(?:^|\s)(--[a-z][\w-]*)/g)].map(([, flag = ""]) => flag).filter((flag) => flag !== "--silent");

function listCommands(script: string): string[] {
  return withoutQuoted(script.replaceAll("\\\n", " "))
    .split(/\n|&&|\|\||\||;|\$\(/)
    .map((part) => part.replace(/\s#.*$|^#.*$/, "").trim())
    .map((part) =>
      part
        .replace(keywords, "")
        .replace(/^(\w+=\S*\s+)+/, "")
        .replace(/^eval\s+"?/, "")
        .replace(/^npm run pulumi -- (?=[a-z])/, "pulumi ") // the same CLI, with our language host where it has none
        .trim(),
    )
    .map((part) => part.replace(/[)"]+$/, "").trim())
    .filter((part) => /^(npm|npx|node|pulumi|aws|curl|gh|docker|jq|git)\s/.test(part));
}

/** Texts in quotes are arguments: what looks like a command in them is none. */
const withoutQuoted = (script: string): string => script.replaceAll(/'[^']*'/g, "''");

const read = (file: string): string => readFileSync(path.join(projectRoot, file), "utf8");
