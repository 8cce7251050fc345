/** Test photos: smooth detail at several scales, so that they compress about as a camera's do. */
import sharp, { type Sharp } from "sharp";

/** Three channels of texture in 8 bits, not yet in any file format. */
export async function scene(width: number, height: number): Promise<Sharp> {
  const texture = (scale: number, sigma: number) =>
    sharp({
      create: {
        width: Math.ceil(width / scale),
        height: Math.ceil(height / scale),
        channels: 3,
        background: "grey",
        noise: { type: "gaussian", mean: 128, sigma },
      },
    })
      .resize(width, height, { kernel: "cubic", fit: "fill" })
      .png({ compressionLevel: 1 })
      .toBuffer();
  const [coarse, fine] = [await texture(60, 50), await texture(5, 20)];
  const pixels = await sharp(coarse, { limitInputPixels: false })
    .composite([{ input: fine, blend: "soft-light" }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return sharp(pixels, { raw: { width, height, channels: 3 }, limitInputPixels: false });
}
