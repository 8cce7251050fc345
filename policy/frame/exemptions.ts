import { covers } from "../readings/iam";
import { type Resource } from "./resource";
import { type RuleInfo } from "./rule";

/** A violation that is accepted, by whom and why. */
export interface Exemption {
  /** Id of the rule. */
  readonly rule: string;
  /** URN or name of the resource, with `*` for any text and `?` for one character; `*` alone for every resource. */
  readonly resource: string;
  /** Tags that the resource must have as well, each with a value or a pattern. */
  readonly tags?: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly owner?: string;
  /** The last day on which it holds, ISO. */
  readonly expires?: string;
}

/** What an exemption was needed for. */
export interface Exempted {
  readonly exemption: Exemption;
  readonly rule: string;
  readonly urn: string;
  /** The resource, for people. */
  readonly resource: string;
  readonly says: string;
}

/** The exemptions of a run: the needed, the unused and the expired ones. */
export class Exemptions {
  private readonly byRule = new Map<string, Exemption[]>();
  private exempted: Exempted[] = [];

  constructor(
    private readonly all: readonly Exemption[],
    private readonly today: string,
  ) {
    for (const exemption of all) {
      if (this.hasExpired(exemption)) continue;
      const ofRule = this.byRule.get(exemption.rule);
      if (ofRule) ofRule.push(exemption);
      else this.byRule.set(exemption.rule, [exemption]);
    }
  }

  /** The exemption that covers a rule on a resource. */
  find(rule: RuleInfo, resource: Resource): Exemption | undefined {
    return this.byRule.get(rule.id)?.find((exemption) => concerns(exemption, resource));
  }

  /** Remembers what an exemption was needed for. */
  note(exempted: Exempted): void {
    this.exempted.push(exempted);
  }

  /** What was exempted since the last call; each violation once, even if a run evaluates it twice. */
  take(): readonly Exempted[] {
    const each = new Map(this.exempted.map((one) => [`${one.rule} ${one.urn} ${one.says}`, one]));
    this.exempted = [];
    return [...each.values()];
  }

  /** The expired exemptions: what they covered is a violation again. */
  expired(): readonly Exemption[] {
    return this.all.filter((exemption) => this.hasExpired(exemption));
  }

  /** The exemptions that covered nothing. */
  unused(exempted: readonly Exempted[]): readonly Exemption[] {
    const used = new Set(exempted.map(({ exemption }) => exemption));
    return this.all.filter((exemption) => !used.has(exemption) && !this.hasExpired(exemption));
  }

  private hasExpired({ expires }: Exemption): boolean {
    return expires !== undefined && expires < this.today;
  }
}

function concerns({ resource: pattern, tags = {} }: Exemption, resource: Resource): boolean {
  if (!covers(pattern, resource.urn) && !covers(pattern, resource.name)) return false;
  return Object.entries(tags).every(([key, value]) => {
    const tag = resource.tag(key);
    return tag.state === "known" && covers(value, tag.value);
  });
}

/** `lambda-tracing on "reports-*" tagged team=data: moves to EKS in June (owner ops, until 2027-06-30)`. */
export function describe({ rule, resource, tags = {}, reason, owner, expires }: Exemption): string {
  const tagged = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  const where = `${rule} on "${resource}"${tagged.length > 0 ? ` tagged ${tagged.join(", ")}` : ""}`;
  const terms = [owner && `owner ${owner}`, expires && `until ${expires}`].filter((term) => term !== undefined);
  return `${where}: ${reason}${terms.length > 0 ? ` (${terms.join(", ")})` : ""}`;
}
