import { defaultsKey } from "./check";
import { canonical, sameDocument } from "./documents";
import { type PropertyRule, type ResourceType } from "./resourceType";
import { archiveSignature, assetSignature, hiddenText, isRecord, type Properties, signatureKey } from "./values";

export type ChangeKind = "add" | "delete" | "update";

/** Path of a changed argument, for example `rules[0].id`. */
export interface Change {
  path: string;
  property: string;
  kind: ChangeKind;
  replace: boolean;
}

export interface Difference {
  changes: Change[];
  /** Properties that force a new resource. */
  replaces: string[];
  /** The new resource would have the same name in AWS, so the old one must be deleted first. */
  deleteBeforeReplace: boolean;
}

/**
 * Compares the checked arguments of two runs. An unknown new value counts as a change. If the program stops giving an
 * argument that AWS then decides, its value stays; one that the earlier check filled in was never given; and
 * none is the default, which the official plugin leaves out.
 */
export function diff(type: ResourceType, olds: Properties, news: Properties): Difference {
  const filled = Array.isArray(olds[defaultsKey]) ? (olds[defaultsKey] as string[]) : [];
  const changes = Object.entries(type.properties).flatMap(([property, rule]) => {
    if ((rule.computed || filled.includes(property)) && news[property] === undefined) return [];
    const [old, now] = [olds, news].map((inputs) => inputs[property] ?? rule.default);
    const places = differences(property, old, now, rule);
    return places.map((place) => ({
      ...place,
      property,
      replace: rule.replace === true || replacesInside(type, place),
    }));
  });
  const replaces = [...new Set(changes.filter(({ replace }) => replace).map(({ property }) => property))];
  return { changes, replaces, deleteBeforeReplace: replaces.length > 0 && takesSamePlace(type, changes, news) };
}

/** Whether a change is at, or adds or removes, a place inside an argument that cannot change in place. */
function replacesInside({ replacing = [] }: ResourceType, { path, kind }: Pick<Change, "path" | "kind">): boolean {
  const place = path.replace(/\[\d+\]/g, "[]");
  return replacing.some(
    (at) => at === place || (kind !== "update" && /^(\.|\[\])/.test(at.slice(place.length)) && at.startsWith(place)),
  );
}

/** A replacement gets a new generated name, so that it cannot collide with the old one. */
function takesSamePlace(type: ResourceType, changes: Change[], news: Properties): boolean {
  if (!type.identity.length) return false;
  const remade = Array.isArray(news[defaultsKey]) ? news[defaultsKey] : [];
  const prefixed = type.name?.prefixProperty && news[type.name.prefixProperty] !== undefined;
  return !prefixed && type.identity.every((key) => !remade.includes(key) && !changes.some((c) => c.property === key));
}

/** Whether AWS treats two values of a property alike. */
export function sameValue(left: unknown, right: unknown, rule: PropertyRule): boolean {
  return differences("", left, right, rule).length === 0;
}

function differences(
  path: string,
  old: unknown,
  now: unknown,
  rule: PropertyRule,
): { path: string; kind: ChangeKind }[] {
  if (isEmpty(old) && isEmpty(now)) return [];
  if (isEmpty(old)) return [{ path, kind: "add" }];
  if (isEmpty(now)) return [{ path, kind: "delete" }];
  if (old === hiddenText) return [];
  const changed = [{ path, kind: "update" as const }];
  if (isAsset(old) || isAsset(now)) return readHash(old) === readHash(now) ? [] : changed;
  if (Array.isArray(old) && Array.isArray(now)) {
    if (rule.unordered && unorderedText(old) === unorderedText(now)) return [];
    return members(old, now).flatMap(([key, a, b]) => differences(`${path}[${key}]`, a, b, rule));
  }
  if (isRecord(old) && isRecord(now)) {
    return members(old, now).flatMap(([key, a, b]) => differences(memberPath(path, key), a, b, rule));
  }
  if (typeof old === "string" && typeof now === "string" && rule.document) {
    return sameDocument(old, now, rule.document) ? [] : changed;
  }
  return old === now ? [] : changed;
}

function members(old: object, now: object): [key: string, old: unknown, now: unknown][] {
  const [a, b] = [old, now] as [Properties, Properties];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [key, a[key], b[key]]);
}

function memberPath(path: string, key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
}

/** AWS treats an empty list or object like none. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isRecord(value) && Object.values(value).every(isEmpty);
}

function isAsset(value: unknown): value is Properties {
  return isRecord(value) && (value[signatureKey] === assetSignature || value[signatureKey] === archiveSignature);
}

/** The path and the packing of a file do not matter: the engine gives every asset the hash of its contents. */
function readHash(value: unknown): unknown {
  return isAsset(value) ? value.hash : value;
}

function unorderedText(value: unknown): string {
  return canonical(sorted(value));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => canonical(sorted(item))).sort();
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]));
}
