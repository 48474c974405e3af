import { createHash } from "node:crypto"
import { mkdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type { Member } from "#core/actor"
import { isRefusal } from "#core/refusal"
import { acceptFile, catalogueOf, prepareRun, workOn } from "#modules/imports"
import { partnershipChanged } from "#modules/partnerships"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import type { Tx } from "#platform/tx"
import type { Role } from "./cast.ts"

/** What another system says of a company otherwise than we have it, and what one of our people has changed here by hand. */
type Otherwise = Readonly<{ name: string; said?: Partial<Said>; here?: Readonly<{ region: string }> }>
type Said = Readonly<{ country: string; region: string; industry: string; tier: string }>

/** An export of the vendor's CRM: most companies are as they are here, some are not, and one is new. */
export type NextExport = Readonly<{
  fileName: string
  lists: readonly string[]
  otherwise: readonly Otherwise[]
  isNew: string
}>

const head = "Partner,Website,Partner type,Country,Region,Industry,Tier"

const lineOf = ({ name, domain, type, country, region, industry }: Role, said: Partial<Said> = {}): string => {
  const cells = { country, region, industry, tier: "", ...said }
  return [name, domain, type.replaceAll("_", " "), cells.country, cells.region, cells.industry, cells.tier]
    .map((cell) => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(",")
}

/** The file was sent and checked by this person, and waits for what is to become of the rows that differ. */
export const sendNextExport = async (
  platform: Platform,
  { fileName, lists, otherwise, isNew }: NextExport,
  sender: Member,
  cast: readonly Role[],
): Promise<void> => {
  if (await platform.transact(sender, hasFile)) return
  for (const { name, here } of otherwise) if (here) await changeByHand(platform, sender, name, here)
  const listed = cast.filter(({ name }) => lists.includes(name))
  const rows = listed.map((role) => lineOf(role, otherwise.find(({ name }) => name === role.name)?.said))
  const content = Buffer.from([head, ...rows, isNew, ""].join("\r\n"))
  const folder = join(platform.config.folder, "uploads")
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  await writeFile(path, content, { mode: 0o600, flag: "wx" })
  const hash = createHash("sha256").update(content).digest("hex")
  const id = await platform.transact(sender, async (tx) => {
    const catalogue = catalogueOf(platform)
    const accepted = await acceptFile(
      tx,
      catalogue,
      { path, fileName, bytes: content.length, hash },
      { kind: "partners" },
    )
    if (isRefusal(accepted)) throw new TypeError(`the demo's file: ${accepted.refusal}`)
    const prepared = await prepareRun(tx, catalogue, accepted.id, "checking")
    if (isRefusal(prepared)) throw new TypeError(`the demo's file: ${prepared.refusal}`)
    return accepted.id
  })
  const { workspaceId, timeZone, userId } = sender
  await workOn(platform, { kind: "system", side: "host", job: "demo", workspaceId, timeZone, userId }, id)
}

/** Where the making of the demo was cut short behind it. */
const hasFile = async ({ db, actor }: Tx<Member>): Promise<boolean> =>
  (await db.selectFrom("importRun").select("id").where("workspaceId", "=", actor.workspaceId).executeTakeFirst()) !==
  undefined

/** Somebody knows better than the CRM, and has written it down here. */
const changeByHand = (platform: Platform, sender: Member, name: string, after: Readonly<{ region: string }>) =>
  platform.transact(sender, async (tx) => {
    const found = await tx.db
      .selectFrom("partnership")
      .select(["id", "region"])
      .where("workspaceId", "=", sender.workspaceId)
      .where("name", "=", name)
      .executeTakeFirst()
    if (!found || found.region === after.region) return
    await tx.db
      .updateTable("partnership")
      .set(({ eb }) => ({ ...after, updatedAt: tx.now, version: eb("version", "+", 1) }))
      .where("workspaceId", "=", sender.workspaceId)
      .where("id", "=", found.id)
      .execute()
    const before = { region: found.region }
    await tx.record(partnershipChanged, { subjectId: found.id, partnershipId: found.id, payload: { before, after } })
  })
