import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { type Model, normal, readPattern } from "./model";

interface Shape {
  readonly type: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
  readonly member?: { readonly shape: string };
  readonly members?: Readonly<Record<string, { readonly shape: string }>>;
}

interface Service {
  readonly metadata: { readonly uid: string; readonly serviceFullName: string; readonly serviceId: string };
  readonly operations: Readonly<Record<string, { readonly input?: { readonly shape: string } }>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** The models of AWS's API operations as botocore carries them. */
export class Botocore {
  private readonly services = new Map<string, Service | undefined>();
  private clients: ReadonlyMap<string, Service> | undefined;
  readonly leftOut: string[] = [];

  /** @param folder data of botocore. */
  constructor(private readonly folder: string) {}

  service(name: string): Service | undefined {
    if (!this.services.has(name)) this.services.set(name, this.load(name));
    return this.services.get(name);
  }

  private load(name: string): Service | undefined {
    const folder = path.join(this.folder, name);
    if (!existsSync(folder)) return undefined;
    const version =
      readdirSync(folder)
        .filter((each) => /^\d{4}/.test(each))
        .sort()
        .at(-1) ?? "";
    const file = path.join(folder, version, "service-2.json.gz");
    return existsSync(file) ? (JSON.parse(gunzipSync(readFileSync(file)).toString()) as Service) : undefined;
  }

  /** The service of a package of AWS's client for Go, which goes by the service's id. */
  ofClient(name: string): Service | undefined {
    this.clients ??= new Map(
      readdirSync(this.folder, { withFileTypes: true }).flatMap((each) => {
        const found = each.isDirectory() ? this.service(each.name) : undefined;
        return found ? [[normal(found.metadata.serviceId), found] as const] : [];
      }),
    );
    return this.clients.get(name);
  }

  model(service: Service, operation: string): Model {
    const input = service.operations[operation]?.input?.shape;
    return input === undefined
      ? { kind: "other", words: {} }
      : this.read(service, input, `${service.metadata.uid} ${operation}`, 0);
  }

  private read(service: Service, name: string, at: string, depth: number): Model {
    const shape = service.shapes[name];
    if (!shape || depth > 8) return { kind: "other", words: {} };
    const { min, max } = shape;
    if (shape.type === "structure") {
      const members = Object.entries(shape.members ?? {}).map(
        ([key, each]) => [normal(key), this.read(service, each.shape, `${at}.${key}`, depth + 1)] as const,
      );
      return { kind: "object", words: {}, properties: new Map(members) };
    }
    if (shape.type === "list") {
      const words = { ...(min !== undefined && { minItems: min }), ...(max !== undefined && { maxItems: max }) };
      return {
        kind: "list",
        words,
        ...(shape.member && { element: this.read(service, shape.member.shape, `${at}[]`, depth + 1) }),
      };
    }
    if (["integer", "long", "double", "float"].includes(shape.type)) {
      return {
        kind: "number",
        words: { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) },
      };
    }
    if (shape.type !== "string")
      return { kind: shape.type === "boolean" ? "boolean" : shape.type === "map" ? "map" : "other", words: {} };
    const { pattern, why } = shape.pattern === undefined ? {} : readPattern(shape.pattern);
    if (why !== undefined) this.leftOut.push(`${at}: ${why}`);
    const words = {
      ...(shape.enum && { enum: shape.enum }),
      ...(pattern !== undefined && { pattern }),
      ...(min !== undefined && { minLength: min }),
      ...(max !== undefined && { maxLength: max }),
    };
    return { kind: "string", words };
  }
}
