import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import path from "node:path";

describe("what shows that a command works", () => {
  /** Runs code with the terminal's modules in a process of its own, whose standard output may say that it is a terminal. */
  function run(
    code: string,
    { columns, environment = {} }: { columns?: number; environment?: NodeJS.ProcessEnv } = {},
  ) {
    const root = path.resolve(__dirname, "../../..");
    const terminal =
      columns === undefined
        ? ""
        : `process.stdout.isTTY = true; process.stdout.columns = ${columns};
      process.stdout.getColorDepth = require("node:tty").WriteStream.prototype.getColorDepth;`;
    const script = `${terminal}
      const { guardOutput } = require("./cli/terminal/printable");
      const { fit, paint, say, width } = require("./cli/terminal/display");
      const { Progress } = require("./cli/terminal/progress");
      guardOutput();
      ${code}`;
    // Node takes the terminal of a CI for one without colours.
    const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...others } = process.env;
    const env = { ...others, TERM: "xterm-256color", ...environment };
    const args = ["--require", "ts-node/register/transpile-only", "--eval", script];
    return execFileSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  }

  it("is a line at once where nobody has a terminal, without colours or moves of the cursor", () => {
    const code =
      'const p = new Progress("planning"); say("made"); p.update("1 of 2", { now: true }); p.end(); say("done");';
    assert.equal(run(code), "  planning\nmade\n  1 of 2\ndone\n");
  });

  it("is one line of a terminal that others push on, cut to its columns, and gone at the end", () => {
    const code =
      'const p = new Progress("planning, and more than there is room for"); say("made"); p.end(); say("done");';
    const shown = "planning, and more …";
    assert.equal(
      run(code, { columns: 21, environment: { NO_COLOR: "1" } }),
      `${shown}\r\u001b[Kmade\n${shown}\r\u001b[Kdone\n`,
    );
  });

  it("gives a terminal that cannot move lines, and colours to no terminal with NO_COLOR", () => {
    const code = 'const p = new Progress("planning"); p.end();';
    assert.equal(run(code, { columns: 80, environment: { TERM: "dumb", NO_COLOR: "1" } }), "  planning\n");
    const painted = 'say(paint("red", "x"));';
    assert.equal(run(painted), "x\n");
    assert.equal(run(painted, { columns: 80, environment: { NO_COLOR: "1" } }), "x\n");
    assert.equal(run(painted, { columns: 80 }), "\u001b[31mx\u001b[39m\n");
  });

  it("never lets a text of others move the cursor", () => {
    const code = 'const p = new Progress("a\\u001b[2Jb"); p.end();';
    assert.match(run(code, { columns: 80, environment: { NO_COLOR: "1" } }), /^a\\u001b\[2Jb/);
  });
});
