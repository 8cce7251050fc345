import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { types } from "../../../policy/frame/resource";
import { run } from "../expectations";
import { makeUrn, type Sent } from "../server";
import { rewritings } from "./rewritten";

/** A resource, by the rules' name of its type or by its type token; links are written `type:name`. */
export function sent(
  kind: string,
  name: string,
  properties: Record<string, unknown> = {},
  links: Record<string, readonly string[]> = {},
): Sent {
  const findToken = (each: string): string => (types as Readonly<Record<string, string>>)[each] ?? each;
  const linkUrn = (link: string): string => {
    const at = link.lastIndexOf(":");
    return makeUrn(findToken(link.slice(0, at)), link.slice(at + 1));
  };
  const made = Object.entries(links).map(([property, sources]) => [property, sources.map(linkUrn)]);
  return { type: findToken(kind), name, properties, links: Object.fromEntries(made) as Record<string, string[]> };
}

/** The same resource, made by a provider of its own. */
export const by = (resource: Sent, name: string, properties: object): Sent => ({
  ...resource,
  provider: { name, properties: { ...properties } },
});

/** What the pack has to say, by a part of a rule's name or of its message; `nothing` of it, and nothing mandatory at all. */
type Verdict = readonly ["stops" | "advises" | "says nothing of", string];

export type Input = readonly [title: string, verdict: Verdict, ...stack: readonly Sent[]];

/** What the pack finds and what it cannot evaluate, without its words. */
async function findings(stack: readonly Sent[]): Promise<readonly string[]> {
  const { violations, open } = await run(...stack);
  const found = violations.map(({ mandatory, rule, urn }) => `${mandatory ? "stops" : "advises"} ${rule} of ${urn}`);
  return [...found, ...Object.keys(open).map((rule) => `cannot evaluate ${rule}`)].toSorted();
}

/** Shows the pack each input, through its real server, as it is and in other ways of writing the same. */
export function judges(subject: string, inputs: readonly Input[]): void {
  describe(subject, () => {
    for (const [title, [verdict, part], ...stack] of inputs) {
      it(`${title}: ${verdict} ${part}`, async () => {
        const { violations } = await run(...stack);
        const lines = violations.map(
          ({ mandatory, rule, message }) => `${mandatory ? "stops" : "advises"} ${rule}: ${message}`,
        );
        const found = lines.filter((line) => line.includes(part));
        const stops = lines.filter((line) => line.startsWith("stops"));
        if (verdict === "stops")
          assert.ok(
            found.some((line) => line.startsWith("stops")),
            lines.join("\n"),
          );
        else {
          assert.deepEqual(stops, []);
          assert.equal(found.length > 0, verdict === "advises", lines.join("\n"));
        }
      });
      it(`${title}: the same, however it is written`, async () => {
        const expected = await findings(stack);
        for (const [how, rewrite] of Object.entries(rewritings)) {
          const rewritten = rewrite(stack);
          if (isDeepStrictEqual(rewritten, stack)) continue;
          assert.deepEqual(await findings(rewritten), expected, how);
        }
      });
    }
  });
}
