import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { parse } from "yaml";
import {
  backupDefaults,
  capacityDefaults,
  changeLogDefaults,
  checksumsDefaults,
  cleanLogsDefaults,
  corsDefaults,
  eventRuleDefaults,
  eventStreamDefaults,
  clientDefaults,
  functionDefaults,
  httpCorsDefaults,
  databaseEventsDefaults,
  daxDefaults,
  jwtAuthorizerDefaults,
  networkDefaults,
  passwordDefaults,
  globalTableDefaults,
  orderWorkflowDefaults,
  paymentLedgerDefaults,
  queueConsumerDefaults,
  queueDefaults,
  workflowDefaults,
  readThroughDefaults,
  scheduleDefaults,
  serverlessCacheDefaults,
  streamReaderDefaults,
  tableDefaults,
  tableExportDefaults,
  thumbnailerDefaults,
  ticketNumbersDefaults,
  usageReportDefaults,
  usersApiDefaults,
  webAclDefaults,
  cachingDefaults,
  distributionDefaults,
  edgeFunctionDefaults,
} from "../../components";
import { projectRoot } from "../../local/project";
import * as areas from "../../stack";

const read = (file: string) => readFileSync(path.join(projectRoot, file), "utf8");
const pages = globSync(["*.md", "docs/*.md", "*/README.md", "policy/rules/README.md"], { cwd: projectRoot }).sort();
const configuration = read("docs/configuration.md");

/** The components' argument interfaces with their own members, and what patterns keep to themselves. */
function documentedTypes(): Map<string, string[]> {
  const types = new Map<string, string[]>();
  for (const file of globSync("components/**/*.ts", { cwd: projectRoot })) {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest);
    for (const node of source.statements) {
      if (!ts.canHaveModifiers(node) || !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
        continue;
      if (ts.isInterfaceDeclaration(node) && node.name.text.endsWith("Args")) {
        types.set(
          node.name.text,
          node.members.map((member) => member.name?.getText(source) ?? ""),
        );
      }
      if (ts.isTypeAliasDeclaration(node) && node.name.text.endsWith("Args"))
        types.set(node.name.text, listed(node.type));
    }
  }
  return types;
}

/** The names in `Omit<…, "a" | "b">`. */
function listed(type: ts.TypeNode): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node)) names.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(type);
  return names;
}

/** The rows of the first table under the heading of a type, by their first cell. */
function readTable(type: string): Map<string, string> | undefined {
  const heading = new RegExp(`^##+ \`${type}\`$`, "m");
  const page = pages.map(read).find((text) => heading.test(text));
  const section = page?.split(heading)[1]?.split(/^#/m)[0];
  const rows = section?.split("\n").filter((line) => /^\| `/.test(line));
  return rows && new Map(rows.map((row) => [row.split("`")[1] ?? "", row]));
}

describe("the documentation", () => {
  const types = documentedTypes();

  it("is compared with the arguments in the code", () => {
    assert.ok(types.get("FunctionBaseArgs")?.includes("timeoutSeconds"));
    assert.ok(types.get("PatternFunctionArgs")?.includes("entry"));
  });

  for (const [type, members] of types) {
    it(`has a table of all arguments in ${type}, and of no others`, () => {
      const table = readTable(type);
      assert.ok(table, `no page has a heading \`${type}\``);
      assert.deepEqual([...table.keys()].sort(), [...members].sort());
    });
  }

  const defaults = {
    FunctionBaseArgs: functionDefaults,
    PrivateNetworkArgs: networkDefaults,
    DaxClusterArgs: daxDefaults,
    ServerlessCacheArgs: serverlessCacheDefaults,
    ReadThroughItemsArgs: readThroughDefaults,
    UsersApiArgs: usersApiDefaults,
    EventStreamArgs: eventStreamDefaults,
    CorsArgs: corsDefaults,
    HttpCorsArgs: httpCorsDefaults,
    WebAclArgs: webAclDefaults,
    DistributionArgs: distributionDefaults,
    CachingArgs: cachingDefaults,
    EdgeFunctionArgs: edgeFunctionDefaults,
    ThumbnailerArgs: thumbnailerDefaults,
    ScheduleArgs: scheduleDefaults,
    CleanLogsArgs: cleanLogsDefaults,
    UsageReportArgs: usageReportDefaults,
    TableArgs: tableDefaults,
    CapacityArgs: capacityDefaults,
    BackupArgs: backupDefaults,
    StreamReaderArgs: streamReaderDefaults,
    QueueArgs: queueDefaults,
    MessageReaderArgs: queueConsumerDefaults,
    EventRuleArgs: eventRuleDefaults,
    PaymentLedgerArgs: paymentLedgerDefaults,
    ChangeLogArgs: changeLogDefaults,
    PasswordPolicyArgs: passwordDefaults,
    UserPoolClientArgs: clientDefaults,
    JwtAuthorizerArgs: jwtAuthorizerDefaults,
    TableExportArgs: tableExportDefaults,
    GlobalTableArgs: globalTableDefaults,
    OrderWorkflowArgs: orderWorkflowDefaults,
    WorkflowArgs: workflowDefaults,
    ChecksumsArgs: checksumsDefaults,
    TicketNumbersArgs: ticketNumbersDefaults,
  };
  for (const [type, values] of Object.entries(defaults)) {
    it(`gives the defaults of ${type} as they are in the code`, () => {
      const table = readTable(type);
      for (const [name, value] of Object.entries<unknown>(values)) {
        const row = table?.get(name)?.replaceAll(/(?<=\d),(?=\d{3})/g, "");
        if (!row) continue; // an argument that the type shares with others
        for (const part of [value].flat())
          if (part !== "") assert.ok(row.includes(String(part)), `${String(part)} is not in: ${row}`);
      }
    });
  }

  it("gives the timeout and memory that patterns choose for their functions", () => {
    const numbers = (page: string) => read(page).replaceAll(/(?<=\d),(?=\d{3})/g, "");
    assert.match(
      numbers("docs/thumbnailer.md"),
      new RegExp(`${thumbnailerDefaults.timeoutSeconds} seconds.*${thumbnailerDefaults.memoryMb} MB`),
    );
    assert.match(
      numbers("docs/authorizer.md"),
      new RegExp(`${jwtAuthorizerDefaults.timeoutSeconds} seconds.*${jwtAuthorizerDefaults.memoryMb} MB`),
    );
    assert.match(
      numbers("docs/cache.md"),
      new RegExp(`${readThroughDefaults.timeoutSeconds} seconds.*${readThroughDefaults.memoryMb} MB`),
    );
    assert.match(
      numbers("docs/database-events.md"),
      new RegExp(`${databaseEventsDefaults.timeoutSeconds} seconds.*${databaseEventsDefaults.memoryMb} MB`),
    );
    for (const { timeoutSeconds } of [cleanLogsDefaults, usageReportDefaults]) {
      assert.match(numbers("docs/scheduled-job.md"), new RegExp(`function has ${timeoutSeconds} seconds`));
    }
  });

  for (const page of pages) {
    it(`has no dead link in ${page}`, () => {
      const text = read(page);
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
        const [file = "", anchor] = target.split("#");
        const linked = file ? path.join(path.dirname(page), file) : page;
        assert.ok(existsSync(path.join(projectRoot, linked)), `${target}: there is no ${linked}`);
        if (anchor) assert.ok(anchors(read(linked)).includes(anchor), `${target}: ${linked} has no such heading`);
      }
    });

    it(`names only npm scripts that exist in ${page}`, () => {
      const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
      const own = read(page).replaceAll(/npm run \S+ -w policy/g, ""); // the pack has scripts of its own
      const named = [...own.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
        ([, run, short]) => run ?? short ?? "",
      );
      for (const script of named) assert.ok(script in scripts, `npm run ${script}`);
    });
  }

  it("lists every setting of Pulumi.yaml in docs/configuration.md, with each key inside it", () => {
    const { config } = parse(read("Pulumi.yaml")) as { config: Record<string, { default?: unknown }> };
    for (const [key, { default: value }] of Object.entries(config)) {
      const row = configuration.split("\n").find((line) => line.startsWith(`| \`${key}\` |`));
      assert.ok(row, `${key} is not in the table of docs/configuration.md`);
      const inner = typeof value === "object" && value !== null ? Object.keys(value) : [];
      for (const name of inner) assert.ok(row.includes(`\`${name}\``), `${key}.${name} is not in: ${row}`);
    }
  });

  it("finds each pattern of the stack in the area whose settings have its key", () => {
    const rows = read("stack/README.md")
      .split("\n")
      .filter((line) => line.startsWith("| `"));
    assert.ok(rows.length > 0);
    for (const row of rows) {
      const [, keys = "", place = ""] = row.split("|");
      const area = Object.entries(areas).find(([name]) => place.includes(`](${name}/settings.ts)`))?.[1];
      const known = Object.keys(area?.settings ?? {});
      for (const [, key = ""] of keys.matchAll(/`(\w+)`/g))
        assert.ok(known.includes(key), `${key} is not in: ${place}`);
    }
  });

  it("names the emulator's version as it is pinned", () => {
    const pinned = /^ministack\[full\]==(.+)$/m.exec(read("local/emulator/requirements.in"))?.[1];
    assert.ok(read("docs/local.md").includes(`measured on MiniStack ${pinned}`));
  });
});

/** Headings as GitHub makes anchors of them. */
function anchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .trim()
      .replaceAll(" ", "-"),
  );
}
