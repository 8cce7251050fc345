// What the file system refuses is the user's to mend, wherever in a command it is met.
const reasons = {
  ENOSPC: ["has no space left", "make room there"],
  EDQUOT: ["is over your quota", "make room there"],
  EROFS: ["is read-only", "choose a place that you may write to"],
  EACCES: ["may not be used by you", "give yourself the right to it"],
  EPERM: ["may not be used by you", "give yourself the right to it"],
  ENOTDIR: ["is not in a folder", "remove the file that is in the way"],
};
/** Node's error for a folder that it cannot create recursively on a read-only file system. */
const notMade = ["cannot be made", "choose a place that you may write to"];
const onFiles = new Set(["open", "write", "mkdir", "mkdtemp", "rename", "link", "copyfile", "rm", "unlink", "chmod"]);

/** The problem with the disk and its fix, if the error is about the disk. */
export function diskProblem(error) {
  const { code, syscall, path } = error ?? {};
  if (!onFiles.has(syscall)) return undefined;
  const reason = code === "ENOENT" && syscall === "mkdir" ? notMade : reasons[code];
  if (!reason) return undefined;
  const [what, fix] = reason;
  const place = path ?? "the disk of the checkout, or of the cache,";
  return `${place} ${what} (${code}). Fix: ${fix}; the cache can be elsewhere (XDG_CACHE_HOME).`;
}
