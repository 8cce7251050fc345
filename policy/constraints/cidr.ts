import { isIPv4, isIPv6 } from "node:net";

/** Address and prefix length of a CIDR block. */
export function parseCidr(text: string): readonly [string, number] | undefined {
  const [address = "", prefix = "", ...rest] = text.split("/");
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1;
  return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= most
    ? [address, Number(prefix)]
    : undefined;
}

const toNumber = (address: string): number => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

/** Whether a block begins at its first address: AWS refuses 10.0.0.1/16. */
export function isAligned([address, prefix]: readonly [string, number]): boolean {
  return isIPv6(address) || toNumber(address) % 2 ** (32 - prefix) === 0;
}

/** Whether two blocks of IPv4 have an address in common; undefined where one is none. */
export function overlap(a: string, b: string): boolean | undefined {
  const [first, second] = [parseCidr(a), parseCidr(b)];
  if (!first || !second || !isIPv4(first[0]) || !isIPv4(second[0])) return undefined;
  const size = 2 ** (32 - Math.min(first[1], second[1]));
  return Math.floor(toNumber(first[0]) / size) === Math.floor(toNumber(second[0]) / size);
}

/** Whether a block lies in another one; undefined where one is no block of IPv4. */
export function within(inner: string, outer: string): boolean | undefined {
  const [first, second] = [parseCidr(inner), parseCidr(outer)];
  if (!first || !second || !isIPv4(first[0]) || !isIPv4(second[0])) return undefined;
  const size = 2 ** (32 - second[1]);
  return first[1] >= second[1] && Math.floor(toNumber(first[0]) / size) === Math.floor(toNumber(second[0]) / size);
}
