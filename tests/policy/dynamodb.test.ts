import { cases, resource, unknown } from "./expectations";
import { type Sent } from "./server";

const table = (more: Record<string, unknown>, links = {}): Sent =>
  resource("table", "orders", { name: "orders", arn: "arn:orders", streamArn: "arn:orders/stream", ...more }, links);
const attributes = (...names: string[]) => names.map((name) => ({ name, type: "S" }));
const two = [{ regionName: "eu-west-2" }, { regionName: "eu-west-3" }];
const strong = two.map((replica) => ({ ...replica, consistencyMode: "STRONG" }));

cases("dynamodb-keys", {
  holds: {
    "a table whose keys are declared": [
      table({
        hashKey: "id",
        rangeKey: "at",
        attributes: attributes("id", "at", "team", "state", "rank"),
        globalSecondaryIndexes: [
          { name: "a", hashKey: "team" },
          { name: "b", keySchemas: [{ attributeName: "state", keyType: "HASH" }] },
        ],
        localSecondaryIndexes: [{ name: "c", rangeKey: "rank" }],
      }),
    ],
    "a replica that declares nothing": [table({})],
  },
  violates: {
    "an index on an attribute that is not declared": [
      ["globalSecondaryIndexes[0].hashKey is team", "attributes does not declare"],
      table({ hashKey: "id", attributes: attributes("id"), globalSecondaryIndexes: [{ name: "a", hashKey: "team" }] }),
    ],
    "an attribute that is a key of nothing": [
      ["attributes declares team", "a key of nothing"],
      table({ hashKey: "id", attributes: attributes("id", "team") }),
    ],
  },
  open: {
    "a key that is unknown": [["keys and attributes"], table({ hashKey: unknown, attributes: attributes("id") })],
    "indexes that are unknown": [
      ["keys and attributes"],
      table({ hashKey: "id", attributes: attributes("id"), globalSecondaryIndexes: unknown }),
    ],
    "attributes that are no list": [["attributes"], table({ hashKey: "id", attributes: "id" })],
  },
});

cases("dynamodb-ttl-key", {
  holds: {
    "an attribute that is no key": [table({ hashKey: "id", ttl: { attributeName: "expiresAt", enabled: true } })],
    "a table without a time to live": [table({ hashKey: "id" })],
  },
  violates: {
    "the range key": [
      ["ttl.attributeName is at, which is rangeKey too"],
      table({ hashKey: "id", rangeKey: "at", ttl: { attributeName: "at" } }),
    ],
  },
  open: {
    "an attribute that is unknown": [["ttl.attributeName"], table({ hashKey: "id", ttl: { attributeName: unknown } })],
    "keys that are unknown": [["keys"], table({ hashKey: unknown, ttl: { attributeName: "at" } })],
  },
});

const keySchemas = (hash: number, range: number) => [
  ...Array.from({ length: hash }, (_, index) => ({ attributeName: `h${index}`, keyType: "HASH" })),
  ...Array.from({ length: range }, (_, index) => ({ attributeName: `r${index}`, keyType: "RANGE" })),
];
const indexed = (schema: unknown) => table({ globalSecondaryIndexes: [{ name: "a", keySchemas: schema }] });

cases("dynamodb-index-keys", {
  holds: {
    "4 hash and 4 range keys": [indexed(keySchemas(4, 4))],
    "1 hash key alone": [indexed(keySchemas(1, 0))],
    "an index of the older form": [table({ globalSecondaryIndexes: [{ name: "a", hashKey: "id" }] })],
  },
  violates: {
    "5 hash keys": [["number of HASH keys in globalSecondaryIndexes[0].keySchemas is 5"], indexed(keySchemas(5, 0))],
    "5 range keys": [["number of RANGE keys", "is 5"], indexed(keySchemas(1, 5))],
    "no hash key": [["number of HASH keys", "is 0"], indexed(keySchemas(0, 1))],
  },
  open: { "a kind that is unknown": [["keySchemas"], indexed([{ attributeName: "a", keyType: unknown }])] },
});

for (const [rule, property] of [
  ["dynamodb-account-read-capacity", "readCapacity"],
  ["dynamodb-account-write-capacity", "writeCapacity"],
] as const) {
  const provisioned = (name: string, capacity: unknown, more = {}) =>
    resource("table", name, { name, [property]: capacity, ...more });
  cases(rule, {
    holds: {
      "80,000 units over two tables": [provisioned("a", 40_000), provisioned("b", 40_000)],
      "tables of two Regions": [
        provisioned("a", 40_000),
        provisioned("b", 40_000),
        provisioned("c", 1, { region: "eu-west-2" }),
      ],
      "tables that pay by request": [provisioned("a", 80_001, { billingMode: "PAY_PER_REQUEST" })],
    },
    violates: {
      "one unit more, an index included": [
        [`sum of ${property} over 2 tables of a Region is 80,001`],
        provisioned("a", 40_000),
        provisioned("b", 40_000, { globalSecondaryIndexes: [{ name: "i", [property]: 1 }] }),
      ],
    },
    open: { "capacity that is unknown": [[`${property} of all tables`], provisioned("a", unknown)] },
  });
}

const target = (dimension: string, resourceId: unknown = "table/orders", links = {}): Sent =>
  resource(
    "scalingTarget",
    dimension,
    { scalableDimension: `dynamodb:table:${dimension}CapacityUnits`, resourceId },
    links,
  );

cases("dynamodb-scaling", {
  holds: {
    "a table that pays by request": [table({ billingMode: "PAY_PER_REQUEST" })],
    "targets for both dimensions": [table({}), target("Read"), target("Write")],
    "targets that are linked, while names are unknown": [
      table({ name: unknown }),
      target("Read", unknown, { resourceId: ["table:orders"] }),
      target("Write", unknown, { resourceId: ["table:orders"] }),
    ],
  },
  violates: {
    "capacity that is fixed": [["its read and write capacity is fixed"], table({ billingMode: "PROVISIONED" })],
    "one target of two": [["its write capacity is fixed"], table({}), target("Read")],
    "targets of another table": [["read and write"], table({}), target("Read", "table/a"), target("Write", "table/a")],
  },
  open: {
    "targets of a table that is unknown": [
      ["autoscaling"],
      table({}),
      target("Read", unknown),
      target("Write", unknown),
    ],
  },
});

cases("dynamodb-replica-capacity", {
  holds: {
    "replicas that pay by request": [table({ replicas: two, billingMode: "PAY_PER_REQUEST" })],
    "write capacity that follows its use": [table({ replicas: two }), target("Write")],
    "a table of one Region": [table({})],
  },
  violates: {
    "replicas with fixed write capacity": [
      ["it has replicas, and write capacity without autoscaling"],
      table({ replicas: two }),
    ],
    "a replica that is a resource of its own": [
      ["without autoscaling"],
      table({}),
      resource("tableReplica", "copy", { globalTableArn: "arn:orders" }),
    ],
  },
  open: { "targets that are unknown": [["autoscaling"], table({ replicas: two }), target("Write", unknown)] },
});

cases("dynamodb-replica-stream", {
  holds: {
    "new and old images": [table({ replicas: two, streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" })],
    "strong consistency, which needs no stream": [table({ replicas: strong })],
    "a table of one Region": [table({ streamViewType: "KEYS_ONLY" })],
  },
  violates: {
    "replicas without a stream": [["it has replicas, and no stream"], table({ replicas: two })],
    "a stream of keys only": [
      ["streamViewType is KEYS_ONLY"],
      table({ replicas: two, streamEnabled: true, streamViewType: "KEYS_ONLY" }),
    ],
  },
  open: {
    "a view that is unknown": [
      ["streamViewType"],
      table({ replicas: two, streamEnabled: true, streamViewType: unknown }),
    ],
  },
});

cases("dynamodb-strong-consistency", {
  holds: {
    "two replicas": [table({ replicas: strong })],
    "one replica and a witness": [
      table({ replicas: strong.slice(1), globalTableWitness: { regionName: "eu-west-2" } }),
    ],
    "any number with eventual consistency": [table({ replicas: two.slice(1) })],
  },
  violates: {
    "one replica": [["is 2 Regions"], table({ replicas: strong.slice(1) })],
    "two replicas and a witness": [
      ["is 4 Regions"],
      table({ replicas: strong, globalTableWitness: { regionName: "x" } }),
    ],
  },
  open: {
    "a mode that is unknown": [
      ["consistencyMode"],
      table({ replicas: [{ regionName: "x", consistencyMode: unknown }] }),
    ],
  },
});

const mapping = (name: string, eventSourceArn: unknown = "arn:orders/stream", links = {}) =>
  resource("eventSourceMapping", name, { eventSourceArn }, links);
const pipe = resource("pipe", "pipe", { source: "arn:orders/stream" });

cases("dynamodb-stream-readers", {
  holds: {
    "two readers": [table({}), mapping("a"), pipe],
    "one reader of a global table": [table({ replicas: two }), mapping("a")],
    "readers of other streams": [table({}), mapping("a"), mapping("b"), mapping("c", "arn:other")],
  },
  violates: {
    "three readers": [
      ["number of readers of its stream is 3", "at most 2"],
      table({}),
      mapping("a"),
      mapping("b"),
      pipe,
    ],
    "three readers, while ARNs are unknown": [
      ["is 3 readers"],
      table({ arn: unknown, streamArn: unknown }),
      ...["a", "b", "c"].map((name) => mapping(name, unknown, { eventSourceArn: ["table:orders"] })),
    ],
    "two readers of a global table": [
      ["is 2 readers", "at most 1"],
      table({ replicas: two }),
      mapping("a"),
      mapping("b"),
    ],
  },
  open: { "a reader of nobody knows what": [["readers of its stream"], table({}), mapping("a", unknown)] },
});

cases("dax-availability", {
  holds: {
    "3 nodes": [resource("daxCluster", "c", { replicationFactor: 3 })],
    nothing: [resource("daxCluster", "c", {})],
  },
  violates: { "2 nodes": [["replicationFactor is 2"], resource("daxCluster", "c", { replicationFactor: 2 })] },
  open: {
    "a number that is unknown": [["replicationFactor"], resource("daxCluster", "c", { replicationFactor: unknown })],
  },
});
