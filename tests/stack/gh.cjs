// Stands in for GitHub's `gh api`, for the scripts of the workflows: comments are kept in a file, requests written down.
const { execFileSync } = require("node:child_process");
const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");

const [, , folder, command, ...args] = process.argv;
const { values, positionals } = parseArgs({
  args,
  allowPositionals: true,
  options: {
    paginate: { type: "boolean" },
    silent: { type: "boolean" },
    jq: { type: "string" },
    method: { type: "string", default: "GET" },
    field: { type: "string" },
  },
});
const fail = (message) => {
  console.error(`gh: ${message}`);
  process.exit(1);
};
if (command !== "api") fail(`unknown command ${command}`);
if (!process.env.GH_TOKEN) fail("no token");

const kept = (name) => {
  const file = path.join(folder, name);
  return {
    read: () => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : []),
    write: (value) => writeFileSync(file, JSON.stringify(value)),
  };
};
const [comments, requests] = [kept("comments.json"), kept("requests.json")];
const [address] = positionals;
requests.write([...requests.read(), `${values.method} ${address}`]);

/** `body=@file` is the text of the file. */
const body = () => {
  const [, file] = /^body=@(.*)$/.exec(values.field ?? "") ?? fail("no body");
  const text = readFileSync(file, "utf8");
  return text.length <= 65_536 ? text : fail("HTTP 422: body is too long");
};
const all = comments.read();
const [, id] = /^repos\/owner\/name\/issues\/comments\/(\d+)$/.exec(address) ?? [];
const list = address === "repos/owner/name/issues/5/comments";
if (values.method === "GET" && list) {
  const shown = JSON.stringify(all);
  process.stdout.write(values.jq ? execFileSync("jq", ["-r", values.jq], { input: shown }) : shown);
} else if (values.method === "POST" && list) {
  comments.write([...all, { id: 100 + all.length, user: { login: "github-actions[bot]" }, body: body() }]);
} else if (values.method === "PATCH" && all.some((comment) => String(comment.id) === id)) {
  comments.write(all.map((comment) => (String(comment.id) === id ? { ...comment, body: body() } : comment)));
} else {
  fail(`HTTP 404: ${values.method} ${address}`);
}
