// Makes what is published: the commands as one file, and beside it what they need of the other rooms.
import { build } from "esbuild";
import { cpSync, readFileSync, rmSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const out = path.join(here, "dist");
const { version } = module.createRequire(import.meta.url)("@pulumi/aws/package.json");

const common = {
  absWorkingDir: root,
  bundle: true,
  packages: "external",
  format: "cjs",
  platform: "node",
  target: "node22",
};

rmSync(out, { recursive: true, force: true });
await build({
  ...common,
  entryPoints: ["cli/headroom/index.ts"],
  outfile: path.join(out, "headroom.js"),
  plugins: [
    {
      // The version that the tables are made of: at run time the package's name leads to the user's own copy.
      name: "aws-version",
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^@pulumi\/aws\/package\.json$/ }, () => ({
          path: "aws-version",
          namespace: "aws-version",
        }));
        onLoad({ filter: /.*/, namespace: "aws-version" }, () => ({
          contents: JSON.stringify({ version }),
          loader: "json",
        }));
      },
    },
  ],
});
await build({ ...common, entryPoints: ["policy/index.ts"], outfile: path.join(out, "policy", "dist", "index.js") });
const pack = JSON.parse(readFileSync(path.join(root, "policy", "package.json"), "utf8")).files;
for (const name of [...pack.filter((each) => !each.startsWith("dist")), "package.json"]) {
  cpSync(path.join(root, "policy", name), path.join(out, "policy", name), { recursive: true });
}
const schema = path.join("local", "provider", "schema", "aws.json");
cpSync(path.join(root, schema), path.join(out, schema));
for (const name of ["boundToParent.cjs", "compiledPack.cjs", "earlyPack.cjs", "lazyPulumi.cjs", "quietPulumi.cjs"]) {
  const preload = path.join("cli", "bootstrap", name);
  cpSync(path.join(root, preload), path.join(out, preload));
}
for (const name of ["engine/build", "emulator"]) {
  cpSync(path.join(root, "local", name), path.join(out, "local", name), {
    recursive: true,
    filter: (file) => !/\.ts$|__pycache__|upstream/.test(path.relative(root, file)),
  });
}
