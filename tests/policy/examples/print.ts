import { PolicyServer, type Violation } from "../server";
import { judgeExamples } from "./judge";

/**
 * `npm run examples`, for work on rules: what the pack says of the documentation examples of @pulumi/aws, by rule.
 * `-- --rule ID` prints each finding of one rule with its example, `-- --advisory` counts what is advice as well.
 */
async function main(args: readonly string[]): Promise<void> {
  const rule = args[args.indexOf("--rule") + 1];
  const only = args.includes("--rule") ? rule : undefined;
  const isCounted = (found: Violation): boolean =>
    only === undefined
      ? found.mandatory || (args.includes("--advisory") && found.rule !== "headroom")
      : found.rule === only;
  const server = await PolicyServer.start();
  try {
    const { ran, resources, failed, findings } = await judgeExamples(server);
    const byRule = new Map<string, Set<string>>();
    for (const [id, found] of findings) {
      for (const each of found.filter(isCounted)) {
        byRule.set(each.rule, (byRule.get(each.rule) ?? new Set()).add(id));
        if (only !== undefined) console.log(`${id}\n${each.message.replace(/^/gm, "  ")}`);
      }
    }
    for (const [id, examples] of [...byRule].sort(([, a], [, b]) => b.size - a.size)) {
      console.log(`${String(examples.size).padStart(5)} ${id}  ${[...examples].slice(0, 4).join(" ")}`);
    }
    const stopped = [...findings.values()].filter((found) => found.some(({ mandatory }) => mandatory)).length;
    console.log(
      `${ran} examples with ${resources} resources, ${stopped} stopped; ${failed.size} do not run by themselves`,
    );
  } finally {
    server.stop();
  }
}

void main(process.argv.slice(2));
