import { type Join, refuse, text } from "./join";
import { isUnknown, list, member, plainProperties } from "../frame/plain";

/** The parameters of a processor by name. */
const readParameters = (processor: unknown): ReadonlyMap<unknown, unknown> =>
  new Map(
    list(member(processor, "parameters")).map((each) => [
      member(each, "parameterName"),
      member(each, "parameterValue"),
    ]),
  );

/** A Lambda processor needs both buffer parameters, size and interval. */
export const bufferHints: Join = (stream, found) => {
  for (const [block, config] of Object.entries(plainProperties(stream))) {
    list(member(member(config, "processingConfiguration"), "processors")).forEach((processor, index) => {
      if (member(processor, "type") !== "Lambda") return;
      const names = readParameters(processor);
      const [size, interval] = [names.has("BufferSizeInMBs"), names.has("BufferIntervalInSeconds")];
      if (size === interval) return;
      const path = `${block}.processingConfiguration.processors[${index}].parameters`;
      const missing = size ? "BufferIntervalInSeconds" : "BufferSizeInMBs";
      refuse(found, {
        path,
        is: `has no ${missing}`,
        takes: "both of the buffer's parameters",
        fix: `Add ${missing}.`,
      });
    });
  }
};

/** Every key that the MetadataExtraction query makes is used in the prefix. */
export const partitionKeys: Join = (stream, found) => {
  const { extendedS3Configuration: config } = plainProperties(stream);
  const prefix = member(config, "prefix");
  if (typeof prefix !== "string" || isUnknown(prefix)) return;
  for (const processor of list(member(member(config, "processingConfiguration"), "processors"))) {
    const query = readParameters(processor).get("MetadataExtractionQuery");
    if (typeof query !== "string" || isUnknown(query) || !/^\s*\{[^{}]*\}\s*$/.test(query)) continue;
    const keys = [...query.matchAll(/["']?([\w-]+)["']?\s*:/g)].map(([, key = ""]) => key);
    const odd = keys.find((key) => !prefix.includes(`partitionKeyFromQuery:${key}}`));
    if (odd === undefined) continue;
    const is = `does not have the key ${odd} of the query`;
    const fix = `Add !{partitionKeyFromQuery:${odd}} to the prefix, or remove ${odd} from the query.`;
    refuse(found, { path: "extendedS3Configuration.prefix", is, takes: "every key of the query", fix });
  }
};

/** A policy of a stream is about this stream and no other. */
export const ownResource: Join = (policy, found) => {
  const own = text(policy, "resourceArn", found);
  const written = policy.get("policy").text();
  if (own === undefined || written.state !== "known") return;
  const named = [...written.value.matchAll(/"Resource"\s*:\s*(?:"([^"]*)"|\[\s*"([^"]*)"\s*\])/g)];
  const odd = named.map(([, one, other]) => one ?? other ?? "").find((each) => each !== own && !isUnknown(each));
  if (odd === undefined) return;
  refuse(found, { path: "policy (Resource)", is: `is ${odd}`, takes: own, fix: `Set Resource to ${own}.` });
};
