import { holds, open, policyServer, resource, unknown, violates } from "./expectations";

async function configured(settings: Record<string, unknown>, check: () => Promise<void>): Promise<void> {
  const server = await policyServer();
  try {
    await server.configure(settings);
    await check();
  } finally {
    await server.configure({});
  }
}

describe("governance-regions", () => {
  const there = (region: unknown) => resource("queue", "q", { region });
  it("takes the Regions that the configuration allows, and every one where it says nothing", async () => {
    await holds("governance-regions", there("us-east-1"));
    await configured({ allowedRegions: ["eu-west-1", "eu-central-1"] }, async () => {
      await holds("governance-regions", there("eu-central-1"));
      await violates(
        "governance-regions",
        ['Queue "q": it is in us-east-1; allowed are eu-west-1, eu-central-1.'],
        there("us-east-1"),
      );
      await open("governance-regions", ["q (region)"], there(unknown));
    });
  });
  it("leaves out what is in no Region: roles and policies, components, the stack", async () => {
    const component = { type: "headroom:storage:Thumbnailer", name: "t", properties: {}, links: {} };
    await configured({ allowedRegions: ["eu-west-1"] }, () =>
      holds("governance-regions", resource("role", "r", {}), resource("policy", "p", {}), component),
    );
  });
});

describe("governance-runtimes", () => {
  const fn = (runtime: unknown) => resource("function", "f", { runtime });
  it("takes the runtimes that the configuration allows, and functions from images", async () => {
    await holds("governance-runtimes", fn("ruby3.4"));
    await configured({ allowedRuntimes: ["nodejs24.x"] }, async () => {
      await holds("governance-runtimes", fn("nodejs24.x"));
      await holds("governance-runtimes", fn(undefined));
      await violates("governance-runtimes", ["runtime is ruby3.4; allowed are nodejs24.x"], fn("ruby3.4"));
      await open("governance-runtimes", ["f (runtime)"], fn(unknown));
    });
  });
});

describe("governance-tags", () => {
  const tagged = (tags: unknown) => resource("queue", "q", { tags });
  it("asks for each tag with one of its values, own or by the provider's default", async () => {
    await holds("governance-tags", tagged({}));
    await configured({ requiredTags: { team: ["data", "web"], owner: [] } }, async () => {
      await holds("governance-tags", tagged({ team: "web", owner: "anyone" }));
      await holds("governance-tags", resource("queue", "q", { tagsAll: { team: "web", owner: "anyone" } }));
      await violates("governance-tags", ["it has no tag owner"], tagged({ team: "web" }));
      await violates(
        "governance-tags",
        ['its tag team is "ops"; allowed are data, web'],
        tagged({ team: "ops", owner: "x" }),
      );
      await open("governance-tags", ["q (tags.owner)"], tagged({ team: "web", owner: unknown }));
    });
  });
  it("asks it of everything that has tags, and of nothing that takes none", async () => {
    const topic = { type: "aws:sns/topic:Topic", name: "t", properties: { tags: { a: "b" } }, links: {} };
    await configured({ requiredTags: { team: [] } }, async () => {
      await violates("governance-tags", ['Topic "t": it has no tag team'], topic);
      await holds("governance-tags", resource("rolePolicy", "p", {}), { ...topic, properties: {} });
    });
  });
});

describe("governance-tag-limits", () => {
  const queue = (properties: Record<string, unknown>) => resource("queue", "q", properties);
  const many = (count: number, of = "t") =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`${of}${n}`, "x"]));
  it("counts tags of the resource and of the provider once", async () => {
    await holds("governance-tag-limits", queue({ tags: many(50), tagsAll: many(50) }));
    await violates("governance-tag-limits", ["it has 51 tags"], queue({ tags: many(50), tagsAll: many(1, "u") }));
    await open("governance-tag-limits", ["q (tags)"], queue({ tags: unknown }));
  });
  it("measures keys and values", async () => {
    await holds("governance-tag-limits", queue({ tags: { ["k".repeat(128)]: "v".repeat(256), open: unknown } }));
    await violates(
      "governance-tag-limits",
      ["has a key of 129 characters"],
      queue({ tags: { ["k".repeat(129)]: "v" } }),
    );
    await violates(
      "governance-tag-limits",
      ["team has a value of 257 characters"],
      queue({ tags: { team: "v".repeat(257) } }),
    );
  });
  it("advises against names that AWS keeps, which the provider does not send", async () => {
    await violates(
      "governance-tag-limits",
      ["its tag aws:team has a name that AWS keeps"],
      queue({ tags: { "aws:team": "web" } }),
    );
  });
});

describe("a setting", () => {
  it("raises an adjustable limit to the account's own figure", async () => {
    const greedy = resource("function", "greedy", { reservedConcurrentExecutions: 1_900 });
    await violates("lambda-concurrency", ["the account's 1000 less 100 are 900"], greedy);
    await configured({ limits: { "lambda.concurrency": 2_000 } }, async () => {
      await holds("lambda-concurrency", greedy);
      const over = resource("function", "greedy", { reservedConcurrentExecutions: 1_901 });
      await violates("lambda-concurrency", ["the account's 2000 less 100 are 1900"], over);
    });
  });
});
