import { randomBytes } from "node:crypto"
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { ConfigError } from "./config-error.ts"

/** A shorter one can be guessed; one that was cut off by a full disk is shorter. */
const leastSigns = 32
export const secretExpected = `at least ${leastSigns} characters, for example from: openssl rand -base64 32`
export const isSecret = (text: string): boolean => text.trim().length >= leastSigns

/** Without KEELSON_SECRET a secret is made once and kept, readable by its owner only. */
export const keptSecret = (folder: string): string => {
  const file = join(folder, "secret")
  const kept = readKept(file) ?? makeKept(folder, file)
  if (!isSecret(kept))
    throw new ConfigError(
      `The secret in ${file} has ${kept.trim().length} characters where ${leastSigns} are needed, so anyone could sign in with it: ` +
        "remove the file if nothing was set up yet (a new one is made), else put the old one back from your backup or give it in KEELSON_SECRET.",
    )
  return kept
}

const readKept = (file: string): string | undefined => {
  try {
    // Others who could read it could sign in as anybody.
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600)
    return readFileSync(file, "utf8")
  } catch (fault) {
    if (codeOf(fault) === "ENOENT") return undefined
    throw new ConfigError(
      `The secret in ${file} cannot be read or closed to others (${codeOf(fault)}): make it yours with mode 600, or give it in KEELSON_SECRET.`,
    )
  }
}

/**
 * Written beside and on the disk before it gets its name, so that a full disk or a crash leaves no half of one; and a name is
 * given once: of two processes that start at the same time both go on with the same.
 */
const makeKept = (folder: string, file: string): string => {
  const beside = `${file}.${process.pid}.${randomBytes(6).toString("hex")}`
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(beside, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx", flush: true })
    nameOnce(beside, file)
    flushFolder(folder)
  } catch (fault) {
    throw new ConfigError(
      `No secret could be kept in ${file} (${codeOf(fault)}): make room there and let this user write, or give one in KEELSON_SECRET.`,
    )
  } finally {
    rmSync(beside, { force: true })
  }
  return readFileSync(file, "utf8")
}

const nameOnce = (beside: string, file: string): void => {
  try {
    linkSync(beside, file)
  } catch (fault) {
    if (codeOf(fault) !== "EEXIST") throw fault
  }
}

const flushFolder = (folder: string): void => {
  const opened = openSync(folder, "r")
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error && "code" in fault ? String(fault.code) : String(fault)
