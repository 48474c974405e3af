import { expect, test } from "vitest"
import { field } from "#core/importable/field"
import { textOf } from "#core/importable/row"
import { openPartners, partnerField } from "#modules/partnerships"
import { type Importable, importTable, isRowError } from "#platform/importable"
import { defineModule } from "#platform/module"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { catalogueOf } from "./catalogue.ts"
import * as contract from "./contract.ts"

/*
 * A module that nobody here knows lets certificates be imported: a kind of file, a column in files of partners, a table,
 * what must stay on undo, a reason of its own. No file of this module names it.
 */
let written = 0
const certificateTable = importTable({
  name: "accreditation",
  columns: { id: "uuid", partnership_id: "uuid", title: "text", issued_on: "date" },
  now: ["created_at"],
  about: "partnership_id",
  undo: "delete",
  afterwards: async () => void written++,
})
const importable: Partial<Importable> = {
  kinds: [
    {
      kind: "certificates",
      fields: [
        partnerField,
        field("title", "Certificate", "text", "zertifikat", { isRequired: true }),
        field("issued_on", "Issued on", "date", "ausgestellt am", { isRequired: true }),
      ],
      example: { partner: "Contoso GmbH", title: "Data platform", issued_on: "2026-03-01" },
      open: async ({ add, newId, shared, today }) => {
        const { partnershipOf } = await shared(openPartners)
        return (row) => {
          const partnership = partnershipOf(row)
          if (partnership === "skipped" || isRowError(partnership)) return partnership
          const issuedOn = textOf(row, "issued_on") ?? ""
          if (issuedOn > today) return { field: "issued_on", reason: "not-issued-yet", params: { today } }
          add(certificateTable, {
            id: newId(),
            partnership_id: partnership.id,
            title: textOf(row, "title"),
            issued_on: issuedOn,
          })
          return "recorded"
        }
      },
    },
  ],
  additions: [
    {
      kind: "partners",
      fields: [field("certified_since", "Certified since", "date", "zertifiziert seit")],
      example: { certified_since: "2025-01-01" },
      open:
        ({ add, newId }) =>
        (row, partnershipId) => {
          const issuedOn = textOf(row, "certified_since")
          if (issuedOn !== undefined)
            add(certificateTable, { id: newId(), partnership_id: partnershipId, title: "First", issued_on: issuedOn })
        },
    },
  ],
  tables: [certificateTable],
  holds: [{ table: "partnership", from: "accreditation", by: "partnership_id" }],
  reasons: { "not-issued-yet": "A certificate cannot be issued after today, {{today}}." },
}

const certificates = defineModule("certificates", { importable: [importable] })
const keelson = await startTestKeelson({
  worker: true,
  extraModules: [certificates],
  environment: { LOG_LEVEL: "warn" },
})
await runAsOwner(
  keelson.ownerUrl,
  `create table accreditation (workspace_id uuid not null, id uuid not null, partnership_id uuid not null, title text not null,
    issued_on date not null, created_at timestamptz not null, import_id uuid, primary key (workspace_id, id),
    foreign key (workspace_id, partnership_id) references partnership);
  grant select, insert, delete on accreditation to keelson_app`,
)
const count = async (table: string, where = "true"): Promise<number> =>
  Number(
    (await runAsOwner<{ rows: string }>(keelson.ownerUrl, `select count(*) as rows from ${table} where ${where}`))[0]
      ?.rows,
  )

const until = async (caller: Caller, id: string) => {
  for (;;) {
    const { body } = await caller.call(contract.getImport, { import: id })
    if (["imported", "failed", "undone"].includes(body.state)) return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const importFile = async (caller: Caller, content: string) => {
  const { body } = await caller.call(contract.uploadImport, {}, { file: { name: "file.csv", content } })
  await caller.call(contract.startImport, { import: body.id })
  return until(caller, body.id)
}
const undo = async (caller: Caller, id: string) => {
  expect((await caller.call(contract.undoImport, { import: id })).status).toBe(200)
  return until(caller, id)
}

test("what a module contributes is offered, guessed, checked, recorded and undone", async () => {
  const workspace = await keelson.workspace("Certificates")
  const admin = await workspace.as("admin")
  const offered = (await admin.call(contract.listImportKinds)).body.items
  expect(offered.at(-1)).toMatchObject({ kind: "certificates", fields: [{ key: "partner" }, { key: "title" }, {}] })
  const template = await admin.call(contract.downloadTemplate, { kind: "certificates" })
  expect(template.body).toBe("partner,title,issued_on\r\nContoso GmbH,Data platform,2026-03-01\r\n")

  const partners = await importFile(admin, "Firma,Zertifiziert seit\nContoso,2025-02-01\nFabrikam,\n")
  expect(partners.summary.created).toEqual({ organization: 2, partnership: 2, accreditation: 1 })
  expect(written).toBe(1)
  const run = await importFile(
    admin,
    "Firma,Zertifikat,Ausgestellt am\nContoso,Cloud,2026-03-02\nNobody,Cloud,2026-03-02\nFabrikam,Data,2099-01-01\n",
  )
  expect(run).toMatchObject({
    kind: "certificates",
    state: "imported",
    rowsFailed: 2,
    summary: { created: { accreditation: 1 } },
  })
  expect(written).toBe(2)
  const errors = (await admin.call(contract.listImportErrors, { import: run.id })).body.items
  expect(errors.map(({ line, reasons }) => [line, reasons[0]?.reason, reasons[0]?.message.slice(0, 40)])).toEqual([
    [3, "partner-unknown", "No partner is called “Nobody”. Match it "],
    [4, "not-issued-yet", "A certificate cannot be issued after tod"],
  ])
  expect((await admin.call(contract.downloadImportErrors, { import: run.id })).body).toContain(
    "A certificate cannot be",
  )
  expect(await count("stale_partnership", `workspace_id = '${workspace.system.workspaceId}'`)).toBeGreaterThan(0)

  // Contoso is held by the accreditation of the second import; its own goes with the first.
  expect((await undo(admin, partners.id)).summary).toMatchObject({
    removed: { accreditation: 1, partnership: 1, organization: 1 },
    kept: { partnership: 1, organization: 1 },
  })
  expect((await undo(admin, run.id)).summary).toMatchObject({ removed: { accreditation: 1 }, kept: {} })
  expect(await count("accreditation")).toBe(0)
})

test("a kind that no module contributes is refused in words", async () => {
  const manager = await (await keelson.workspace("No such kind")).as("partner_manager")
  expect(await manager.call(contract.downloadTemplate, { kind: "planets" })).toMatchObject({
    status: 422,
    body: { code: "unknown-kind" },
  })
  const { body } = await manager.call(contract.uploadImport, {}, { file: { name: "f.csv", content: "Partner\nA\n" } })
  const decided = await manager.call(contract.decideImport, { import: body.id, kind: "planets" })
  expect(decided).toMatchObject({ status: 422, body: { code: "unknown-kind" } })
})

test("modules that contradict each other are found before anything is imported", () => {
  const all = (...more: Partial<Importable>[]) =>
    catalogueOf({
      contributed: {
        ...keelson.platform.contributed,
        importable: [...keelson.platform.contributed.importable, ...more],
      },
    })
  const { kinds = [], additions = [] } = importable
  expect(() => all({ kinds })).toThrow("two modules contribute certificates")
  expect(() => all({ tables: [certificateTable] })).toThrow("two modules contribute accreditation ")
  expect(() => all({ additions: additions.map((each) => ({ ...each, kind: "planets" })) })).toThrow("planets")
})
