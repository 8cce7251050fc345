import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** The embedded provider as the one who answers data sources, without the engine between. */
export class DataSources {
  private readonly client: ResourceProviderClient;
  private readonly configured: Promise<void>;

  constructor(port: number, region: string) {
    this.client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    const request = new proto.ConfigureRequest().setArgs(Struct.fromJavaScript({ region }));
    this.configured = new Promise((resolve, reject) => {
      this.client.configure(request, (error) => (error ? reject(error) : resolve()));
    });
    this.configured.catch(() => {}); // whoever asks first gets the error
  }

  async invoke(token: string, args: Struct | undefined): Promise<proto.InvokeResponse> {
    await this.configured;
    const request = new proto.InvokeRequest().setTok(token).setArgs(args);
    return new Promise((resolve, reject) => {
      this.client.invoke(request, (error, response) => (error ? reject(error) : resolve(response)));
    });
  }

  close(): void {
    this.client.close();
  }
}
