import { writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { reportSchema } from "./document";

/** The JSON schema of report.json, as docs/report.schema.json has it. */
export const reportJsonSchema = (): string =>
  `${JSON.stringify({ title: "Headroom report", ...z.toJSONSchema(reportSchema) }, null, 2)}\n`;

if (require.main === module) {
  writeFileSync(path.resolve(__dirname, "../docs/report.schema.json"), reportJsonSchema());
}
