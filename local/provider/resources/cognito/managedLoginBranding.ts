import type * as pulumiAws from "@pulumi/aws/cognito/managedLoginBranding";
import { randomUUID } from "node:crypto";
import { resourceType } from "../../frame/resourceType";

const noPages = "the emulator has one plain sign-in page";

/** The emulator has no styles: it is kept as declared, so that the same program runs. */
export const ManagedLoginBranding = resourceType<pulumiAws.ManagedLoginBrandingArgs, pulumiAws.ManagedLoginBranding>({
  token: "aws:cognito/managedLoginBranding:ManagedLoginBranding",
  identity: ["userPoolId", "clientId"],
  properties: {
    assets: { notEmulated: noPages },
    clientId: { required: true, replace: true },
    settings: { document: "json", notEmulated: noPages },
    useCognitoProvidedValues: { notEmulated: noPages },
    userPoolId: { required: true, replace: true },
  },
  outputs: { managedLoginBrandingId: "stable", settingsAll: "changes" },
  create: () => Promise.resolve(randomUUID()),
  read: (id, _aws, known) => Promise.resolve({ ...known, managedLoginBrandingId: id, settingsAll: "" }),
  update: () => Promise.resolve(),
  delete: () => Promise.resolve(),
});
