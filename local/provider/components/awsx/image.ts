import { hasUnknown, isRecord, type Properties, unknownValue } from "../../frame/values";
import { Children } from "../children";
import { type Asking, type Constructed } from "../component";
import { reference } from "../monitor";
import { sha1 } from "../names";

/** Makes what an image of awsx makes: the build, which pushes to the repository. How it signs in is no part of a plan. */
export async function constructImage(_name: string, given: Properties, { monitor }: Asking): Promise<Constructed> {
  const parts = new Children(await monitor.component(), monitor);
  const { repositoryUrl } = given;
  const imageName = given.imageName ?? given.imageTag ?? generateName(given, parts.stack);
  // As with awsx's own provider, there is no build to plan before all its arguments are known.
  if (typeof imageName !== "string" || hasUnknown(given)) {
    await parts.finish({ imageUri: unknownValue });
    return { urn: parts.component.urn, state: { imageUri: unknownValue }, dependencies: {} };
  }
  const tagged = tag(repositoryUrl, imageName);
  const cacheFrom = Array.isArray(given.cacheFrom) && given.cacheFrom.length > 0 ? given.cacheFrom : [tagged];
  const build = await parts.make("docker-build:index:Image", imageName, {
    tags: [tagged],
    buildArgs: given.args,
    cacheFrom: cacheFrom.map((ref: unknown) => ({ registry: { ref } })),
    cacheTo: [{ inline: {} }],
    context: { location: given.context ?? "." },
    dockerfile: { location: given.dockerfile },
    platforms: given.platform === undefined ? [] : [given.platform],
    target: given.target,
    push: true,
    registries: [{ address: String(repositoryUrl).split("/")[0] }],
  });
  const { digest, ref } = build.outputs;
  const state = { imageUri: digest === undefined ? (ref ?? tagged) : join(repositoryUrl, "@", digest) };
  await parts.finish(state);
  return { urn: parts.component.urn, state, dependencies: { imageUri: [build.urn] } };
}

/** Makes what a copied image of awsx makes: a tag for it, and the push. */
export async function constructRegistryImage(
  name: string,
  given: Properties,
  { monitor }: Asking,
): Promise<Constructed> {
  const parts = new Children(await monitor.component(), monitor);
  const { repositoryUrl, sourceImage, tag: tagName = "latest", insecureSkipVerify, keepRemotely, triggers } = given;
  const targetImage = tag(repositoryUrl, tagName);
  const tagged = await parts.make("docker:index/tag:Tag", name, { sourceImage, targetImage });
  const image = await parts.make(
    "docker:index/registryImage:RegistryImage",
    name,
    {
      name: targetImage,
      insecureSkipVerify,
      keepRemotely,
      triggers: { ...(isRecord(triggers) && triggers), "@pulumi/awsx/internal/sourceImage": sourceImage },
    },
    { dependsOn: [tagged] },
  );
  const state = { image: reference(image) };
  await parts.finish(state);
  return { urn: parts.component.urn, state, dependencies: { image: [image.urn] } };
}

/** The name of an image that is given none: the same for the same build. */
function generateName({ context = ".", dockerfile, args }: Properties, stack: string): unknown {
  if (hasUnknown([context, dockerfile, args])) return unknownValue;
  const file = typeof dockerfile === "string" && dockerfile ? `;dockerfile=${dockerfile}` : "";
  const given = Object.entries(isRecord(args) ? args : {}).map(([key, value]) => `;arg[${key}]=${String(value)}`);
  return `${sha1([String(context), file, ...given, stack].join(""))}-container`;
}

const tag = (repositoryUrl: unknown, name: unknown): unknown => join(repositoryUrl, ":", name);

const join = (...parts: unknown[]): unknown => (hasUnknown(parts) ? unknownValue : parts.map(String).join(""));
