import { BackupFault } from "#platform/backup/manifest"
import { ClockFault } from "#platform/clock-setting"
import { ClusterFault } from "#platform/cluster/distribute"
import type { Config } from "#platform/config"
import { EmbeddedPostgresFault } from "#platform/embedded-postgres/fault"
import { FolderFault } from "#platform/folder"
import { MigrationFault } from "#platform/migrate"
import { Problem } from "#platform/problem"
import { RoleFault } from "#platform/roles"
import { NotStartedYet, say } from "./openDatabase.ts"

/** One sentence for what a person can put right; anything else is a bug, and is shown whole. */
export const sayStartFault = (fault: unknown, config: Config): void => {
  const known = sentenceFor(fault, config)
  say(known ?? (fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)))
}

/** Faults that are a sentence already. */
const said = [
  EmbeddedPostgresFault,
  MigrationFault,
  BackupFault,
  ClusterFault,
  ClockFault,
  FolderFault,
  NotStartedYet,
  RoleFault,
]

const sentenceFor = (fault: unknown, { databaseUrl, host, port }: Config): string | undefined => {
  if (said.some((kind) => fault instanceof kind)) return (fault as Error).message
  if (fault instanceof Problem && fault.body.code === "files-away")
    return `The store of files does not answer as it should: check S3_BUCKET, S3_ENDPOINT and the keys (${causeOf(fault)}).`
  if (!(fault instanceof Error)) return undefined
  const code = "code" in fault ? String(fault.code) : ""
  const isListening = "syscall" in fault && fault.syscall === "listen"
  if (isListening && code === "EADDRINUSE")
    return `Port ${port} on ${host} is taken by another program: end it, or choose another with PORT.`
  if (isListening && code === "EACCES")
    return `Port ${port} may not be used by this user: choose one above 1023 with PORT.`
  if (isListening)
    return `Keelson cannot listen on ${host}: set HOST to an address of this machine, or to 0.0.0.0 for all of them.`
  if ("path" in fault && code in ofFiles) return `${fault.path} ${ofFiles[code]}`
  if (databaseUrl === undefined) return undefined
  const { hostname, port: at, pathname, username } = new URL(databaseUrl)
  const server = `the PostgreSQL of DATABASE_URL (${hostname}:${at || "5432"})`
  if (unreachable.test(code) || /timeout expired|connection terminated/i.test(fault.message))
    return `Keelson cannot reach ${server}: check the address, and that it runs and lets this machine in (${code || fault.message}).`
  if (["28P01", "28000"].includes(code))
    return `Keelson may not enter ${server} as ${username}: check the user and the password.`
  if (code === "3D000") return `There is no database ${pathname.slice(1)} on ${server}: create it, or name another.`
  // Codes of PostgreSQL are five letters and digits; EPERM and EROFS are the machine's.
  return /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? `Keelson cannot use ${server}: ${fault.message} (${code}).` : undefined
}

/** What keeps a file or folder that somebody named from being read or written. */
const ofFiles: Readonly<Record<string, string>> = {
  ENOENT: "is not there: check the path.",
  ENOTDIR: "is not there: a part of its path is no folder.",
  EISDIR: "is a folder: name a file.",
  EACCES: "may not be read or written by this user.",
  EPERM: "may not be read or written by this user.",
  EROFS: "cannot be written: it lies on a disk that is read-only.",
  ENOSPC: "cannot be written: the disk is full.",
}

const causeOf = ({ cause }: Problem): string =>
  cause instanceof Error ? cause.message || ("code" in cause ? String(cause.code) : cause.name) : String(cause)

const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/
