import { setImmediate } from "node:timers/promises";
import * as pulumi from "@pulumi/pulumi";

/** A resource as the program declared it: inputs resolved, outputs of other resources made up by their id. */
export interface Declared {
  type: string;
  name: string;
  inputs: Record<string, unknown>;
}

/** Runs a program under Pulumi's mocks and returns everything it declared, after all of it has been registered. */
export async function declare(program: () => unknown, { preview = false } = {}): Promise<Declared[]> {
  const declared: Declared[] = [];
  await pulumi.runtime.setMocks(
    {
      newResource({ type, name, inputs: given }) {
        const inputs = given as Record<string, unknown>;
        declared.push({ type, name, inputs });
        const service = type.split(/[:/]/)[1] ?? "";
        const arn = service === "s3" ? `arn:aws:s3:::${name}` : `arn:aws:${service}:eu-west-1:123456789012:${name}`;
        if (preview) return { id: undefined, state: inputs };
        return {
          id: `${name}-id`,
          state: {
            arn,
            name,
            bucket: name,
            url: `https://${name}`,
            invokeUrl: `https://${name}/`,
            version: "7",
            qualifiedArn: `${arn}:7`,
            bucketRegionalDomainName: `${name}.s3.eu-west-1.amazonaws.com`,
            streamArn: `${arn}/stream/1`,
            vpcId: `${name}-vpc`,
            vpc: { ownerId: "123456789012" },
            isolatedSubnetIds: [`${name}-isolated`],
            privateSubnetIds: [`${name}-private`],
            routeTables: [],
            prefixListId: `${name}-addresses`,
            configurationEndpoint: `${name}.example:9111`,
            endpoint: `${name}.example`,
            address: `${name}.example`,
            clusterResourceId: `cluster-${name}`,
            resourceId: `db-${name}`,
            masterUserSecrets: [{ secretArn: `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}` }],
            endpoints: [{ address: `${name}.example`.toLowerCase(), port: 6379 }],
            ...inputs,
          },
        };
      },
      call: ({ inputs }) => ({ ...(inputs as Record<string, unknown>), partition: "aws", region: "eu-west-1" }),
    },
    "headroom",
    "test",
    preview,
  );
  // A property whose value cannot be made rejects nowhere but here.
  const failures: unknown[] = [];
  const collect = (reason: unknown): number => failures.push(reason);
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", collect);
  try {
    program();
    await pulumi.runtime.disconnect();
    await setImmediate();
  } finally {
    process.off("unhandledRejection", collect);
    for (const other of others) process.on("unhandledRejection", other);
  }
  if (failures.length > 0) throw failures[0];
  return declared;
}

/** The only resource of a type (and name, where there are several). */
export function one(declared: Declared[], type: string, name?: string): Declared["inputs"] {
  const found = declared.filter((each) => each.type === type && (name === undefined || each.name === name));
  const [resource] = found;
  if (found.length !== 1 || !resource) throw new Error(`${found.length} resources of type ${type} ${name ?? ""}`);
  return resource.inputs;
}

/** Statements of a policy document. */
export function statements(document: unknown): Record<string, unknown>[] {
  return (JSON.parse(String(document)) as { Statement: Record<string, unknown>[] }).Statement;
}
