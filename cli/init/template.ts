/** What a new project is made with. */
export interface TemplateArgs {
  project: string;
  region: string;
  /** Versions, addresses or archives of the packages, by name. */
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  /** Exact version of TypeScript. */
  typescript: string;
}

const program = `import { AttributeType, HttpApi, HttpMethod, NodeFunction, readWriteItems, Table } from "@headroom-serverless/components";

const notes = new Table("notes", {
  attributes: { id: AttributeType.String },
  hashKey: "id",
  // So that a stack that is tried out can be destroyed. Leave it out where rows must not be lost: it is on by itself.
  deletionProtection: false,
});

const answer = new NodeFunction("answer", {
  entry: "handler.ts",
  timeoutSeconds: 10,
  // The rights on this one table, and its name in TABLE: one step.
  links: [readWriteItems(notes, { variable: "TABLE" })],
});

const api = new HttpApi("api", {
  routes: [
    // Anybody may call. For callers who are signed in: authorizers, and their names on the routes.
    { method: HttpMethod.Get, path: "/notes/{id}", function: answer, public: true },
    { method: HttpMethod.Put, path: "/notes/{id}", function: answer, public: true },
  ],
});

export const url = api.url;
export const table = notes.tableName;
export const fn = answer.functionName;
`;

const handler = `import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

const dynamodb = new DynamoDBClient({});
const TableName = process.env.TABLE;

/** What an HTTP API sends, as far as it is read here. */
interface Request {
  requestContext: { http: { method: string } };
  pathParameters: { id: string };
  body?: string;
  isBase64Encoded: boolean;
}

export const handler = async ({ requestContext, pathParameters: { id }, body = "", isBase64Encoded }: Request) => {
  if (requestContext.http.method === "PUT") {
    const text = Buffer.from(body, isBase64Encoded ? "base64" : "utf8").toString();
    await dynamodb.send(new PutItemCommand({ TableName, Item: { id: { S: id }, text: { S: text } } }));
    return { statusCode: 204 };
  }
  const { Item } = await dynamodb.send(new GetItemCommand({ TableName, Key: { id: { S: id } } }));
  return Item ? { statusCode: 200, body: Item.text?.S } : { statusCode: 404 };
};
`;

const policies = {
  headroom: {
    exemptions: [
      {
        rule: "cloudwatch-alarm-actions",
        resource: "*",
        reason: "Alarms show in CloudWatch only, until somebody is named to notify",
      },
    ],
  },
  "apigateway-route-authorizer": "advisory",
};

const compiler = {
  compilerOptions: {
    strict: true,
    target: "es2022",
    module: "commonjs",
    moduleResolution: "node",
    skipLibCheck: true,
    noEmit: true,
  },
  include: ["*.ts"],
};

const workflow = `# What a pull request would change, what it would cost, and whether AWS and the policies would let it: no credentials are needed.
name: preview
on:
  pull_request:
permissions:
  contents: read
jobs:
  report:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
          fetch-depth: 0 # the base, and the commit where the pull request left it
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx headroom report --base "origin/$GITHUB_BASE_REF" --sarif report.sarif
      - if: "!cancelled()"
        run: cat .headroom/report/report.md >> "$GITHUB_STEP_SUMMARY"
`;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of a new project with one pattern, an API over a table, by their names. */
export function templateFiles(args: TemplateArgs): Record<string, string> {
  const { project, region, dependencies, devDependencies, typescript } = args;
  const manifest = {
    name: project,
    private: true,
    main: "index.ts",
    scripts: { preview: "headroom preview", start: "headroom up", down: "headroom down" },
    dependencies,
    devDependencies,
    // Another version in the range of some package takes npm 11 for ever.
    overrides: { typescript },
    allowScripts: { esbuild: true, protobufjs: true },
  };
  return {
    "Pulumi.yaml": `name: ${project}\nruntime: nodejs\ndescription: An API over a table\n`,
    "Pulumi.dev.yaml": `config:\n  aws:region: ${region}\n`,
    "package.json": json(manifest),
    "tsconfig.json": json(compiler),
    "index.ts": program,
    "handler.ts": handler,
    "policy-config.json": json(policies),
    ".gitignore": "node_modules/\n.headroom/\n",
    ".github/workflows/preview.yml": workflow,
  };
}
