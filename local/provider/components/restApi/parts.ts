import { hasUnknown, isRecord, type Properties, unknownValue } from "../../frame/values";
import { type Asking } from "../component";
import { Children } from "../children";
import { type Registered } from "../monitor";

const unknownFunction = { functionName: unknownValue, arn: unknownValue, invokeArn: unknownValue };

/** Makes the parts of one component, and reads what they refer to. */
export class Parts extends Children {
  readonly folder: string;
  private place: Promise<[unknown, unknown]> | undefined;

  constructor(component: Registered, { monitor, folder }: Asking) {
    super(component, monitor);
    this.folder = folder;
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
    return [partition, await this.region()];
  }
}

/** A document of IAM with one statement. */
export const writePolicy = (statement: Properties): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
