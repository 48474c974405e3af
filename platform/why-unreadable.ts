/** What a person needs to know of why a file cannot be read: not where its copy would have been. */
export const whyUnreadable = (fault: unknown): string => {
  const { code, message } = fault as NodeJS.ErrnoException
  const said: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file.",
    EISDIR: "it is a folder.",
    ENOTDIR: "there is no such file.",
    EACCES: "it may not be read.",
    EPERM: "it may not be read.",
  }
  return said[code ?? ""] ?? message
}
