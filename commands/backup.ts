import { rename, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { Command } from "commander"
import { erasuresFile, keepErasure, listErasures, readErasures } from "#platform/backup/erasures"
import { BackupFault, readManifest } from "#platform/backup/manifest"
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
    .description("bring a backup into an empty database, and erase again who was erased since")
    .option("--erasures <file>", "the list of who was erased; usually erasures.jsonl of Keelson's folder")
    .action((folder: string, { erasures }: { erasures?: string }) =>
      withOwner((owner) => restore(owner, resolve(folder), erasures && resolve(erasures)), { mayBeFirst: true }),
    )
  program
    .command("erasures <file>")
    .description("write the list of who was erased, by ids alone, to be kept where no backup is brought back over it")
    .action((file: string) => withOwner((owner) => keepList(owner, resolve(file))))
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

const restore = async (owner: Owner, folder: string, list: string | undefined): Promise<boolean> => {
  const { client, ownerUrl, config, say } = owner
  const erasures = await readErasures(list ?? erasuresFile(config.folder))
  if (list !== undefined && erasures === undefined)
    throw new BackupFault(`${list} is not there: name the list of who was erased, nothing was changed.`)
  const into = { client, ownerUrl, say, ...placesOf(config), ...(erasures === undefined ? {} : { erasures }) }
  const { madeAt } = await restoreBackup(into, folder)
  say(`Everything is as it was on ${madeAt}. Start Keelson with the KEELSON_SECRET of then.`)
  // The next restore finds them where it looks by itself.
  if (list !== undefined && list !== erasuresFile(config.folder))
    for (const each of erasures ?? []) await keepErasure(config.folder, each)
  if (erasures === undefined)
    say(
      "There was no list of erasures: who was erased since is back. Name it with --erasures next time, or erase them again.",
    )
  return true
}

const keepList = async ({ client, say }: Owner, file: string): Promise<boolean> => {
  const erasures = await listErasures(client)
  // Whole or not at all: a list that breaks off would bring people back.
  await writeFile(`${file}.partial`, erasures.map((each) => `${JSON.stringify(each)}\n`).join(""), { mode: 0o600 })
  await rename(`${file}.partial`, file)
  say(`${file} names ${erasures.length.toLocaleString("en")} erasures.`)
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
