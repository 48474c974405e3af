/** What systems call a disk, a quota or a limit of files that takes no more. */
export const isDiskFull = (fault: unknown): boolean =>
  fault instanceof Error && "code" in fault && ["ENOSPC", "EDQUOT", "EFBIG"].includes(String(fault.code))
