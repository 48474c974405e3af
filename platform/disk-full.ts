import type { Problem } from "./problem.ts"
import { diskClosed, diskFull } from "./problem.ts"

/** What systems call a disk, a quota or a limit of files that takes no more, and what PostgreSQL calls the same of its own. */
export const isDiskFull = (fault: unknown): boolean => saysOneOf(fault, ["ENOSPC", "EDQUOT", "EFBIG", "53100"])

/** A file that may not be written: its disk is mounted for reading only, or somebody else's. */
const isDiskClosed = (fault: unknown): boolean =>
  saysOneOf(fault, ["EROFS", "EACCES", "EPERM"]) || /read-only file system/i.test(messageOf(fault))

/** Libraries wrap what systems say in errors of their own. */
const saysOneOf = (fault: unknown, codes: readonly string[]): boolean => {
  for (let cause = fault; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && codes.includes(String(cause.code))) return true
  return false
}

/** PostgreSQL has one code for every file that it may not open, also where that is a mistake of ours. */
const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : "")

/** No room left, for files or for the database, or nothing may be written there: whoever runs the server can put that right. */
export const asUnwritable = (fault: unknown): Problem | undefined => {
  const problem = isDiskFull(fault) ? diskFull() : isDiskClosed(fault) ? diskClosed() : undefined
  return problem && Object.assign(problem, { cause: fault })
}
