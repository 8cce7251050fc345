import { fork } from "node:child_process";
import path from "node:path";
import { type PolicyServer, type Violation } from "../server";
import { type Recorded } from "./record";

/** What the pack says of the documentation's examples. */
export interface Judged {
  /** The examples that make resources and run by themselves. */
  readonly ran: number;
  readonly resources: number;
  /** Those that do not run by themselves, each with the reason. */
  readonly failed: ReadonlyMap<string, string>;
  /** What was found, by example; those without findings are left out. */
  readonly findings: ReadonlyMap<string, readonly Violation[]>;
}

/** As many as a small machine has processors. */
const processes = 2;

/** Previews all examples, and shows each to the pack: its resources, then the stack. */
export async function judgeExamples(server: PolicyServer): Promise<Judged> {
  const failed = new Map<string, string>();
  const findings = new Map<string, readonly Violation[]>();
  let [ran, resources] = [0, 0];
  const judge = async (example: Recorded): Promise<void> => {
    if (example.fails !== undefined) return void failed.set(example.id, example.fails);
    if (example.resources.length === 0) return;
    ran += 1;
    resources += example.resources.length;
    const found: Violation[] = [];
    for (const each of example.resources) found.push(...(await server.analyze(each)));
    const stack = example.resources.map((each, index) => ({ ...each, properties: example.planned[index] ?? {} }));
    found.push(...(await server.analyzeStack(stack)));
    if (found.length > 0) findings.set(example.id, found);
  };
  await recordExamples(judge);
  return { ran, resources, failed, findings };
}

/** Previews all examples, each handed over as it is done. */
export async function recordExamples(take: (example: Recorded) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: processes }, (_, first) => recorded(first, take)));
}

function recorded(first: number, judge: (example: Recorded) => Promise<void>): Promise<void> {
  const loader = require.resolve("ts-node/register/transpile-only");
  const child = fork(path.join(__dirname, "record.ts"), [String(first), String(processes)], {
    execArgv: ["--require", loader],
    serialization: "advanced",
  });
  const judged: Promise<void>[] = [];
  child.on("message", (example) => void judged.push(judge(example as Recorded)));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) Promise.all(judged).then(() => resolve(), reject);
      else reject(new Error(`the process that previews examples ended with code ${code}`));
    });
  });
}
