/** The package has no types. */
declare module "asl-validator" {
  export default function validate(definition: unknown): {
    isValid: boolean;
    errors: { Message?: string; message?: string; instancePath?: string }[];
  };
}
