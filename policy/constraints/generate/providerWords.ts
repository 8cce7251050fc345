import { type Schema } from "../schema";
import { type Botocore } from "./botocore";
import { normal, readPattern } from "./model";
import { type Words } from "./provider";
import { type Property } from "./sdk";

/** What the provider's validators of a text say, by their names. */
const texts: Readonly<Record<string, Schema>> = {
  "nullable.ValidateTypeStringNullableBool": { enum: ["", "true", "false"], anyCase: true },
  "validation.IsCIDRNetwork": { format: "cidr" },
  "validation.IsIPv4Address": { format: "ipv4" },
  "validation.IsIPv6Address": { format: "ipv6" },
  "validation.IsRFC3339Time": { format: "zonedTime" },
  "validation.IsURLWithHTTPS": { pattern: "^https://[^/]" },
  "validation.StringIsJSON": { format: "json" },
  "validation.StringIsNotWhiteSpace": { pattern: "\\S" },
  "verify.ValidARN": { format: "arn" },
  "verify.ValidAccountID": { pattern: "^(\\d{12})?$" },
  "verify.ValidCIDRNetworkAddress": { format: "cidr" },
  "verify.ValidIPv6CIDRNetworkAddress": { format: "ipv6Cidr" },
  "verify.ValidOnceADayWindowFormat": { format: "dailyWindow" },
  "verify.ValidOnceAWeekWindowFormat": { format: "weeklyWindow" },
  "verify.ValidUTCTimestamp": { format: "zonedTime" },
};

const numbers: Readonly<Record<string, Schema>> = {
  "validation.IsPortNumber": { minimum: 1, maximum: 65_535 },
  "validation.IsPortNumberOrZero": { minimum: 0, maximum: 65_535 },
};

/** An expression of Go as JavaScript takes it; undefined for one that says nothing, or that JavaScript does not have. */
const readExpression = (pattern: string): string | undefined =>
  /^\(\?[a-z]/.test(pattern) ? undefined : readPattern(pattern).pattern;

/** Translates what validators of the provider say of values of one kind. */
export class ProviderWords {
  constructor(private readonly botocore: Botocore) {}

  /** Validators of one value, all of which hold; undefined where one of them is not understood and `whole` is asked for. */
  schema(words: readonly Words[], kind: Property["kind"], whole = false): Schema | undefined {
    const parts = words.map((each) => this.part(each, kind));
    if (whole && parts.includes(undefined)) return undefined;
    const known = parts.filter((part) => part !== undefined);
    // The same word twice stands in a list of its own.
    const merged: Record<string, unknown> = {};
    const further: Schema[] = [];
    for (const part of known) {
      if (Object.keys(part).some((word) => word in merged)) further.push(part);
      else Object.assign(merged, part);
    }
    return { ...merged, ...(further.length > 0 && { allOf: further }) };
  }

  private part(words: Words, kind: Property["kind"]): Schema | undefined {
    if (words.any) {
      const several = words.any.map((each) => (each ? this.schema(each, kind, true) : undefined));
      const known = several.filter((each) => each !== undefined && Object.keys(each).length > 0);
      return known.length === several.length ? { anyOf: known as Schema[] } : undefined;
    }
    const values = this.values(words);
    if (values) {
      const fitting = values.filter((value) => typeof value === kind);
      return fitting.length === 0 ? undefined : { enum: fitting, ...(words.anyCase && { anyCase: true }) };
    }
    if (kind === "number") return this.number(words);
    return kind === "string" ? this.text(words) : undefined;
  }

  private number({ named, minimum, maximum, multipleOf }: Words): Schema | undefined {
    if (named !== undefined) return numbers[named];
    const schema = {
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && maximum < 2_147_483_647 && { maximum }),
      ...(multipleOf !== undefined && { multipleOf }),
    };
    return Object.keys(schema).length > 0 ? schema : undefined;
  }

  /** A name of one letter or two stands for another in a shortened program: nobody deploys it. */
  private text({ named, minLength = 0, maxLength, pattern, notPattern }: Words): Schema | undefined {
    if (named !== undefined) return texts[named];
    const [is, isNot] = [pattern, notPattern].map((each) => each && readExpression(each));
    const schema = {
      ...(minLength > 2 && { minLength }),
      ...(maxLength !== undefined && { maxLength }),
      ...(is && { pattern: is }),
      ...(isNot && { not: { pattern: isNot } }),
    };
    return Object.keys(schema).length > 0 ? schema : undefined;
  }

  /** The values of a list, or of a type of AWS's client, which has the names of AWS's models. */
  private values({ enum: list, enumOf }: Words): readonly (string | number)[] | undefined {
    if (enumOf !== undefined) return this.shape(enumOf);
    const values = list?.flatMap((each): readonly (string | number | undefined)[] => {
      if (typeof each !== "object") return [each];
      return "sdk" in each ? [this.constant(each.sdk)] : (this.shape(each.all) ?? [undefined]);
    });
    return values?.every((each) => each !== undefined) ? values : undefined;
  }

  private shape(name: string): readonly string[] | undefined {
    const [, service = "", shape = ""] = /^(\w+)\/types\.(\w+)$/.exec(name) ?? [];
    return this.botocore.ofClient(service)?.shapes[shape]?.enum;
  }

  /** `batch/types.JQStateEnabled` is the value ENABLED of JQState. */
  private constant(name: string): string | undefined {
    const [, service = "", constant = ""] = /^(\w+)\/types\.(\w+)$/.exec(name) ?? [];
    const shapes = Object.entries(this.botocore.ofClient(service)?.shapes ?? {});
    for (const [shape, { enum: values = [] }] of shapes) {
      if (!constant.startsWith(shape)) continue;
      const found = values.find((value) => normal(value) === normal(constant.slice(shape.length)));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
