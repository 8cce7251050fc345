export class InstallError extends Error {
  exitCode: number;
}
export function install(root: string): Promise<void>;
