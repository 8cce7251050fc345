"use strict";
// Mocha's spec reporter, closing with the slowest files and one plain line that any CI can count: "N passed, N failed".
const path = require("node:path");
const { reporters, Runner } = require("mocha");

const { EVENT_RUN_END, EVENT_TEST_END, EVENT_TEST_RETRY, EVENT_HOOK_END } = Runner.constants;

/** As many files, and tests, are named as slowest. */
const named = 10;

module.exports = class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const files = new Map();
    const tests = [];
    const add = ({ file, duration = 0 }) => {
      if (file) files.set(file, (files.get(file) ?? 0) + duration);
    };
    runner.on(EVENT_HOOK_END, add); // what a test file sets up takes most of its time
    runner.on(EVENT_TEST_END, (test) => {
      add(test);
      tests.push({ name: test.fullTitle(), duration: test.duration ?? 0 });
    });
    const again = [];
    runner.on(EVENT_TEST_RETRY, (test, error) => again.push(`${test.fullTitle()}\n${indented(error?.message ?? "")}`));
    runner.once(EVENT_RUN_END, () => {
      if (again.length) console.log(`failed at first and tried again:\n  ${again.join("\n  ")}\n`);
      if (files.size > 1) {
        const ofFiles = [...files].map(([file, duration]) => ({ name: path.relative(process.cwd(), file), duration }));
        list("slowest files", ofFiles);
        list("slowest tests", tests);
      }
      const { passes, failures, pending } = this.stats;
      console.log(`${passes} passed, ${failures} failed${pending ? `, ${pending} skipped` : ""}`);
    });
  }
};

const indented = (text) => text.slice(0, 2_000).replace(/^/gm, "      ");

function list(title, entries) {
  console.log(`${title}:`);
  for (const { name, duration } of entries.sort((a, b) => b.duration - a.duration).slice(0, named)) {
    console.log(`${(duration / 1_000).toFixed(1).padStart(7)} s  ${name}`);
  }
  console.log();
}
