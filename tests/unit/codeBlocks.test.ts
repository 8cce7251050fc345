import { Analyzer } from "@pulumi/pulumi/provider/experimental/analyzer";
import assert from "node:assert/strict";
import { globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import ts from "typescript";
import { projectRoot } from "../../local/project";

/** A block of TypeScript in a page, as a file next to nothing. */
interface Block {
  page: string;
  line: number;
  code: string;
}

const pages = globSync(["*.md", "docs/*.md", "policy/*.md"], { cwd: projectRoot }).sort();

const blocks = pages.flatMap((page): Block[] => {
  const text = readFileSync(path.join(projectRoot, page), "utf8");
  return [...text.matchAll(/(?<!-->\n)^```ts\n([^]*?)^```/gm)].map(({ index, 1: code = "" }) => ({
    page,
    line: text.slice(0, index).split("\n").length + 1,
    code,
  }));
});

/** What the compiler says of the blocks, each a module of its own that finds the components as a user's program would. */
function problems(): string[] {
  const blocksByFile = new Map(
    blocks.map((block, index) => [path.join(projectRoot, "docs", `block${index}.ts`), block]),
  );
  const options: ts.CompilerOptions = {
    ...ts.parseJsonConfigFileContent({ extends: "./tsconfig.json" }, ts.sys, projectRoot).options,
    noUnusedLocals: false,
    noEmit: true,
    paths: {
      "@headroom-serverless/components": [path.join(projectRoot, "components/index.ts")],
      "@headroom-serverless/components/limits": [path.join(projectRoot, "limits/index.ts")],
    },
  };
  const host = ts.createCompilerHost(options);
  const disk = { ...host };
  host.fileExists = (file) => blocksByFile.has(file) || disk.fileExists(file);
  host.readFile = (file) => blocksByFile.get(file)?.code ?? disk.readFile(file);
  host.getSourceFile = (file, target, ...rest) => {
    const block = blocksByFile.get(file);
    return block ? ts.createSourceFile(file, block.code, target, true) : disk.getSourceFile(file, target, ...rest);
  };
  const program = ts.createProgram(
    [...blocksByFile.keys(), path.join(projectRoot, "components/index.ts")],
    options,
    host,
  );
  const own = listExports(program, path.join(projectRoot, "components/index.ts"));
  return [...blocksByFile].flatMap(([file, { page, line }]) => {
    const source = program.getSourceFile(file);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found
      .filter((each) => !isLeftOut(each, own))
      .map(({ start = 0, messageText }) => {
        const at = line + (source?.getLineAndCharacterOfPosition(start).line ?? 0);
        return `${page}:${at}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
      });
  });
}

/** Names that a module exports. */
function listExports(program: ts.Program, file: string): Set<string> {
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(program.getSourceFile(file)!)!;
  return new Set(checker.getExportsOfModule(module).map(({ name }) => name));
}

/** A fragment leaves out what the reader has (`orders`), and imports that a fragment above it made. */
function isLeftOut({ messageText }: ts.Diagnostic, own: ReadonlySet<string>): boolean {
  const [, name = ""] = /^Cannot find name '(\w+)'/.exec(ts.flattenDiagnosticMessageText(messageText, "")) ?? [];
  return /^[a-z]/.test(name) || own.has(name);
}

/** Code of the project that a page shows, below a comment with the name of its file. */
const excerpts = pages.flatMap((page) =>
  [...readFileSync(path.join(projectRoot, page), "utf8").matchAll(/^<!-- (\S+) -->\n```ts\n([^]*?)^```/gm)].map(
    ([, file = "", code = ""]) => ({ page, file, code }),
  ),
);

describe("the code in the documentation", function () {
  this.timeout(180_000);

  it("compiles against the components", () => {
    assert.ok(blocks.length > 20);
    assert.deepEqual(problems(), []);
  });

  for (const { page, file, code } of excerpts) {
    it(`shows ${file} in ${page} as it is`, () => {
      assert.ok(readFileSync(path.join(projectRoot, file), "utf8").includes(code), code);
    });
  }

  it("makes a plugin for other languages of the one in docs/library.md: its class has a schema", () => {
    const plugin = blocks.find(({ code }) => code.includes("componentProviderHost"))!;
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-plugin-"));
    try {
      writeFileSync(path.join(folder, "index.ts"), plugin.code);
      symlinkSync(path.join(projectRoot, "node_modules"), path.join(folder, "node_modules"));
      const { components } = new Analyzer(folder, "photos", { name: "photos" }, new Set(["Photos"])).analyze();
      const { inputs = {}, outputs = {} } = components.Photos ?? {};
      assert.deepEqual([inputs.prefix?.plain, Object.keys(outputs)], [true, ["uploads"]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
