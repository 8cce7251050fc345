import { type TypeRows } from "../../../schema";
import { api } from "../../pages";
import { together } from "../../together";

/** Layers. */
export const layerRows: readonly TypeRows[] = [
  {
    type: "aws:lambda/layerVersion:LayerVersion",
    source: api("lambda", "PublishLayerVersion"),
    rows: [
      together(
        "the content of a layer is an archive or an object of a bucket",
        { requiredXor: ["code", "s3Bucket"] },
        { layerName: "l" },
        { s3Bucket: "b", s3Key: "k" },
        {},
      ),
    ],
  },
  {
    type: "aws:lambda/layerVersionPermission:LayerVersionPermission",
    source: api("lambda", "AddLayerVersionPermission"),
    rows: [{ at: "layerName", maxLength: 140, good: "l", bad: "l".repeat(141) }],
  },
];
