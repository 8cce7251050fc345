import { type TypeRows } from "../../schema";
import { at, says } from "../given";
import { page } from "../pages";

const api = (what: string) => page(`eventbridge/latest/schema-reference/${what}`);
const bus = "arn:aws:events:eu-west-1:111122223333:event-bus/orders";
const openApi = (openapi: string) => JSON.stringify({ openapi, info: { title: "a", version: "1" }, paths: {} });
const Statement = [
  { Sid: "a", Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "schemas:DescribeRegistry", Resource: "*" },
];

/** What registries of schemas refuse. */
export const eventSchemas: readonly TypeRows[] = [
  {
    type: "aws:schemas/discoverer:Discoverer",
    source: api("v1-discoverers"),
    rows: [
      at("sourceArn", "a discoverer reads a bus", { arnOf: ["events"] }, bus, "arn:aws:sqs:eu-west-1:111122223333:q"),
      at("sourceArn", "a discoverer reads a bus of its Region", { ownRegion: true }, bus, bus.replace("eu-", "us-")),
    ],
  },
  {
    type: "aws:schemas/registry:Registry",
    source: api("v1-registries-name-registryname"),
    rows: [
      at("name", "names that begin with aws. are AWS's own", { not: { pattern: "^aws\\." } }, "orders", "aws.orders"),
    ],
  },
  {
    type: "aws:schemas/registryPolicy:RegistryPolicy",
    source: api("v1-policy"),
    rows: [
      at(
        "policy",
        "a policy has a Version",
        { properties: { $json: { required: ["Version"] } } },
        JSON.stringify({ Version: "2012-10-17", Statement }),
        JSON.stringify({ Statement }),
      ),
    ],
  },
  {
    type: "aws:schemas/schema:Schema",
    source: api("v1-registries-name-registryname-schemas-name-schemaname"),
    rows: [
      at("content", "a schema is JSON", { format: "json" }, openApi("3.0.1"), "{openapi: 3}"),
      says(
        "a schema of OpenAPI is of its version 3.0",
        { when: { type: "OpenApi3" }, properties: { "content.$json.openapi": { pattern: "^3\\.0\\.\\d(-.+)?$" } } },
        { type: "OpenApi3", content: openApi("3.0.1") },
        { type: "OpenApi3", content: openApi("3.1.0") },
      ),
      says(
        "a schema of OpenAPI has no $schema",
        { when: { type: "OpenApi3" }, properties: { "content.$json": { excluded: ["$schema"] } } },
        { type: "OpenApi3", content: openApi("3.0.1") },
        { type: "OpenApi3", content: JSON.stringify({ openapi: "3.0.1", $schema: "a" }) },
      ),
    ],
  },
];
