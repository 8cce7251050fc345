#!/usr/bin/env node
// Stands in for Pulumi's own AWS plugin: notes what the engine sends it, plans what is declared, and refuses one bucket's name.
const { appendFileSync } = require("node:fs");
const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const proto = require("@pulumi/pulumi/proto/provider_pb");
const { PluginInfo } = require("@pulumi/pulumi/proto/plugin_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

const note = (entry) => appendFileSync(path.join(__dirname, "sent.jsonl"), `${JSON.stringify(entry)}\n`);
const plain = (struct) => (struct ? struct.toJavaScript() : {});
const answer = (of) => (call, callback) => callback(null, of(call.request));

const environment = Object.entries(process.env).filter(([name]) => name.startsWith("AWS_"));
note({ call: "start", environment: Object.fromEntries(environment) });

const server = new grpc.Server();
server.addService(ResourceProviderService, {
  getPluginInfo: answer(() => new PluginInfo().setVersion("7.0.0")),
  getSchema: answer(() => new proto.GetSchemaResponse().setSchema("{}")),
  configure: answer((request) => {
    note({ call: "configure", args: plain(request.getArgs()) });
    return new proto.ConfigureResponse().setAcceptsecrets(true).setAcceptresources(true).setSupportspreview(true);
  }),
  invoke: answer((request) => {
    note({ call: "invoke", token: request.getTok() });
    return new proto.InvokeResponse().setReturn(Struct.fromJavaScript({}));
  }),
  check: answer((request) => {
    note({ call: "check", urn: request.getUrn() });
    const response = new proto.CheckResponse().setInputs(request.getNews());
    if (plain(request.getNews()).bucket !== "Refused") return response;
    const failure = new proto.CheckFailure().setProperty("bucket").setReason("the plugin refuses this name");
    return response.setFailuresList([failure]);
  }),
  create: answer((request) => {
    note({ call: "create", urn: request.getUrn(), preview: request.getPreview() });
    return new proto.CreateResponse().setProperties(request.getProperties());
  }),
});
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
