import { type CloudFrontResultResponse } from "aws-lambda";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ownHandler } from "../../components";
import { edgeCode, type EdgeSettings, settingsLine } from "../../components/edge/edgeBundle";
import { environment } from "../../tests/handlers/edgeProcess";

const server = `
  const { handler } = require("./index.js");
  process.on("message", async ({ id, request }) => {
    const answer = await handler({ Records: [{ cf: { config: { eventType: "viewer-request" }, request } }] });
    process.send({ id, answer });
  });
`;

/** A function of Lambda@Edge as it is deployed, in a process with no more memory than its own, that takes one request after another. */
export class EdgeProcess {
  private readonly waiting = new Map<number, (answer: CloudFrontResultResponse) => void>();
  private asked = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {
    child.on("message", ({ id, answer }: { id: number; answer: CloudFrontResultResponse }) => {
      this.waiting.get(id)?.(answer);
      this.waiting.delete(id);
    });
  }

  static start(name: string, settings: EdgeSettings): EdgeProcess {
    const folder = mkdtempSync(path.join(tmpdir(), "headroom-edge-"));
    writeFileSync(path.join(folder, "index.js"), settingsLine(settings) + edgeCode(ownHandler(name), "node24"));
    const child = spawn(process.execPath, ["--max-old-space-size=128", "-e", server], {
      cwd: folder,
      env: environment,
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    return new EdgeProcess(child, folder);
  }

  ask(request: object): Promise<CloudFrontResultResponse> {
    const id = this.asked++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.child.send({ id, request });
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  close(): void {
    this.child.disconnect();
    rmSync(this.folder, { recursive: true });
  }
}
