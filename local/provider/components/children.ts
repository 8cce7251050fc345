import { isRecord, type Properties, unknownValue } from "../frame/values";
import { type Monitor, type Registered, type Sources } from "./monitor";

/** Makes the resources of one component, and reads those that its arguments refer to. */
export class Children {
  constructor(
    readonly component: Registered,
    protected readonly monitor: Monitor,
  ) {}

  make(
    type: string,
    name: string,
    inputs: Properties,
    { dependsOn = [], sources = {} }: { dependsOn?: Registered[] | undefined; sources?: Sources } = {},
  ): Promise<Registered> {
    return this.monitor.resource({ type, name, inputs, parent: this.component, dependsOn, sources });
  }

  /** A component inside of this one. */
  async nest(type: string, name: string): Promise<Children> {
    return new Children(await this.monitor.nested(type, name, this.component), this.monitor);
  }

  /** A value, or that output of the resource that is given instead. */
  async readOutput(given: unknown, output: string): Promise<unknown> {
    // A program that has not loaded the resource's package hands over its URN.
    const urn = isRecord(given) ? given.urn : given;
    if (typeof urn !== "string" || !urn.startsWith("urn:pulumi:")) return given;
    return (await this.monitor.read(urn)).outputs[output] ?? unknownValue;
  }

  /** The Region of the component's provider. */
  async region(): Promise<unknown> {
    const { region, name } = await this.monitor.invoke("aws:index/getRegion:getRegion", {});
    return region ?? name ?? unknownValue;
  }

  /** The name of the stack. */
  get stack(): string {
    return this.monitor.stack;
  }

  invoke(token: string, args: Properties): Promise<Properties> {
    return this.monitor.invoke(token, args);
  }

  finish(outputs: Properties): Promise<void> {
    return this.monitor.finish(this.component, outputs);
  }
}
