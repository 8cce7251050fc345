import assert from "node:assert/strict";
import { type Row } from "../../../policy/constraints/schema";
import { findService } from "../../../policy/constraints/service";
import { tables } from "../../../policy/constraints/tables";
import { policyServer } from "../expectations";
import { makeUrn, type Sent, type Violation } from "../server";
import { valueAt } from "./values";

/** A resource with a value, and those that stand beside it. */
function makeStack(type: string, row: Row, value: unknown, isBad: boolean): readonly Sent[] {
  const others = Object.entries(row.beside ?? {}).map(([name, each]) => ({ name, links: {}, ...each }));
  const links = Object.entries(isBad ? (row.links ?? {}) : {}).map(([property, name]) => [
    property,
    [makeUrn(row.beside?.[name]?.type ?? "", name)],
  ]);
  const region = { region: "eu-west-1" };
  return [
    {
      type,
      name: "subject",
      properties: { ...region, ...valueAt(row.at, value) },
      links: Object.fromEntries(links) as Record<string, string[]>,
    },
    ...others,
  ];
}

/** What a finding of a row says: its fact, or the path by which the value was given. */
function saying({ fact, at }: Row): (finding: Violation) => boolean {
  const path = at.replaceAll("[]", "[0]").replaceAll("**.", "").replaceAll("*", "a");
  return ({ message }) => (fact === undefined ? message.includes(`": ${path} `) : message.includes(`: ${fact}.`));
}

/** What a message is about: the property and its value, `timeout is 901`. */
function parseSubject(message: string): string {
  const [, subject = message] = /": (\S+ is (?:set|\S+))/.exec(message) ?? [];
  return subject.replace(/[;:,]$/, "").replace(/(\d),(?=\d{3})/g, "$1");
}

for (const { type, rows } of tables) {
  describe(`the rows of ${type}`, () => {
    const rules = [`${findService(type)}-arguments`, `${findService(type)}-references`];
    const judge = async (row: Row, value: unknown, isBad: boolean): Promise<readonly Violation[]> => {
      const server = await policyServer();
      const stack = makeStack(type, row, value, isBad);
      const [subject] = stack;
      assert.ok(subject);
      return [...(await server.analyze(subject)), ...(await server.analyzeStack(stack))].filter(
        ({ rule }) => rule !== "headroom",
      );
    };
    for (const [index, row] of rows.entries()) {
      const title =
        `${row.at}: ${row.fact ?? JSON.stringify({ ...row, good: undefined, bad: undefined, source: undefined })}`.slice(
          0,
          160,
        );
      it(`${index} ${title}`, async () => {
        const isOwn = saying(row);
        const good = (await judge(row, row.good, false)).filter((each) => rules.includes(each.rule) && isOwn(each));
        assert.deepEqual(
          good.map(({ message }) => message),
          [],
          "what AWS takes is refused",
        );
        const bad = await judge(row, row.bad, true);
        const own = bad.filter((each) => rules.includes(each.rule) && isOwn(each));
        assert.ok(own.length >= 1, `what AWS refuses passes: ${JSON.stringify(bad.map(({ message }) => message))}`);
        const subjects = new Set(own.map(({ message }) => parseSubject(message)));
        const twice = bad.filter(
          ({ rule, message, mandatory }) => mandatory && !rules.includes(rule) && subjects.has(parseSubject(message)),
        );
        assert.deepEqual(twice, [], "another rule of the pack says it already");
        for (const { mandatory, message } of own) {
          assert.equal(mandatory, row.level !== "advisory");
          assert.match(message, /\nFix: \S.* See https:\/\//);
        }
      });
    }
  });
}
