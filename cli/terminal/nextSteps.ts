import { count } from "../../report/count";
import { commandLine, isOwnProject } from "../../local/project";
import { paint, say } from "./display";

/** The outputs of a stack. */
type Outputs = Record<string, unknown>;

/** A line for each output. */
export function printOutputs(outputs: Outputs, title = "Outputs"): void {
  const names = Object.keys(outputs);
  if (!names.length) return;
  const longest = Math.max(...names.map((name) => name.length));
  say(paint("bold", `\n${title}`));
  for (const name of names) {
    const value = outputs[name];
    say(`  ${name.padEnd(longest)}  ${typeof value === "string" ? value : JSON.stringify(value)}`);
  }
}

/** The result of a run on the emulator. */
interface Made {
  outputs: Outputs;
  endpoint: string;
  region: string;
}

/** Declared resources that the emulator does not run: each with its reason, or their number. */
export function printDeclared(declaredOnly: readonly string[], verbose: boolean): void {
  if (!declaredOnly.length) return;
  if (!verbose) {
    const types = new Set(declaredOnly.map((line) => line.split(" ")[0])).size;
    const what = `${count(declaredOnly.length, "resource")} of ${count(types, "type")}, which the emulator does not have`;
    return say(`declared, not run: ${what} (--verbose lists them)`);
  }
  say(paint("bold", "\nDeclared, not run (the emulator does not have them)"));
  for (const resource of declaredOnly) say(`  ${resource}`);
}

/** What the user can do now. */
export function printNextSteps({ outputs, endpoint, region }: Made): void {
  say(paint("bold", "\nTry next"));
  if (isOwnProject) for (const line of ownSteps(outputs, endpoint, region)) say(`  ${line}`);
  const others = isOwnProject ? [] : ["invoke", "dead-letters"];
  for (const name of ["watch", "logs", ...others, "down"]) say(`  ${commandLine(name).padEnd(22)} ${purposes[name]}`);
}

/** The same in one line, for users who have seen it. */
export const printCommands = (): void =>
  say(`next: ${["watch", "logs", "invoke", "dead-letters", "down"].map(commandLine).join(", ")}`);

const purposes: Record<string, string> = {
  watch: "deploy what you save, as you save it",
  logs: "what the functions wrote",
  invoke: "call a function, by an output or its name",
  "dead-letters": "events that no function processed",
  down: "remove the stack and stop the emulator",
};

/** What to try with the patterns of this checkout. */
function ownSteps(outputs: Outputs, endpoint: string, region: string): string[] {
  const steps: string[] = [];
  if (typeof outputs.uploadsBucket === "string") {
    const credentials = `AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test AWS_REGION=${region}`;
    steps.push(`${credentials} aws --endpoint-url ${endpoint} s3 cp photo.jpg s3://${outputs.uploadsBucket}/`);
  }
  if (typeof outputs.distributionDomain === "string") {
    steps.push(`curl -H "Host: ${outputs.distributionDomain}" -H "X-Forwarded-Proto: https" ${endpoint}/guide/`);
  }
  return [...steps, ...signInLines(outputs)];
}

/** From sign-up to an answer of the API, and to a row of one's own; another owner's is refused. */
function signInLines({ userPoolId, apiUrl, apiAuthorizer, ordersTable }: Outputs): string[] {
  if (typeof userPoolId !== "string") return [];
  const lines: string[] = [];
  if (typeof apiUrl === "string" && apiAuthorizer !== "iam") {
    lines.push(
      "TOKEN=$(npm --silent run sign-in -- --user me@example.com --group admins)",
      `curl -H "Authorization: Bearer $TOKEN" ${apiUrl}/users`,
    );
  }
  if (typeof ordersTable === "string") {
    const order = (owner: string): string => `'{"owner":{"S":"${owner}"},"orderId":{"S":"1"}}'`;
    const put = `aws dynamodb put-item --table-name ${ordersTable} --item`;
    lines.push(
      'eval "$(npm --silent run sign-in -- --user me@example.com --credentials)"',
      `${put} ${order("'$IDENTITY'")}   # your own row`,
      `${put} ${order("somebody-else")}   # is refused`,
    );
  }
  return lines;
}
