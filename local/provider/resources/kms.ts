import type * as sdk from "@aws-sdk/client-kms";
import type { Alias as AliasResource, AliasArgs } from "@pulumi/aws/kms/alias";
import type { Key as KeyResource, KeyArgs } from "@pulumi/aws/kms/key";
import { type Aws } from "../frame/aws";
import { unless } from "../frame/errors";
import { type Inputs, resourceType, tags } from "../frame/resourceType";

const notFound = ["NotFoundException"];

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
export const Key = resourceType<KeyArgs, KeyResource>({
  token: "aws:kms/key:Key",
  properties: {
    bypassPolicyLockoutSafetyCheck: { default: false },
    customKeyStoreId: { replace: true, notEmulated: "the emulator has no custom key stores" },
    customerMasterKeySpec: { default: "SYMMETRIC_DEFAULT", replace: true },
    deletionWindowInDays: {},
    description: { computed: true },
    enableKeyRotation: { default: false },
    isEnabled: { default: true },
    keyUsage: { default: "ENCRYPT_DECRYPT", replace: true },
    multiRegion: { computed: true, replace: true },
    policy: { computed: true, document: "policy" },
    rotationPeriodInDays: { computed: true },
    tags,
    xksKeyId: { replace: true, notEmulated: "the emulator has no custom key stores" },
  },
  outputs: { arn: "stable", keyId: "stable" },

  async create(props, { kms }) {
    const { KeyMetadata } = await kms.createKey({
      BypassPolicyLockoutSafetyCheck: props.bypassPolicyLockoutSafetyCheck,
      Description: props.description,
      KeySpec: props.customerMasterKeySpec as sdk.KeySpec,
      KeyUsage: props.keyUsage as sdk.KeyUsageType,
      MultiRegion: props.multiRegion,
      Policy: props.policy,
      Tags: keyTags(props.tags),
    });
    return KeyMetadata!.KeyId!;
  },

  async complete(KeyId, props, aws) {
    if (props.enableKeyRotation) await rotate(KeyId, props, aws);
    if (props.isEnabled === false) await aws.kms.disableKey({ KeyId });
  },

  async read(KeyId, { kms }) {
    const key = (await unless(notFound, kms.describeKey({ KeyId })))?.KeyMetadata;
    if (!key || key.KeyState === "PendingDeletion" || key.KeyState === "PendingReplicaDeletion") return undefined;
    const { Policy } = await kms.getKeyPolicy({ KeyId });
    const { Tags = [] } = await kms.listResourceTags({ KeyId });
    const symmetric = key.KeySpec === "SYMMETRIC_DEFAULT";
    const rotation = symmetric ? await kms.getKeyRotationStatus({ KeyId }) : undefined;
    return {
      id: key.KeyId,
      arn: key.Arn,
      keyId: key.KeyId,
      customerMasterKeySpec: key.KeySpec,
      description: key.Description,
      enableKeyRotation: rotation?.KeyRotationEnabled ?? false,
      isEnabled: key.Enabled,
      keyUsage: key.KeyUsage,
      multiRegion: key.MultiRegion ?? false,
      policy: Policy,
      rotationPeriodInDays: rotation?.RotationPeriodInDays,
      tags: Object.fromEntries(Tags.map(({ TagKey = "", TagValue = "" }) => [TagKey, TagValue])),
    };
  },

  async update(KeyId, props, old, aws) {
    const { kms } = aws;
    // A disabled key accepts no other change.
    if (props.isEnabled && !old.isEnabled) await kms.enableKey({ KeyId });
    if (props.description !== undefined) await kms.updateKeyDescription({ KeyId, Description: props.description });
    if (props.policy) await kms.putKeyPolicy({ KeyId, Policy: props.policy, PolicyName: "default" });
    if (props.enableKeyRotation) await rotate(KeyId, props, aws);
    else if (old.enableKeyRotation) await kms.disableKeyRotation({ KeyId });
    if (props.isEnabled === false && old.isEnabled) await kms.disableKey({ KeyId });
  },

  tagging: {
    remove: (KeyId, TagKeys, { kms }) => kms.untagResource({ KeyId, TagKeys }),
    add: (KeyId, tags, { kms }) => kms.tagResource({ KeyId, Tags: keyTags(tags) }),
  },

  /** A key is never deleted at once: it stays unusable until its deletion date. */
  async delete(KeyId, { kms }, { deletionWindowInDays }) {
    const call = kms.scheduleKeyDeletion({ KeyId, PendingWindowInDays: deletionWindowInDays ?? 30 });
    await unless([...notFound, "KMSInvalidStateException"], call);
  },
});

async function rotate(KeyId: string, { rotationPeriodInDays }: Inputs<KeyArgs>, { kms }: Aws): Promise<void> {
  await kms.enableKeyRotation({ KeyId, RotationPeriodInDays: rotationPeriodInDays });
}

function keyTags(tags: { [name: string]: string } = {}): sdk.Tag[] {
  return Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue }));
}

export const Alias = resourceType<AliasArgs, AliasResource>({
  token: "aws:kms/alias:Alias",
  name: {
    property: "name",
    prefixProperty: "namePrefix",
    maxLength: 256,
    prefix: "alias/",
    pattern: /^alias\/(?!aws\/)[\w/-]+$/,
    allowed: 'letters, digits and _ - / after "alias/"',
  },
  properties: { name: { replace: true }, namePrefix: { replace: true }, targetKeyId: { required: true } },
  outputs: { arn: "stable", targetKeyArn: "changes" },

  async create({ name, targetKeyId }, { kms }) {
    await kms.createAlias({ AliasName: name, TargetKeyId: targetKeyId });
    return name!;
  },

  async read(name, { kms }, { targetKeyId }) {
    const { paginateListAliases } = await import("@aws-sdk/client-kms");
    for await (const { Aliases = [] } of paginateListAliases({ client: kms }, {})) {
      const alias = Aliases.find(({ AliasName }) => AliasName === name);
      if (!alias) continue;
      const { KeyMetadata: key } = await kms.describeKey({ KeyId: alias.TargetKeyId });
      // The program may name the key by its ARN.
      const target = targetKeyId === key?.Arn ? key?.Arn : key?.KeyId;
      return { name, arn: alias.AliasArn, targetKeyId: target, targetKeyArn: key?.Arn };
    }
    return undefined;
  },

  async update(name, { targetKeyId }, _old, { kms }) {
    await kms.updateAlias({ AliasName: name, TargetKeyId: targetKeyId });
  },

  async delete(name, { kms }) {
    await unless(notFound, kms.deleteAlias({ AliasName: name }));
  },
});
