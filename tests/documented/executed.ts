/** How a command of the documentation is known to work. */
export type Proof =
  /** Another test executes it: the file, and what in it does. */
  | { file: string; call: string }
  /** The test of the documentation executes this line, which must end well. */
  | { here: string };

/** The test that runs every command of docs/tutorial.md. */
const tutorial: Proof = { file: "tests/documented/tutorial.test.ts", call: 'const page = "docs/tutorial.md"' };

/** Every documented command that this machine can run, by its name, with the test that runs it. */
export const executed: Record<string, Proof> = {
  "npm start": { file: "tests/stack/commands.local.test.ts", call: 'checkout.run("up", "--stack", "local"' },
  "npm run up": { file: "tests/stack/commands.local.test.ts", call: 'checkout.run("up", "--stack", "local"' },
  "npm run watch": { file: "tests/stack/watch.test.ts", call: 'checkout.begin("watch")' },
  "npm run down": { file: "tests/stack/commands.local.test.ts", call: 'checkout.run("down")' },
  "npm run logs": { file: "tests/stack/commands.local.test.ts", call: 'checkout.run("logs", "cronFunction")' },
  "npm run invoke": {
    file: "tests/stack/commands.local.test.ts",
    call: 'checkout.run("invoke", "cronFunction", "{}")',
  },
  "npm run dead-letters": { file: "tests/stack/commands.local.test.ts", call: 'checkout.run("dead-letters")' },
  "npm run clock": { file: "tests/stack/commands.local.test.ts", call: 'checkout.run("clock", "+1d")' },
  "npm run sign-in": { file: "tests/stack/signin.test.ts", call: '"sign-in"' },
  "npm run preview": { file: "tests/stack/commands.test.ts", call: 'checkout.run("preview", "--stack", "dev")' },
  "npm run cost": { file: "tests/stack/commands.test.ts", call: '"cost", "--stack", "dev", "--usage", "requests=50M"' },
  "npm run prices": { file: "tests/unit/report/listedPrices.test.ts", call: 'prices("--from", folder' },
  "npm run report": { file: "tests/stack/report.test.ts", call: '"report", "--stack", "dev"' },
  "npm run policy": { file: "tests/stack/policyCommands.test.ts", call: '"policy"' },
  "npm run limits": { here: "npm run limits" },
  "npm run build": { here: "npm run build" },
  "npm run build -w policy": { here: "npm run build -w policy" },
  "npm run docs": { here: "npm run docs" },
  "npm run docs:picture": { here: "npm run docs:picture" },
  "npm run docs -w policy": { here: "npm run docs -w policy" },
  "npm run site": { file: "tests/documented/site.test.ts", call: '["run", "site"]' },
  "npm run docs:api": { file: "cli/commands/test.ts", call: '"typedoc", "--emit", "none"' },
  "npm run lint": { file: "cli/commands/test.ts", call: '["depcruise", "--output-type", "err-long", "."]' },
  "npm pack": { file: "tests/stack/archives.ts", call: '["components", ["pack"]]' },
  "npm pack -w policy": { file: "tests/stack/archives.ts", call: '["pack", "--workspace", "policy"]' },
  "npm pack -w tool": { file: "tests/stack/archives.ts", call: '["pack", "--workspace", "tool"]' },
  "npx headroom preview": { file: "tests/stack/userPrograms.test.ts", call: 'run(name, "preview", "--json"' },
  "npx headroom report": { file: "tests/stack/userPrograms.test.ts", call: 'run(name, "report", "--json")' },
  "npx headroom cost": { file: "tests/stack/userPrograms.test.ts", call: 'run(name, "cost", "--json"' },
  "npx headroom policy": { file: "tests/stack/userPrograms.test.ts", call: '"policy", "--file", "state.json"' },
  "npx headroom doctor": { file: "tests/stack/userLocal.test.ts", call: 'run(name, "doctor", "--json")' },
  "npx headroom up": { file: "tests/stack/userLocal.test.ts", call: 'run(name, "up", "--json", "--skip-type-check")' },
  "npx headroom watch": { file: "tests/stack/userLocal.test.ts", call: 'tool.start(name, "watch"' },
  "npx headroom down": { file: "tests/stack/userLocal.test.ts", call: 'run(each, "down")' },
  "npx headroom init": tutorial,
  "npx headroom logs": tutorial,
  "npx headroom invoke": tutorial,
  "npx headroom dead-letters": tutorial,
  git: tutorial,
  curl: tutorial,
  "npm install": { file: "tests/stack/installed.test.ts", call: 'npm(folder, "install"' },
  "npm run pulumi": { file: "tests/stack/plain.test.ts", call: "npm run --silent pulumi -- about --json" },
  "pulumi stack init": { file: "tests/stack/plain.test.ts", call: 'run("stack", "init", stack)' },
  "pulumi preview": { file: "tests/stack/plain.test.ts", call: 'run("preview", "--stack", "dev", "--policy-pack"' },
  "pulumi up": { file: "tests/stack/plain.test.ts", call: 'run("up", ...here, "--policy-pack", "policy")' },
  "pulumi destroy": { file: "tests/stack/plain.test.ts", call: 'run("destroy", ...here)' },
  "pulumi policy analyze": { file: "tests/stack/policyCommands.test.ts", call: '"policy"' },
};

/** Commands that no test here can run, each with the reason. The flags of those of Pulumi's CLI are checked all the same. */
export const excepted: Record<string, string> = {
  "npm ci": "the packages that every test runs with were installed by it",
  "npm test": "it is what runs this",
  "npm run format": "it rewrites the sources; the same tool, asked to check, is a part of npm test",
  "npm run bench": "it measures for minutes; the names after it are checked",
  "npm audit": "it needs a registry that knows advisories and signatures",
  "npm publish": "it publishes to the npm registry",
  "npm publish -w policy": "it publishes to the npm registry",
  "pulumi login": "it needs a backend of the user's: Pulumi Cloud, or a bucket",
  "pulumi stack export": "it needs a login",
  "pulumi config set": "it needs a login",
  "pulumi install": "it is the official CLI's, which makes the virtual environment of a program in Python",
  "pulumi convert": "the page says that the language host of a built CLI does not do it",
  "pulumi package add": "it needs the Node language host of an installed CLI",
  "pulumi policy publish": "it needs Pulumi Cloud",
  aws: "the AWS CLI is no part of the project; tests make the same calls through the SDK",
  jq: "no part of the project",
  gh: "it needs GitHub; tests/unit/workflows.test.ts runs the scripts with a gh that answers as told",
  node: "reads an output of the stack that npm start has made",
};
