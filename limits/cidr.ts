import { isIPv4, isIPv6 } from "node:net";

/** Address and prefix length of a CIDR block. */
export function parseCidr(text: string): readonly [string, number] | undefined {
  const [address = "", prefix = "", ...rest] = text.split("/");
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= most
    ? [address, Number(prefix)]
    : undefined;
}

/** An IPv4 address as a number. */
export const toNumber = (address: string): number =>
  address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Whether a block begins at its first address, as 10.0.0.1/16 does not. */
export function isAligned([address, prefix]: readonly [string, number]): boolean {
  return isIPv6(address) || toNumber(address) % 2 ** (32 - prefix) === 0;
}

/** The first and the last address of an IPv4 block. */
interface Range {
  readonly first: number;
  readonly last: number;
}

/** Kept by text, since each subnet is compared with all others of its VPC. */
const ranges = new Map<string, Range | undefined>();

function findRange(text: string): Range | undefined {
  if (!ranges.has(text)) ranges.set(text, readRange(text));
  return ranges.get(text);
}

function readRange(text: string): Range | undefined {
  const [address = "", prefix = 0] = parseCidr(text) ?? [];
  if (!isIPv4(address)) return undefined;
  const size = 2 ** (32 - prefix);
  const first = Math.floor(toNumber(address) / size) * size;
  return { first, last: first + size - 1 };
}

/** Whether two IPv4 blocks have an address in common; undefined where one is no IPv4 block. */
export function overlap(a: string, b: string): boolean | undefined {
  const [own, other] = [findRange(a), findRange(b)];
  return own && other && own.first <= other.last && other.first <= own.last;
}

/** Whether an IPv4 block lies in another one; undefined where one is no IPv4 block. */
export function contains(outer: string, inner: string): boolean | undefined {
  const [own, other] = [findRange(inner), findRange(outer)];
  return own && other && own.first >= other.first && own.last <= other.last;
}
