import { securityHub, wellArchitected } from "../../frame/controls";
import { type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { settingRule } from "../../frame/setting";

/** AWS rotates symmetric keys whose material it made itself. */
function canRotate(key: Resource): Reading<boolean> {
  const spec = key.get("customerMasterKeySpec").text();
  if (spec.state === "unknown") return spec;
  const store = key.get("customKeyStoreId").any();
  const symmetric = spec.state !== "known" || spec.value === "SYMMETRIC_DEFAULT";
  return { state: "known", value: symmetric && store.state === "absent" };
}

export const kmsRotation = settingRule({
  id: "kms-rotation",
  title: "AWS rotates a symmetric key",
  severity: "medium",
  level: "advisory",
  controls: [securityHub("KMS.4", "AWS KMS key rotation should be enabled"), wellArchitected("SEC08-BP01")],
  fix: "Set enableKeyRotation to true; what was encrypted before can still be read.",
  page: "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html",
  type: types.key,
  property: ["enableKeyRotation"],
  takes: [true],
  unset: false,
  because: "the same key material protects all data forever",
  only: canRotate,
});
