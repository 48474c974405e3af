import { expect, test } from "vitest"
import { catalogue } from "#test/importable"
import { type Caller, startTestKeelson, type TestWorkspace } from "#test/keelson"
import * as contract from "./contract.ts"
import { templateOf } from "./rules.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

const settled = ["uploaded", "checked", "imported", "failed", "undone"]
const until = async (caller: Caller, id: string) => {
  for (;;) {
    const { body } = await caller.call(contract.getImport, { import: id })
    if (settled.includes(body.state)) return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const upload = async (caller: Caller, content: string | Uint8Array, name = "file.csv") =>
  caller.call(contract.uploadImport, {}, { file: { name, content } })
const importFile = async (caller: Caller, content: string, options: Parameters<typeof decide>[2] = {}) => {
  const { body } = await upload(caller, content)
  if (Object.keys(options).length > 0) await decide(caller, body.id, options)
  const started = await caller.call(contract.startImport, { import: body.id })
  expect(started, JSON.stringify(started.body)).toMatchObject({ status: 200 })
  return until(caller, body.id)
}
const decide = (
  caller: Caller,
  id: string,
  options: Omit<Parameters<typeof caller.call<typeof contract.decideImport>>[1] & object, "import">,
) => caller.call(contract.decideImport, { import: id, ...options })

const tables = [
  "organization",
  "partnership",
  "contact",
  "roleAssignment",
  "agreement",
  "objective",
  "commitment",
] as const
const facts = ["activity", "measurement", "deal"] as const
const countsOf = (workspace: TestWorkspace): Promise<Record<string, number>> =>
  keelson.platform.transact(workspace.system, async ({ db, actor }) => {
    const counts: Record<string, number> = {}
    for (const table of tables)
      counts[table] = Number(
        (
          await db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as("rows"))
            .where("workspaceId", "=", actor.workspaceId)
            .executeTakeFirstOrThrow()
        ).rows,
      )
    for (const table of facts)
      counts[table] = Number(
        (
          await db
            .selectFrom(table)
            .select(({ fn }) => fn.countAll().as("rows"))
            .where("workspaceId", "=", actor.workspaceId)
            .where("retractedAt", "is", null)
            .executeTakeFirstOrThrow()
        ).rows,
      )
    return counts
  })

test("the example of every kind is imported, and undoing all of them leaves nothing behind", async () => {
  const workspace = await keelson.workspace("Every kind")
  const admin = await workspace.as("admin")
  const before = await countsOf(workspace)
  const done = []
  for (const kind of catalogue.kinds) {
    const template = await admin.call(contract.downloadTemplate, { kind: kind.kind })
    expect(template.body).toBe(templateOf(kind))
    const run = await importFile(admin, template.body as unknown as string)
    expect(run).toMatchObject({ kind: kind.kind, state: "imported", rowsTotal: 1, rowsFailed: 0 })
    done.push(run.id)
  }
  expect(await countsOf(workspace)).toEqual({
    organization: 1,
    partnership: 1,
    contact: 1,
    roleAssignment: 1,
    agreement: 2,
    objective: 1,
    commitment: 1,
    activity: 1,
    measurement: 1,
    deal: 1,
  })
  for (const id of done.toReversed()) {
    expect((await admin.call(contract.undoImport, { import: id })).status).toBe(200)
    expect(await until(admin, id)).toMatchObject({ state: "undone", summary: { kept: {} } })
  }
  expect(await countsOf(workspace)).toEqual(before)
})

const partners = "Partner;Typ;Beginn\nContoso;Händler;01.02.2024\nFabrikam AG;ISV;13.03.2024\n"

test("what an undo cannot take back stays and is said", async () => {
  const workspace = await keelson.workspace("Kept")
  const admin = await workspace.as("admin")
  const first = await importFile(admin, partners)
  expect(first.summary.created).toEqual({ organization: 2, partnership: 2 })
  await importFile(admin, "partner,date,kind\ncontoso gmbh,2026-01-02,call\n")
  await admin.call(contract.undoImport, { import: first.id })
  expect((await until(admin, first.id)).summary).toMatchObject({
    removed: { organization: 1, partnership: 1 },
    kept: { organization: 1, partnership: 1 },
  })
})

test("the same content is imported once, whatever the file is called; an undone import may be repeated", async () => {
  const workspace = await keelson.workspace("Once")
  const manager = await workspace.as("partner_manager")
  const first = await importFile(manager, partners)
  const again = await upload(manager, partners, "other name.csv")
  const refused = await manager.call(contract.startImport, { import: again.body.id })
  expect(refused).toMatchObject({
    status: 409,
    body: {
      code: "already-imported",
      detail: { import: first.id, by: "partner_manager of Once", on: first.finishedAt },
    },
  })
  expect((await manager.call(contract.checkImport, { import: again.body.id })).status).toBe(409)
  expect((await manager.call(contract.previewImport, { import: again.body.id })).body.earlier?.id).toBe(first.id)
  expect((await countsOf(workspace))["partnership"]).toBe(2)
  await manager.call(contract.undoImport, { import: first.id })
  await until(manager, first.id)
  await manager.call(contract.startImport, { import: again.body.id })
  expect(await until(manager, again.body.id)).toMatchObject({ state: "imported" })
  expect((await countsOf(workspace))["partnership"]).toBe(2)
})

test("two starts of one content at once: one wins, the other is told", async () => {
  const workspace = await keelson.workspace("Race")
  const manager = await workspace.as("partner_manager")
  const uploads = await Promise.all([upload(manager, partners), upload(manager, partners), upload(manager, partners)])
  const starts = await Promise.all(uploads.map(({ body }) => manager.call(contract.startImport, { import: body.id })))
  expect(starts.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  await Promise.all(uploads.map(({ body }) => until(manager, body.id)))
  expect((await countsOf(workspace))["partnership"]).toBe(2)
})

test("an ambiguous column asks with examples, and nothing starts before it is answered", async () => {
  const workspace = await keelson.workspace("Ask")
  const manager = await workspace.as("partner_manager")
  await importFile(manager, partners)
  const { body } = await upload(manager, "partner,date,kind\nContoso,03/04/2026,call\nContoso,05/06/2026,call\n")
  const preview = (await manager.call(contract.previewImport, { import: body.id })).body
  expect(preview.questions).toMatchObject([
    { column: 1, kind: "date-order", answer: null, examples: ["03/04/2026", "05/06/2026"] },
  ])
  expect(await manager.call(contract.startImport, { import: body.id })).toMatchObject({
    status: 422,
    body: { code: "answers-needed", detail: { header: "date" } },
  })
  await decide(manager, body.id, { formats: { 1: { dates: "mdy" } } })
  await manager.call(contract.startImport, { import: body.id })
  await until(manager, body.id)
  const days = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("activity")
      .select("occurredAt")
      .where("workspaceId", "=", actor.workspaceId)
      .orderBy("occurredAt")
      .execute(),
  )
  expect(days.map(({ occurredAt }) => occurredAt.slice(0, 10))).toEqual(["2026-03-04", "2026-05-06"])
})

test("rows that cannot be taken are named by line, kept as a file to correct, and do not stop the others", async () => {
  const workspace = await keelson.workspace("Errors")
  const manager = await workspace.as("partner_manager")
  await importFile(manager, partners)
  const file =
    'partner,date,kind\nContoso,2026-01-02,call\nContso,2026-01-03,call\nFabrikam,31.02.2026,"=HYPERLINK(""x"")"\nContoso,2026-01-04\n'
  const { body } = await upload(manager, file)
  await manager.call(contract.checkImport, { import: body.id })
  const checked = await until(manager, body.id)
  expect(checked).toMatchObject({
    state: "checked",
    rowsTotal: 4,
    rowsFailed: 3,
    summary: {
      created: { activity: 1 },
      errors: 3,
      unknownPartners: [{ name: "Contso", rows: 1, suggestions: [{ name: "Contoso" }] }],
    },
  })
  expect((await countsOf(workspace))["activity"]).toBe(0)
  const errors = (await manager.call(contract.listImportErrors, { import: body.id })).body.items
  expect(errors.map(({ line, reasons }) => [line, reasons.map(({ reason }) => reason)])).toEqual([
    [3, ["partner-unknown"]],
    [4, ["date-impossible"]],
    [5, ["required-empty"]],
  ])
  const download = await manager.call(contract.downloadImportErrors, { import: body.id })
  expect(download.body).toContain("'=HYPERLINK")
  expect(download.body).toContain("No partner is called “Contso”")
  const contoso = checked.summary.unknownPartners?.[0]?.suggestions[0]?.id ?? ""
  await decide(manager, body.id, { partners: { Contso: { use: contoso } } })
  await manager.call(contract.startImport, { import: body.id })
  expect(await until(manager, body.id)).toMatchObject({ state: "imported", rowsFailed: 2 })
  expect((await countsOf(workspace))["activity"]).toBe(2)
})

test("unknown partners can be made on the way, skipped, or refused", async () => {
  const workspace = await keelson.workspace("Make")
  const manager = await workspace.as("partner_manager")
  const run = await importFile(
    manager,
    "partner,date,kind\nNew One,2026-01-02,call\nNew One Ltd,2026-01-03,call\nOld One,2026-01-03,call\nWrong,2026-01-05,call\n",
    { unknownPartners: "create", partnershipType: "isv", partners: { Wrong: { skip: true } } },
  )
  expect(run.summary).toMatchObject({ created: { organization: 2, partnership: 2, activity: 3 }, skipped: 1 })
})

test("facts that the other system numbered are recorded once", async () => {
  const workspace = await keelson.workspace("Numbered")
  const manager = await workspace.as("partner_manager")
  await importFile(manager, partners)
  await importFile(manager, "partner,date,kind,id\nContoso,2026-01-02,call,A1\n")
  const grown = await importFile(
    manager,
    "partner,date,kind,id\nContoso,2026-01-02,call,A1\nContoso,2026-01-03,call,A2\nContoso,2026-01-04,call,A2\nContoso,2026-01-05,call,\n",
  )
  expect(grown).toMatchObject({ rowsFailed: 0, summary: { created: { activity: 2 }, known: 2 } })
})

test("a mapping a person chose is offered for the next file with these headers", async () => {
  const workspace = await keelson.workspace("Memory")
  const manager = await workspace.as("partner_manager")
  await importFile(manager, partners)
  const file = (day: string) => `Wer,Wann so,Was so,Mehr\nContoso,${day},call,lunch\n`
  await importFile(manager, file("2026-01-02"), {
    kind: "activities",
    mapping: ["partner", "occurred_on", "kind", null],
  })
  const next = await upload(manager, file("2026-01-03"))
  await decide(manager, next.body.id, { kind: "activities" })
  const preview = (await manager.call(contract.previewImport, { import: next.body.id })).body
  expect(preview.columns.map(({ field, because }) => [field, because])).toEqual([
    ["partner", "remembered"],
    ["occurred_on", "remembered"],
    ["kind", "remembered"],
    [null, "remembered"],
  ])
})

test.each([
  ["empty-file", "", "empty.csv"],
  ["not-a-spreadsheet", "%PDF-1.7\n%âãÏÓ\n1 0 obj", "report.pdf"],
  ["not-a-spreadsheet", "<html><table></table></html>", "page.xls"],
  ["no-header-row", "1,2,3\n4,5,6\n", "numbers.csv"],
  ["too-many-columns", `${Array.from({ length: 10_000 }, (_, at) => `c${at}`).join(",")}\n`, "wide.csv"],
])("a file that cannot be read is refused: %s", async (code, content, name) => {
  const workspace = await keelson.workspace("Bad files")
  const manager = await workspace.as("partner_manager")
  expect(await upload(manager, content, name)).toMatchObject({ status: 422, body: { code } })
  expect((await manager.call(contract.listImports)).body.items).toEqual([])
})

test("only those who may import see imports, and undo is for administrators and the one who imported", async () => {
  const workspace = await keelson.workspace("Allowed")
  const stranger = await (await keelson.workspace("Stranger")).as("owner")
  const manager = await workspace.as("partner_manager")
  const run = await importFile(manager, partners)
  const organization = await keelson.platform.transact(workspace.system, ({ db, actor }) =>
    db
      .selectFrom("organization")
      .select("id")
      .where("workspaceId", "=", actor.workspaceId)
      .limit(1)
      .executeTakeFirstOrThrow(),
  )
  const partner = await workspace.asPartner(organization.id)
  const viewer = await workspace.as("viewer")
  const about = { import: run.id }
  for (const endpoint of [
    contract.getImport,
    contract.previewImport,
    contract.startImport,
    contract.undoImport,
    contract.discardImport,
    contract.downloadImportErrors,
  ]) {
    expect((await viewer.call(endpoint, about)).status).toBe(403)
    expect((await partner.call(endpoint, about)).status).toBe(404)
    expect((await stranger.call(endpoint, about)).status).toBe(404)
    expect((await keelson.anonymous(workspace.slug).call(endpoint, about)).status).toBe(401)
  }
  expect((await upload(viewer, partners)).status).toBe(403)
  expect((await upload(partner, partners)).status).toBe(403)
  expect((await (await workspace.as("owner")).call(contract.undoImport, about)).status).toBe(200)
})
