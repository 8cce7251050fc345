import { page } from "../../pages";

export const guide = (name: string) => page(`AmazonS3/latest/userguide/${name}`);
