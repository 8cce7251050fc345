import { hasUnknown, isRecord, type Properties, unknownValue } from "../../frame/values";
import { type Asking } from "../component";
import { type Monitor, type Registered } from "../monitor";

const unknownFunction = { functionName: unknownValue, arn: unknownValue, invokeArn: unknownValue };

/** Makes the parts of one component, and reads what they refer to. */
export class Parts {
  readonly folder: string;
  private readonly monitor: Monitor;
  private place: Promise<[unknown, unknown]> | undefined;

  constructor(
    private readonly component: Registered,
    { monitor, folder }: Asking,
  ) {
    this.folder = folder;
    this.monitor = monitor;
  }

  make(type: string, name: string, inputs: Properties, dependsOn: Registered[] = []): Promise<Registered> {
    return this.monitor.resource({ type, name, inputs, parent: this.component, dependsOn });
  }

  /** The function of a reference: its name, and its ARN, which its resource knows. */
  async findFunction(given: unknown): Promise<{ functionName: unknown; arn: unknown; invokeArn: unknown }> {
    if (!isRecord(given) || typeof given.urn !== "string") return unknownFunction;
    const { id, outputs } = await this.monitor.read(given.urn);
    return { functionName: id, arn: outputs.arn ?? unknownValue, invokeArn: outputs.invokeArn ?? unknownValue };
  }

  /** An ARN by which API Gateway calls a service in the API's Region; unknown if a part is. */
  async serviceArn(path: string, parts: unknown[]): Promise<string> {
    const [partition, region] = await (this.place ??= this.findPlace());
    if (hasUnknown([partition, region, parts])) return unknownValue;
    return `arn:${String(partition)}:apigateway:${String(region)}:${path}${parts.join("")}`;
  }

  /** Partition and Region: the same for every route. */
  private async findPlace(): Promise<[unknown, unknown]> {
    const { partition } = await this.monitor.invoke("aws:index/getPartition:getPartition", {});
    const { region, name } = await this.monitor.invoke("aws:index/getRegion:getRegion", {});
    return [partition, region ?? name];
  }

  /** A text, or that output of the resource that is given instead. */
  async readOutput(given: unknown, output: string): Promise<unknown> {
    if (!isRecord(given) || typeof given.urn !== "string") return given;
    return (await this.monitor.read(given.urn)).outputs[output] ?? unknownValue;
  }
}

/** A document of IAM with one statement. */
export const writePolicy = (statement: Properties): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
