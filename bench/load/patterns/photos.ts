import sharp from "sharp";
import { type Pattern } from "../pattern";
import { exists, until } from "../until";

/** A photo to four thumbnails. */
export const thumbnails: Pattern = {
  name: "thumbnails",
  needs: ["thumbnailer"],
  async open(stack) {
    const { s3 } = stack.clients;
    const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
    const Body = await sharp({ create: { width: 1_200, height: 900, channels: 3, background: "#888", noise } })
      .jpeg()
      .toBuffer();
    const { uploadsBucket: Bucket, thumbnailsBucket } = stack.outputs;
    const last = (n: number) => `thumbnails/${n}.jpg/800.jpg`;
    return {
      send: async (n) => void (await s3.putObject({ Bucket, Key: `${n}.jpg`, Body })),
      done: (n) => until(last(n), () => exists(s3.headObject({ Bucket: thumbnailsBucket, Key: last(n) }))),
      outcomes: () => stack.countObjects(thumbnailsBucket, "thumbnails/", "/800.jpg"),
    };
  },
};
