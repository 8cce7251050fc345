import { type FactsByName } from "./facts";
import { ofType } from "./ofType";

const bus = "arn:aws:events:eu-west-1:111122223333:event-bus/orders";
const api = (openapi: string) => ({
  content: JSON.stringify({ openapi, info: { title: "a", version: "1" }, paths: {}, components: { schemas: {} } }),
});
const policy = (more: object) => ({
  policy: JSON.stringify({
    Statement: [
      {
        Sid: "a",
        Effect: "Allow",
        Principal: { AWS: "444455556666" },
        Action: "schemas:DescribeRegistry",
        Resource: "arn:aws:schemas:eu-west-1:111122223333:registry/orders",
      },
    ],
    ...more,
  }),
});

export const eventschemas: FactsByName = {
  "eventschemas-discoverer-source": ofType("aws:schemas/discoverer:Discoverer")(
    "a bus is discovered",
    { sourceArn: "arn:aws:sqs:eu-west-1:111122223333:q" },
    { sourceArn: bus },
  ),
  "eventschemas-registry-name-reserved": ofType("aws:schemas/registry:Registry")(
    "a registry is one's own",
    { name: "aws.orders" },
    { name: "orders" },
  ),
  "eventschemas-registry-policy": ofType("aws:schemas/registryPolicy:RegistryPolicy", { registryName: "orders" })(
    "a policy has a version",
    policy({}),
    policy({ Version: "2012-10-17" }),
  ),
  "eventschemas-schema-content": ofType("aws:schemas/schema:Schema", {
    name: "a",
    registryName: "orders",
    type: "OpenApi3",
  })("a schema is of OpenAPI 3.0", api("3.1.0"), api("3.0.1")),
};
