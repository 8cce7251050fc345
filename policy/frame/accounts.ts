import { type Property } from "./known";

/** The account in an ARN; some ARNs have none. */
export function findAccount(arn: string): string | undefined {
  const account = arn.startsWith("arn:") ? arn.split(":")[4] : undefined;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/** The account that a provider works in: its only allowed account, or that of the last role that it assumes. */
export function providerAccount(provider: Property): string | undefined {
  const allowed = structured(provider.at("allowedAccountIds")).list();
  if (allowed.state === "known" && allowed.value.length === 1) {
    const [only] = allowed.value;
    const id = only?.text();
    if (id?.state === "known") return id.value;
  }
  const assumed = structured(provider.at("assumeRoles")).list();
  const last = (assumed.state === "known" ? assumed.value : []).at(-1) ?? structured(provider.at("assumeRole"));
  const role = last.at("roleArn").text();
  return role.state === "known" ? findAccount(role.value) : undefined;
}

/** The engine sends a provider's lists and objects as JSON text. */
function structured(property: Property): Property {
  const text = property.text();
  if (text.state !== "known") return property;
  try {
    return property.parsed(text.value);
  } catch {
    return property;
  }
}
