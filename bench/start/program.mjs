// One start of the program under Pulumi's mocks, ours or compiled ahead, to the last resource: prints how many there are.
import module from "node:module";
import path from "node:path";
import { bundle } from "../../cli/bootstrap/bundle.mjs";
import { install } from "../../cli/bootstrap/install.mjs";

const [root, compiled] = process.argv.slice(2);
const load = module.createRequire(path.join(root, "package.json"));

let program = compiled;
if (!compiled) {
  // What every command does before it loads the program.
  await install(root);
  program = await bundle(root, { entry: "index.ts", outfile: ".local/build/index.js" });
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE);
}

const pulumi = load("@pulumi/pulumi");
let resources = 0;
pulumi.runtime.setMocks(
  {
    newResource: ({ name, inputs }) => {
      resources++;
      return { id: `${name}-id`, state: { arn: `arn:aws:test:::${name}`, ...inputs } };
    },
    call: () => ({ accountId: "000000000000", partition: "aws", region: "eu-west-1", name: "eu-west-1" }),
  },
  "headroom",
  "dev",
);
pulumi.runtime.setAllConfig({ "aws:region": "eu-west-1" });
load(program);
await pulumi.runtime.waitForRPCs();
console.log(resources);
