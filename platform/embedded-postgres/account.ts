import { spawnSync } from "node:child_process"
import { EmbeddedPostgresFault } from "./fault.ts"

/** The user PostgreSQL runs as when it is not the user Keelson runs as. */
export type Account = Readonly<{ uid: number; gid: number }>

/** PostgreSQL refuses to run as root: then it runs as the system user `postgres`, made when there is none. */
export const serverAccount = (): Account | undefined => {
  if (process.getuid?.() !== 0) return undefined
  return find() ?? make()
}

/** Whether that user can reach a path: an x bit on the path and on every folder above it. */
export const canReach = (account: Account | undefined, path: string): boolean =>
  account === undefined || spawnSync("test", ["-x", path], { ...account, cwd: "/" }).status === 0

const find = (): Account | undefined => {
  const [uid, gid] = ["-u", "-g"].map((flag) => Number(run("id", [flag, "postgres"]) || Number.NaN))
  return uid && gid ? { uid, gid } : undefined
}

const make = (): Account => {
  // Debian, Fedora and friends have useradd; Alpine and BusyBox have adduser.
  run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"])
  if (find() === undefined) run("adduser", ["-S", "-D", "-H", "postgres"])
  const account = find()
  if (account) return account
  throw new EmbeddedPostgresFault(
    "PostgreSQL cannot run as root and no user named postgres could be made: make one, start Keelson as another user, or set DATABASE_URL.",
  )
}

const run = (command: string, args: readonly string[]): string | undefined => {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" })
  return status === 0 ? stdout.trim() : undefined
}
