import { specialArchiveSig, specialAssetSig, specialSigKey } from "@pulumi/pulumi/runtime/rpc";
import { createRequire } from "node:module";
import type * as deserialize from "@pulumi/policy/deserialize";

import { isSent, kindKey, type Sent } from "../readings/assets";

/** The SDK's reader itself, as {@link keepAssets} changes it: the module, not the copy that an import makes. */
export const internals = createRequire(__filename)("@pulumi/policy/deserialize") as typeof deserialize;

interface Packed {
  toJavaScript(): object;
}

/** How the SDK's server reads the properties of a resource, and writes those that a remediation gives back. */
interface Reader {
  deserializeProperties: (properties: Packed, proxySecrets: boolean) => unknown;
  serializeProperties: (properties: unknown) => Promise<unknown>;
}

/**
 * Passes assets and archives through the SDK unchanged. The SDK takes `{ assets: {}, path }`, the form in which the
 * engine sends an archive with a path or an address, for an empty archive, returns that to the program with any
 * remediation, and ends the run of the whole pack at an asset with an empty text.
 */
export function keepAssets(): void {
  const sdk = internals as unknown as Reader;
  const { deserializeProperties, serializeProperties } = sdk;
  const read = (properties: Packed, proxySecrets: boolean): unknown =>
    deserializeProperties({ toJavaScript: () => renamed(properties.toJavaScript(), withoutMark) }, proxySecrets);
  // The server unpacks every resource again for each policy that has something to say; what a remediation is given may change.
  const before = new WeakMap<Packed, unknown>();
  sdk.deserializeProperties = (properties, proxySecrets) => {
    if (proxySecrets) return read(properties, proxySecrets);
    const known = before.get(properties) ?? read(properties, proxySecrets);
    before.set(properties, known);
    return known;
  };
  sdk.serializeProperties = async (properties) => renamed(await serializeProperties(properties), withMark);
}

const kinds: Readonly<Record<string, Sent[typeof kindKey]>> = {
  [specialAssetSig]: "asset",
  [specialArchiveSig]: "archive",
};
const marks = { asset: specialAssetSig, archive: specialArchiveSig } as const;

type Members = Record<string, unknown>;

/** Removes the mark by which the SDK recognises assets and archives. */
function withoutMark(members: Members): void {
  const kind = kinds[String(members[specialSigKey])];
  if (kind === undefined) return;
  delete members[specialSigKey];
  members[kindKey] = kind;
}

function withMark(members: Members): void {
  if (!isSent(members)) return;
  const { [kindKey]: kind } = members;
  delete (members as Members)[kindKey];
  (members as Members)[specialSigKey] = marks[kind];
}

/** Changes the objects in a value, which is a copy of what was sent, in place. */
function renamed<T>(value: T, rename: (members: Members) => void): T {
  if (typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) rename(value as Members);
  for (const part of Object.values(value)) renamed(part, rename);
  return value;
}
