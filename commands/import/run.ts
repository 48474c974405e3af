import { createHash } from "node:crypto"
import { constants, createReadStream } from "node:fs"
import { access, copyFile, mkdir, open, rm, stat, writeFile } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import type { System } from "#core/actor"
import { isId } from "#core/ids"
import { isOpen, type Remark } from "#core/importable/remark"
import { isRefusal, type Refusal } from "#core/refusal"
import {
  acceptFile,
  catalogueOf,
  decideColumns,
  deleteRun,
  findRun,
  firstErrors,
  prepareRun,
  prepareUndo,
  type Run,
  workOn,
  writeErrorFile,
} from "#modules/imports"
import { findWorkspace } from "#modules/workspaces"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { allWorkspaces } from "#platform/tenants"
import { whyUnreadable } from "#platform/why-unreadable"
import { decideAnswers, explain, type RunOptions, reasons } from "#rules/imports"

/** What stands in the way, in words for the person at the terminal. */
export class CannotImport extends Error {}

export type ImportRequest = Readonly<{
  file: string
  workspace: string | undefined
  isDry: boolean
  mapping: Readonly<Record<string, string | null>> | undefined
  errors: string | undefined
  options: RunOptions
}>

/** Imports a file, or only checks it; says how far it is while it works and what came of it. */
export const importFile = async (platform: Platform, request: ImportRequest): Promise<void> => {
  const actor = await systemIn(platform, request.workspace)
  const catalogue = catalogueOf(platform)
  // Before anything is written: whoever asks for the rows that were not taken must get them.
  if (request.errors !== undefined) await refuseUnwritable(request.errors)
  const upload = await receive(request.file, join(platform.config.folder, "uploads"))
  try {
    const accepted = await platform.transact(actor, async (tx) => {
      const run = accept(await acceptFile(tx, catalogue, upload, request.options))
      const { fields = [] } = catalogue.findKind(run.kind) ?? {}
      accept(decideAnswers(catalogue.remarks, fields, request.options.answers))
      if (request.mapping) accept(await decideColumns(tx, catalogue, run, request.mapping))
      return accept(await prepareRun(tx, catalogue, run.id, request.isDry ? "checking" : "importing"))
    })
    const run = await watch(platform, actor, accepted)
    if (run.state === "failed") throw new CannotImport(sentenceOf({ refusal: run.summary.reason ?? "failed" }))
    report(run, await platform.transact(actor, (tx) => firstErrors(tx, catalogue, run, shownErrors)))
    if (request.errors !== undefined)
      await writeFile(
        request.errors,
        (await platform.transact(actor, (tx) => writeErrorFile(tx, catalogue, run))).content,
      )
    if (run.state === "checked") await platform.transact(actor, (tx) => deleteRun(tx, run.id))
    if (!request.isDry && run.state === "checked")
      throw new CannotImport("Nothing was imported: say what is meant with --answer, for each line that asks.")
  } finally {
    await rm(upload.path, { force: true })
  }
}

/** Takes an import back. */
export const undoImport = async (platform: Platform, workspace: string | undefined, id: string): Promise<void> => {
  if (!isId(id)) throw new CannotImport(`--undo ${id}: that is no import's id. It is printed at the end of an import.`)
  const actor = await systemIn(platform, workspace)
  const run = await platform.transact(actor, async (tx) => accept(await prepareUndo(tx, id)))
  const undone = await watch(platform, actor, run)
  say(`Taken back: ${counts(undone.summary.removed)}.`)
  if (Object.keys(undone.summary.kept ?? {}).length > 0)
    say(`Left, because other records refer to them or people have changed them: ${counts(undone.summary.kept)}.`)
  if (undone.summary.restored) say(`As it was before: ${counts(undone.summary.restored)}.`)
  for (const { name, fields } of undone.summary.changedSince ?? [])
    say(`  changed by people since, left: ${name} (${fields.join(", ")})`)
}

const watch = async (platform: Platform, actor: System, { id }: Run): Promise<Run> => {
  const onProgress = ({ rows, failed }: { rows: number; failed: number }) =>
    process.stderr.write(`\r${rows.toLocaleString("en")} rows read, ${failed.toLocaleString("en")} with errors `)
  await workOn(platform, actor, id, { onProgress })
  process.stderr.write("\n")
  return (await platform.transact(actor, (tx) => findRun(tx, id))) as Run
}

const shownErrors = 5

const report = (
  { id, kind, state, rowsTotal, rowsFailed, summary }: Run,
  failed: Awaited<ReturnType<typeof firstErrors>>,
): void => {
  say(`${rowsTotal.toLocaleString("en")} rows of ${kind} read; ${rowsFailed.toLocaleString("en")} cannot be taken.`)
  for (const { line, reasons: why } of failed)
    say(`  line ${line}: ${why.map(({ header, message }) => (header ? `${header}: ${message}` : message)).join(" ")}`)
  const others = rowsFailed - failed.length
  if (others > 0) say(`  and ${others.toLocaleString("en")} more: --errors <file> writes them with what to correct.`)
  say(`${state === "checked" ? "An import would make" : "Made"}: ${counts(summary.created)}.`)
  if (summary.known) say(`Known already: ${summary.known.toLocaleString("en")}.`)
  if (summary.changed) say(`${state === "checked" ? "An import would change" : "Changed"}: ${counts(summary.changed)}.`)
  for (const { name, rows, suggestions } of (summary.unknownPartners ?? []).slice(0, 20))
    say(`  not known: ${name} (${rows} rows)${suggestions[0] ? `; did you mean ${suggestions[0].name}?` : ""}`)
  for (const remark of summary.remarks ?? []) sayRemark(remark)
  if (state === "imported") say(`Undo with: keelson import --undo ${id}`)
}

const sayRemark = (remark: Remark): void => {
  const { key, message, examples, choices, usual, likely, answer } = remark
  const holds = answer ?? usual
  const now = holds
    ? ` (now: ${holds}${remark.isRemembered ? ", as last time" : ""})`
    : likely
      ? ` (likely: ${likely})`
      : ""
  say(`  ${isOpen(remark) ? "asks: " : ""}${message}`)
  for (const { line, text, becomes } of examples)
    say(`    line ${line}: ${text}${becomes === null ? "" : ` is read as ${becomes}`}`)
  if (choices.length > 0) say(`    --answer "${key}=..." with ${choices.join(", ")}${now}`)
}

const counts = (numbers: Readonly<Record<string, number>> = {}): string =>
  Object.entries(numbers)
    .map(([table, count]) => `${count.toLocaleString("en")} ${named(table.replace("_", " "), count)}`)
    .join(", ") || "nothing"

const named = (thing: string, count: number): string =>
  count === 1 ? thing : thing.endsWith("y") ? `${thing.slice(0, -1)}ies` : `${thing}s`

/** Before anything is opened for it. */
export const refuseUnreadable = async (file: string): Promise<void> => {
  try {
    const opened = await open(file)
    const isFile = await opened.stat().then((found) => !found.isDirectory())
    await opened.close()
    if (!isFile) throw Object.assign(new Error(), { code: "EISDIR" })
  } catch (fault) {
    throw new CannotImport(`${file} cannot be read: ${whyUnreadable(fault)}`)
  }
}

const refuseUnwritable = async (file: string): Promise<void> => {
  const isFolder = await stat(file).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const folder = dirname(resolve(file))
  const isOpen = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (isFolder || !isOpen)
    throw new CannotImport(
      `--errors ${file} cannot be written: ${isFolder ? "it is a folder" : `nothing can be written into ${folder}`}.`,
    )
}

/** A copy of its own, so that an import that is interrupted can be gone on with whatever happens to the original. */
const receive = async (file: string, folder: string) => {
  const path = resolve(join(folder, newId()))
  await mkdir(folder, { recursive: true })
  const hash = createHash("sha256")
  let bytes = 0
  try {
    await copyFile(file, path, constants.COPYFILE_FICLONE)
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer)
      bytes += (chunk as Buffer).length
    }
  } catch (fault) {
    throw new CannotImport(`${file} cannot be read: ${whyUnreadable(fault)}`)
  }
  return { path, fileName: basename(file), bytes, hash: hash.digest("hex") }
}

const systemIn = async (platform: Platform, slug: string | undefined): Promise<System> => {
  const all = await platform.transact({ kind: "anonymous" }, allWorkspaces)
  const found: { slug: string; actor: System }[] = []
  for (const { id, timeZone } of all) {
    const actor: System = { kind: "system", side: "host", workspaceId: id, timeZone, job: "command line" }
    const workspace = await platform.transact(actor, findWorkspace)
    if (workspace) found.push({ slug: workspace.slug, actor })
  }
  const [chosen, ...others] = slug === undefined ? found : found.filter((each) => each.slug === slug)
  if (chosen && others.length === 0) return chosen.actor
  const slugs = found.map((each) => each.slug).join(", ") || "none yet"
  throw new CannotImport(
    `${slug === undefined ? "Say which workspace" : `There is no workspace ${slug}`}: --workspace ${slugs}`,
  )
}

const accept = <T>(result: T | Refusal): T => {
  if (isRefusal(result)) throw new CannotImport(sentenceOf(result))
  return result as T
}

const sentenceOf = ({ refusal, detail = {} }: Refusal): string => {
  if (refusal === "already-imported")
    return `This very file was already imported on ${String(detail["on"]).slice(0, 10)} by ${detail["by"] ?? "the command line"}. Nothing was imported. Undo it first: keelson import --undo ${detail["import"]}`
  if (refusal === "answers-needed")
    return `The column "${detail["header"]}" can be read in two ways (${(detail["examples"] as string[]).join(", ")}). Say which one with ${
      detail["question"] === "date-order" ? "--date-order dmy, mdy or ymd" : "--decimals point or comma"
    }.`
  if (refusal === "no-such-import")
    return "There is no such import in this workspace. Its id is printed at the end of an import."
  if (refusal === "not-now") return `This cannot be done: the import is ${detail["state"]}.`
  return refusal in reasons ? explain(reasons, refusal, detail) : `The import failed (${refusal}).`
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
