import { imports, stackFile, type UserProgram } from "./userProgram";

/** One for each way in which a program's entry is written and found. */
export const entryPrograms: Record<string, UserProgram> = {
  "es-modules": {
    files: {
      "package.json": JSON.stringify({ name: "es-modules", type: "module" }),
      "tsconfig.json": JSON.stringify({
        "ts-node": { esm: true },
        compilerOptions: { target: "ES2022", module: "nodenext", moduleResolution: "nodenext", strict: true },
        files: ["index.ts"],
      }),
      "Pulumi.dev.yaml": stackFile,
      "site.ts": `${imports}
export const site = new aws.s3.Bucket("site");
`,
      "index.ts": `
import { site } from "./site.js";
const { id } = await Promise.resolve(site);
export const bucket = id;
`,
    },
    planned: ["aws:s3/bucket:Bucket site"],
  },
  "javascript-in-a-folder": {
    files: {
      "Pulumi.yaml": `name: user-program
main: infra/
runtime:
  name: nodejs
  options: { typescript: false, nodeargs: "--title=jobs", packagemanager: pnpm }
`,
      "package.json": JSON.stringify({ name: "shop" }),
      "Pulumi.dev.yaml": stackFile,
      "infra/index.js": `
const aws = require("@pulumi/aws");
module.exports = async () => ({ url: new aws.sqs.Queue(process.title).url });
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "javascript-of-a-package": {
    files: {
      "package.json": JSON.stringify({ name: "shop", type: "module", exports: { ".": { import: "./bin/index.js" } } }),
      "Pulumi.dev.yaml": stackFile,
      "bin/index.js": `
import * as aws from "@pulumi/aws";
export default async () => ({ url: new aws.sqs.Queue("jobs").url });
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "commonjs-in-typescript": {
    files: {
      "Pulumi.yaml": "name: user-program\nruntime: nodejs\nmain: infra/jobs.cts\n",
      "Pulumi.dev.yaml": stackFile,
      "infra/jobs.cts": `${imports}
const jobs: aws.sqs.Queue = new aws.sqs.Queue("jobs");
export const url = jobs.url;
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "commonjs-by-its-name": {
    files: {
      "package.json": JSON.stringify({ name: "shop", main: "jobs.cjs" }),
      "Pulumi.dev.yaml": stackFile,
      "jobs.cjs": 'const aws = require("@pulumi/aws");\nnew aws.sqs.Queue("jobs");\n',
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "module-by-its-name": {
    files: {
      "Pulumi.yaml": "name: user-program\nruntime: nodejs\nmain: jobs.mjs\n",
      "Pulumi.dev.yaml": stackFile,
      "jobs.mjs": `
import * as aws from "@pulumi/aws";
export const { url } = new aws.sqs.Queue("jobs");
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
  "module-in-typescript": {
    files: {
      "Pulumi.yaml": "name: user-program\nruntime: { name: nodejs, options: { typescript: false } }\nmain: jobs.mts\n",
      "Pulumi.dev.yaml": stackFile,
      "jobs.mts": `
import * as aws from "@pulumi/aws";
const jobs: aws.sqs.Queue = new aws.sqs.Queue("jobs");
export const url = jobs.url;
`,
    },
    planned: ["aws:sqs/queue:Queue jobs"],
  },
};
