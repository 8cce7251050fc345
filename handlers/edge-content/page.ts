/** A page made at the edge: plain text only, so that it is the same for everybody who shares its cache entry. */
import escapeHtml from "escape-html";

/** What distinguishes visitors: all of it is in the key of the cache. */
export interface Visitor {
  /** Two letters, or "" where CloudFront does not know. */
  country: string;
  device: "mobile" | "tablet" | "desktop";
  variant: string;
}

/** A variant of the page, and how many of a hundred visitors see it. */
export interface Variant {
  name: string;
  headline: string;
  share: number;
}

/** Greetings by country; other countries get the one of "". */
export type Greetings = Record<string, string>;

export function page(
  { country, device, variant }: Visitor,
  variants: readonly Variant[],
  greetings: Greetings,
): string {
  const { headline } = variants.find(({ name }) => name === variant) ?? variants[0] ?? { headline: "" };
  const greeting = greetings[country] ?? greetings[""] ?? "";
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${escapeHtml(headline)}</title></head>`,
    `<body class="${device}"><h1>${escapeHtml(headline)}</h1><p>${escapeHtml(greeting)}</p></body>`,
    "</html>",
    "",
  ].join("\n");
}

/** The variant of a visitor who has none yet; `chance` is from 0 up to 1, without 1. */
export function drawn(variants: readonly Variant[], chance: number): string {
  let left = chance * 100;
  for (const { name, share } of variants) {
    left -= share;
    if (left < 0) return name;
  }
  return variants[0]?.name ?? "";
}
