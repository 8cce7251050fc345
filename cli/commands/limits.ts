import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Limit, limitRecords } from "../../limits";
import { allowed, quantity } from "../../policy/frame/range";
import { paint } from "../terminal/display";
import { UsageError } from "../terminal/errors";
import { checkPolicyConfig, ownPolicyConfig, readPolicyConfig } from "../run/policyConfig";
import { readText } from "../project/textFile";

/** Options of `npm run limits`. */
export interface LimitsOptions {
  /** File with the output of `aws service-quotas list-service-quotas`. */
  file?: string;
  /** The configuration to which to write the account's quotas. */
  policyConfig?: string;
  json: boolean;
}

/** A limit, with the account's quota if known. */
export type AccountLimit = Limit & { readonly account?: number };

/** Lists the limits; with a file of quotas, writes the account's quotas to the policy pack's configuration. */
export function limits({ file, policyConfig, json }: LimitsOptions): void {
  const target = policyConfig === undefined ? ownPolicyConfig : path.resolve(policyConfig);
  if (file !== undefined) {
    const figures = accountFigures(quotasIn(path.resolve(file)));
    if (Object.keys(figures).length === 0) {
      throw new UsageError(`${file} has none of the quotas that the policy pack knows: ${codes().join(", ")}.`);
    }
    writeFigures(target, figures);
    if (!json)
      console.log(`${Object.keys(figures).length} figures written to ${path.relative(process.cwd(), target)}\n`);
  }
  const own = figuresIn(target);
  const all = limitRecords.map((limit): AccountLimit => {
    const account = own[limit.id];
    return account === undefined ? limit : { ...limit, account };
  });
  console.log(json ? JSON.stringify(all, null, 2) : all.map(line).join("\n"));
}

interface Quota {
  readonly QuotaCode: string;
  readonly Value: number;
}

/** The quotas of one answer of AWS, or of a list of answers (one a service). */
export function quotasIn(file: string): readonly Quota[] {
  if (!existsSync(file)) throw new UsageError(`--file ${file}: there is no such file.`);
  const wrong = new UsageError(
    `${file} is not what "aws service-quotas list-service-quotas --service-code lambda" prints: no list "Quotas" with ` +
      `QuotaCode and Value. Several answers can be joined: jq -s . *.json.`,
  );
  let content: unknown;
  try {
    content = JSON.parse(readText(file));
  } catch {
    throw wrong;
  }
  const quotas = [content].flat().flatMap((answer) => (answer as { Quotas?: unknown } | null)?.Quotas ?? [wrong]);
  if (!quotas.every(isQuota)) throw wrong;
  return quotas;
}

function isQuota(quota: unknown): quota is Quota {
  const { QuotaCode, Value } = (quota ?? {}) as Partial<Quota>;
  return typeof QuotaCode === "string" && typeof Value === "number" && Value > 0;
}

/** The account's quotas by limit. */
function accountFigures(quotas: readonly Quota[]): Record<string, number> {
  const values = new Map(quotas.map(({ QuotaCode, Value }) => [QuotaCode, Value]));
  return Object.fromEntries(
    adjustable().flatMap(({ id, quotaCode }) => {
      const value = quotaCode === undefined ? undefined : values.get(quotaCode);
      return value === undefined ? [] : [[id, value] as const];
    }),
  );
}

const adjustable = (): readonly Limit[] => limitRecords.filter(({ kind }) => kind === "adjustable");

const codes = (): readonly string[] => adjustable().flatMap(({ quotaCode }) => quotaCode ?? []);

interface PolicyConfig {
  headroom?: { limits?: Record<string, number> };
}

function figuresIn(file: string): Record<string, number> {
  if (!existsSync(file)) return {};
  const content = readPolicyConfig(file);
  checkPolicyConfig(file, content);
  return (content as PolicyConfig).headroom?.limits ?? {};
}

/** Leaves the rest of the configuration as it is. */
function writeFigures(file: string, figures: Record<string, number>): void {
  const content = (existsSync(file) ? readPolicyConfig(file) : {}) as PolicyConfig;
  checkPolicyConfig(file, content);
  const { headroom = {} } = content;
  const changed = { ...content, headroom: { ...headroom, limits: { ...headroom.limits, ...figures } } };
  checkPolicyConfig(file, changed);
  writeFileSync(file, `${JSON.stringify(changed, null, 2)}\n`);
}

/** `lambda.timeout  Function timeout: 1 to 900 s (hard)`. */
function line({ account, ...limit }: AccountLimit): string {
  const kind = limit.kind === "hard" ? "hard" : `adjustable${limit.quotaCode ? `, ${limit.quotaCode}` : ""}`;
  const own = account === undefined ? "" : `; this account: ${quantity(account, limit.unit)}`;
  const unverified = limit.verified ? "" : ", not verified";
  return `${paint("bold", limit.id.padEnd(36))} ${limit.title}: ${allowed(limit)}${own} ${paint("dim", `(${kind}${unverified})`)}`;
}
