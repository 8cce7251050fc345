import { type Aws } from "./aws";
import { check, type CheckRequest, type Checked } from "./check";
import { type Declared } from "./declared";
import { diff, type Difference, isEmpty } from "./diff";
import { IncompleteError } from "./errors";
import { nameFromPrefix } from "./names";
import { type Remarks } from "./remarks";
import { changedArguments, changingOutputs, importedInputs, keepEqual, type Live, refreshed } from "./projection";
import { type ResourceType } from "./resourceType";
import { type TagMap } from "./shapes";
import { type Subject } from "./subject";
import { unknownReference, unknownText } from "./unknownReference";
import { type Properties, unknownValue, withoutAbsent } from "./values";

/** The context of a resource's operations. */
export interface Backend {
  /** The services of a Region; undefined in a preview, which calls none. */
  aws(region: string): Aws | undefined;
  declared: Declared;
  remarks: Remarks;
  /** A resource that the program only reads and the emulator lacks exists in AWS: a placeholder stands in for it. */
  standsIn: boolean;
}

/** The engine's operations on a resource. They are the same for every type; the types' entries hold the differences. */
export class Lifecycle {
  constructor(private readonly backend: Backend) {}

  check(subject: Subject, request: Omit<CheckRequest, "resourceName" | "defaultTags">): Checked {
    const { name, type, session } = subject;
    const { defaultTags, otherVersion } = session;
    const checked = check(type, { ...request, resourceName: name, defaultTags, otherVersion });
    for (const remark of checked.remarks) this.backend.remarks.note(`${type.token}: ${remark} in our version`, name);
    if (!checked.failures.length && this.backend.aws(session.region)) {
      this.backend.declared.note(subject, checked.inputs);
    }
    return checked;
  }

  diff({ type, session }: Subject, olds: Properties, news: Properties, oldOutputs: Properties): Difference {
    if (type.global) return diff(type, olds, news);
    const region = news.region ?? session.region;
    return diff(type, { ...olds, region: oldOutputs.region ?? region }, { ...news, region });
  }

  /** In a preview, the values that AWS computes are unknown and the arguments are known. */
  async create(subject: Subject, inputs: Properties, preview: boolean): Promise<{ id: string; outputs: Properties }> {
    if (preview) return { id: "", outputs: this.planned(subject, inputs) };
    const { type } = subject;
    const aws = this.connect(subject, inputs);
    const rule = type.name;
    const prefix = rule?.prefixProperty && inputs[rule.prefixProperty];
    const props =
      rule && typeof prefix === "string"
        ? { ...inputs, [rule.property]: nameFromPrefix(rule, prefix, inputs) }
        : inputs;
    const id = await type.create(props, aws);
    // From here on the resource exists, so the engine must learn of it whatever fails.
    const failures: Error[] = [];
    const fail = (error: Error): void => void failures.push(error);
    await type.complete?.(id, props, aws).catch(fail);
    const outputs = await this.outputs(subject, id, props, aws).catch(fail);
    if (outputs && !failures.length) return { id, outputs };
    const known = outputs ?? { ...props, ...this.ownOutputs(subject, props) };
    throw new IncompleteError(failures[0]!.message, id, known, inputs);
  }

  async update(
    subject: Subject,
    id: string,
    olds: Properties,
    inputs: Properties,
    preview: boolean,
  ): Promise<Properties> {
    if (preview) return this.planned(subject, inputs, olds);
    const aws = this.connect(subject, olds);
    const props = this.withKnownName(subject.type, inputs, olds);
    const changed = changedArguments(subject.type, props, olds);
    await subject.type.update?.(id, props, olds, aws, changed);
    if (changed.has("tags")) await retag(subject.type, id, { from: olds, to: props }, aws);
    return this.outputs(subject, id, props, aws);
  }

  /** Empty if the resource no longer exists. */
  async read(
    subject: Subject,
    id: string,
    state: Properties,
    inputs: Properties | undefined,
  ): Promise<{ id: string; outputs: Properties; inputs: Properties } | undefined> {
    const { type } = subject;
    if (!this.backend.aws(subject.session.region)) return { id, outputs: looked(type, state), inputs: inputs ?? {} };
    const imported = isEmpty(state) ? type.fromImportId(id) : undefined;
    const known = imported?.known ?? state;
    const aws = this.connect(subject, known);
    const live = await this.live(type, imported?.id ?? id, aws, known);
    if (!live && this.backend.standsIn && (imported || state[standInKey])) {
      this.backend.remarks.note(
        `${type.token}: the emulator does not have it, a placeholder stands in for it`,
        subject.name,
      );
      return { id, outputs: { ...standIn(type, id), ...state }, inputs: inputs ?? {} };
    }
    if (!live) return undefined;
    const outputs = this.merged(subject, known, live);
    return {
      id: live.id,
      outputs: keepEqual(type, outputs, { ...state, ...inputs }),
      inputs: inputs && !imported ? refreshed(type, inputs, live) : importedInputs(type, outputs),
    };
  }

  async delete(subject: Subject, id: string, state: Properties): Promise<void> {
    if (state.skipDestroy === true) return;
    await subject.type.delete(id, this.connect(subject, state), state);
  }

  private connect({ session }: Subject, props: Properties): Aws {
    const aws = this.backend.aws(typeof props.region === "string" ? props.region : session.region);
    if (!aws) throw new Error("a preview creates, reads and changes nothing");
    return aws;
  }

  private async outputs(subject: Subject, id: string, props: Properties, aws: Aws): Promise<Properties> {
    const live = await this.live(subject.type, id, aws, props);
    if (!live) throw new Error("it was created, but the emulator does not have it");
    this.backend.declared.compare(subject, props, live);
    return keepEqual(subject.type, this.merged(subject, props, live), props);
  }

  private merged(subject: Subject, known: Properties, live: Live): Properties {
    const kept = Object.fromEntries(Object.entries(known).filter(([key]) => !live.covers.has(key)));
    const props = { ...kept, ...live.props };
    return { ...props, ...this.ownOutputs(subject, props) };
  }

  private async live(type: ResourceType, id: string, aws: Aws, known: Properties): Promise<Live | undefined> {
    const answer = await type.read(id, aws, known);
    if (!answer) return undefined;
    const { id: realId = id, ...read } = answer as Properties & { id?: string };
    // Arguments that the emulator does not run stay as declared.
    const readOutputs = Object.entries(read).filter(
      ([key]) => !type.properties[key]?.notEmulated || isEmpty(known[key]),
    );
    return {
      id: realId,
      props: withoutAbsent(Object.fromEntries(readOutputs)) as Properties,
      covers: new Set(readOutputs.map(([key]) => key)),
    };
  }

  /** The outputs that the frame sets for every type. */
  private ownOutputs({ type, session }: Subject, props: Properties): Properties {
    return {
      ...(type.global ? {} : { region: props.region ?? session.region }),
      ...(type.properties.tags ? { tagsAll: props.tags ?? {} } : {}),
    };
  }

  /** The outputs that are known before the change. */
  private planned(subject: Subject, inputs: Properties, olds?: Properties): Properties {
    const { type } = subject;
    const changing = olds && new Set(changingOutputs(type, inputs, olds));
    const decided = Object.entries(type.properties)
      .filter(([key, rule]) => inputs[key] === undefined && (rule.computed || key === type.name?.property))
      .map(([key]) => key);
    const computed = [...Object.keys(type.outputs), ...decided].map((key) => [
      key,
      !changing || changing.has(key) ? unknownValue : olds[key],
    ]);
    return {
      ...(withoutAbsent(Object.fromEntries(computed)) as Properties),
      ...inputs,
      ...this.ownOutputs(subject, inputs),
    };
  }

  /** A name generated from a prefix is only in the outputs. */
  private withKnownName({ name }: ResourceType, inputs: Properties, olds: Properties): Properties {
    return name && inputs[name.property] === undefined ? { ...inputs, [name.property]: olds[name.property] } : inputs;
  }
}

/** An existing resource in a preview, which knows of it only what the program says. */
function looked(type: ResourceType, state: Properties): Properties {
  const names = [...Object.keys(type.properties), ...Object.keys(type.outputs)];
  return { ...Object.fromEntries(names.map((name) => [name, unknownReference])), ...state };
}

/** Marks the placeholder of a resource that only AWS has, so that later runs recognise it. */
export const standInKey = "__standsIn";

function standIn(type: ResourceType, id: string): Properties {
  const names = [...Object.keys(type.properties), ...Object.keys(type.outputs)];
  const name = type.name && { [type.name.property]: id };
  return { ...Object.fromEntries(names.map((each) => [each, unknownText])), ...name, [standInKey]: true };
}

async function retag(
  { tagging }: ResourceType,
  id: string,
  { from, to }: { from: Properties; to: Properties },
  aws: Aws,
): Promise<void> {
  const [before, after] = [from.tags ?? {}, to.tags ?? {}] as TagMap[];
  const gone = Object.keys(before!).filter((key) => !(key in after!));
  if (gone.length) await tagging?.remove(id, gone, aws, from);
  if (Object.keys(after!).length) await tagging?.add(id, after!, aws, from);
}
