import assert from "node:assert/strict";
import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../local/project";
import { Checkout } from "../stack/checkout";

/** Imports that no room may make, and what is said of each. */
const wrong: { file: string; line: string; answer: RegExp }[] = [
  {
    file: "policy/frame/known.ts",
    line: 'import "../../components/dynamodb/table";',
    answer:
      /policy-imports: policy\/frame\/known\.ts → components\/dynamodb\/table\.ts policy may import limits\/: .+ Instead, read/,
  },
  {
    file: "components/packaging/userCache.ts",
    line: 'export type { Area } from "../../stack/area";',
    answer:
      /components-imports: .+userCache\.ts → stack\/area\.ts components may import limits\/: .+ Instead, give the component/,
  },
  {
    file: "handlers/time-budget.ts",
    line: 'export type { BucketArgs } from "../components/storage/bucketArgs";',
    answer:
      /handlers-imports: handlers\/time-budget\.ts → components\/storage\/bucketArgs\.ts handlers may import limits\/: /,
  },
  {
    file: "local/processes.ts",
    line: 'import "../cli/terminal/errors";',
    answer: /local-imports: local\/processes\.ts → cli\/terminal\/errors\.ts local may import no other room: /,
  },
  {
    file: "stack/area.ts",
    line: 'import "../report/compose";',
    answer:
      /stack-imports: stack\/area\.ts → report\/compose\.ts stack may import components\/, limits\/, report\/cost\/usage\.ts: /,
  },
  {
    file: "policy/main.js",
    line: 'require("../cli/bootstrap/install.mjs");',
    answer: /policy-imports-exception: policy\/main\.js → cli\/bootstrap\/install\.mjs /,
  },
  {
    file: "local/processes.ts",
    line: 'export type { projectRoot } from "./project";',
    answer:
      /no-circles: local\/pro\w+\.ts → local\/pro\w+\.ts → local\/pro\w+\.ts These files import each other, if only for a type/,
  },
  {
    // packaging/nativeModules.ts imports core/, and no file of packaging/ imports this one.
    file: "components/core/nearest.ts",
    line: 'export type {} from "../packaging/archive";',
    answer:
      /no-folder-circles: components\/core → components\/packaging → components\/core These folders of components\/ import each other/,
  },
];

describe("the walls between the rooms", function () {
  this.timeout(120_000);

  it("are in the picture of docs/architecture.md as the imports are now (npm run docs)", async () => {
    const script = pathToFileURL(path.join(projectRoot, "docs", "rooms.mjs")).href;
    const { architecturePage } = (await import(script)) as { architecturePage: () => string };
    assert.equal(readFileSync(path.join(projectRoot, "docs", "architecture.md"), "utf8"), architecturePage());
  });

  it("have a page in each room that says what lives there, what it may touch, and how it is tested", async () => {
    const script = pathToFileURL(path.join(projectRoot, ".dependency-cruiser.mjs")).href;
    const { rooms } = (await import(script)) as { rooms: Record<string, unknown> };
    for (const room of [...Object.keys(rooms), "policy/rules", "tests", "bench"]) {
      if (room === "index.ts") continue;
      const text = readFileSync(path.join(projectRoot, room, "README.md"), "utf8");
      assert.match(
        text,
        room === "policy" ? /## Where things are\n[^#]*imports `limits\/` alone/ : /^- \*\*May touch\*\* /m,
        room,
      );
      assert.match(text, /npm (test|run bench) -- /, room);
    }
  });

  it("stop an import through them with what is allowed, why, and what to do instead", async () => {
    const checkout = await Checkout.copy();
    try {
      // Right by itself: the other half of the circle.
      appendFileSync(checkout.path("local/project.ts"), 'export type { Mark } from "./processes";\n');
      for (const { file, line } of wrong) appendFileSync(checkout.path(file), `${line}\n`);
      const { code, stdout, stderr } = await checkout.runLine("node_modules/.bin/depcruise --output-type err-long .");
      assert.notEqual(code, 0, stderr);
      const said = stdout.replaceAll(/\s+/g, " ");
      for (const { answer } of wrong) assert.match(said, answer);
    } finally {
      await checkout.close();
    }
  });
});
