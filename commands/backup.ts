import { join, resolve } from "node:path"
import type { Command } from "commander"
import { readManifest } from "#platform/backup/manifest"
import { restoreBackup } from "#platform/backup/restore"
import { verify } from "#platform/backup/verify"
import { writeBackup } from "#platform/backup/write"
import { machineClock } from "#platform/clock"
import type { Config } from "#platform/config"
import { openStorage } from "#platform/storage/storage"
import { type Owner, withOwner } from "./withOwner.ts"

/** `keelson backup`, `restore` and `verify`: everything that is kept, as files of a folder. */
export const register = (program: Command): void => {
  program
    .command("backup <folder>")
    .description("write everything that is kept, rows and files, into a new folder; servers may go on meanwhile")
    .action((folder: string) => withOwner((owner) => backup(owner, resolve(folder))))
  program
    .command("restore <folder>")
    .description("bring a backup into an empty database")
    .action((folder: string) => withOwner((owner) => restore(owner, resolve(folder))))
  program
    .command("verify [backup]")
    .description("look whether the database and its files are sound, and with a backup whether they hold what it holds")
    .action((folder: string | undefined) => withOwner((owner) => check(owner, folder && resolve(folder))))
}

const placesOf = (config: Config) => ({
  storage: openStorage(config),
  uploads: join(config.folder, "uploads"),
  passing: join(config.folder, "files", "passing"),
})

const backup = async ({ client, config, say }: Owner, folder: string): Promise<boolean> => {
  const { tables, files } = await writeBackup({ client, say, madeAt: machineClock.now(), ...placesOf(config) }, folder)
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  say(`${folder} holds ${rows.toLocaleString("en")} rows and ${files.length.toLocaleString("en")} files.`)
  say("KEELSON_SECRET is not in it: keep it elsewhere. Without it open invitations and sessions stop working.")
  return true
}

const restore = async ({ client, ownerUrl, config, say }: Owner, folder: string): Promise<boolean> => {
  const { madeAt } = await restoreBackup({ client, ownerUrl, say, ...placesOf(config) }, folder)
  say(`Everything is as it was on ${madeAt}. Start Keelson with the KEELSON_SECRET of then.`)
  return true
}

const check = async ({ client, config, say }: Owner, folder: string | undefined): Promise<boolean> => {
  const manifest = folder === undefined ? undefined : await readManifest(folder)
  const faults = await verify({ client, say, storage: openStorage(config) }, manifest)
  for (const fault of faults) say(fault)
  say(
    faults.length === 0
      ? "Everything is as it should be."
      : `${faults.length.toLocaleString("en")} things are not as they should be.`,
  )
  return faults.length === 0
}
