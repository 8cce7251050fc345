import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { unknownText } from "../frame/unknownReference";
import { type Properties } from "../frame/values";
import { pureType } from "./pureType";

const lower = "abcdefghijklmnopqrstuvwxyz";
const upper = lower.toUpperCase();
const digits = "0123456789";
const special = "!@#$%&*()-_=+[]{}<>:?";

const pick = <Item>(from: ArrayLike<Item>): Item => from[randomInt(from.length)]!;

function shuffle<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  return items.map(() => left.splice(randomInt(left.length), 1)[0]!);
}

/** The requested minimum of each kind of character; the rest of any allowed kind. */
function drawText(props: Properties): string {
  const kinds = [
    { characters: lower, allowed: props.lower !== false, least: Number(props.minLower ?? 0) },
    { characters: upper, allowed: props.upper !== false, least: Number(props.minUpper ?? 0) },
    { characters: digits, allowed: (props.numeric ?? props.number) !== false, least: Number(props.minNumeric ?? 0) },
    {
      characters: typeof props.overrideSpecial === "string" ? props.overrideSpecial : special,
      allowed: props.special !== false,
      least: Number(props.minSpecial ?? 0),
    },
  ];
  const all = kinds.map(({ characters, allowed }) => (allowed ? characters : "")).join("");
  if (all === "") throw new Error("every kind of character is switched off, so there is none to choose from");
  const least = kinds.flatMap(({ characters, least }) => Array.from({ length: least }, () => pick(characters)));
  const length = Number(props.length);
  if (least.length > length)
    throw new Error(`length is ${length}: ${least.length} characters are required by the minimums of each kind`);
  const rest = Array.from({ length: length - least.length }, () => pick(all));
  return shuffle([...least, ...rest]).join("");
}

const characters = {
  keepers: undefined,
  lower: true,
  minLower: 0,
  minNumeric: 0,
  minSpecial: 0,
  minUpper: 0,
  number: undefined,
  numeric: undefined, // digits are allowed unless this or its deprecated alias is false
  overrideSpecial: undefined,
  special: true,
  upper: true,
};

const adjectives = ["able", "brave", "calm", "deep", "eager", "fair", "glad", "keen", "loyal", "neat", "proud", "warm"];
const adverbs = ["boldly", "gently", "gladly", "kindly", "neatly", "quietly", "rightly", "surely", "truly", "wisely"];
const animals = [
  "ant",
  "bee",
  "cod",
  "cow",
  "dove",
  "elk",
  "fox",
  "gnu",
  "hawk",
  "lynx",
  "mole",
  "newt",
  "owl",
  "wren",
];

/** `quietly-brave-fox`: the animal last, an adjective before it, adverbs before that. */
function drawPet({ length = 2, prefix, separator = "-" }: Properties): string {
  const words = Array.from({ length: Number(length) }, (_, index) =>
    pick([animals, adjectives][Number(length) - 1 - index] ?? adverbs),
  );
  return [...(typeof prefix === "string" ? [prefix] : []), ...words].join(String(separator));
}

/** https://www.pulumi.com/registry/packages/random: everything except `bcryptHash`. */
export const randomTypes = [
  pureType({
    token: "random:index/randomPassword:RandomPassword",
    required: ["length"],
    optional: characters,
    outputs: ["bcryptHash", "result"],
    missing: "bcryptHash: the local provider does not compute it",
    make: (props) => ({ id: "none", outputs: { result: drawText(props), bcryptHash: unknownText } }),
  }),
  pureType({
    token: "random:index/randomString:RandomString",
    required: ["length"],
    optional: characters,
    outputs: ["result"],
    make(props) {
      const result = drawText(props);
      return { id: result, outputs: { result } };
    },
  }),
  pureType({
    token: "random:index/randomId:RandomId",
    required: ["byteLength"],
    optional: { keepers: undefined, prefix: undefined },
    outputs: ["b64Std", "b64Url", "dec", "hex"],
    make({ byteLength, prefix = "" }) {
      const bytes = randomBytes(Number(byteLength));
      const hex = bytes.toString("hex");
      const forms = {
        b64Std: bytes.toString("base64"),
        b64Url: bytes.toString("base64url"),
        dec: BigInt(`0x${hex}`).toString(),
        hex,
      };
      const outputs = Object.fromEntries(
        Object.entries(forms).map(([name, text]) => [name, `${prefix as string}${text}`]),
      );
      return { id: forms.b64Url, outputs };
    },
  }),
  pureType({
    token: "random:index/randomPet:RandomPet",
    optional: { keepers: undefined, length: 2, prefix: undefined, separator: "-" },
    outputs: [],
    make: (props) => ({ id: drawPet(props), outputs: {} }),
  }),
  pureType({
    token: "random:index/randomInteger:RandomInteger",
    required: ["min", "max"],
    optional: { keepers: undefined, seed: undefined },
    outputs: ["result"],
    make({ min, max }) {
      if (Number(min) > Number(max)) throw new Error(`min is ${Number(min)}, which is more than max (${Number(max)})`);
      const result = randomInt(Number(min), Number(max) + 1);
      return { id: String(result), outputs: { result } };
    },
  }),
  pureType({
    token: "random:index/randomUuid:RandomUuid",
    optional: { keepers: undefined },
    outputs: ["result"],
    make() {
      const result = randomUUID();
      return { id: result, outputs: { result } };
    },
  }),
  pureType({
    token: "random:index/randomShuffle:RandomShuffle",
    required: ["inputs"],
    optional: { keepers: undefined, resultCount: undefined, seed: undefined },
    outputs: ["results"],
    make({ inputs, resultCount }) {
      const items = inputs as string[];
      const count = resultCount === undefined ? items.length : Number(resultCount);
      const rounds = Array.from({ length: Math.ceil(count / Math.max(items.length, 1)) }, () => shuffle(items));
      return { id: "-", outputs: { results: rounds.flat().slice(0, count) } };
    },
  }),
  pureType({
    token: "random:index/randomBytes:RandomBytes",
    required: ["length"],
    optional: { keepers: undefined },
    outputs: ["base64", "hex"],
    make({ length }) {
      const bytes = randomBytes(Number(length));
      return { id: "none", outputs: { base64: bytes.toString("base64"), hex: bytes.toString("hex") } };
    },
  }),
];
