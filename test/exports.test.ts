import { expect, test } from "vitest"
import { getTimeline } from "#contract/activities"
import { listEvents } from "#contract/audit"
import { getImport, startImport, uploadImport } from "#contract/imports"
import { listPartnerships } from "#contract/portfolio"
import { modules } from "#modules-list"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { enter, monthly, recordPartnership } from "#test/promises"

const clock = movableClock("2026-11-23T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, worker: true })
const workspace = await keelson.workspace("Nordwind")
const [manager, admin] = [await workspace.as("partner_manager"), await workspace.as("admin")]
const partnership = await recordPartnership(manager, "Contoso")
await recordPartnership(manager, "Fabrikam")
await enter(manager, partnership.id, [monthly("host")])
const partner = await workspace.asPartner(partnership.organizationId)

const download = async (who: Caller, path: string, query: Record<string, string> = {}) => {
  const address = `${keelson.address}/api/w/${workspace.slug}${path}?${new URLSearchParams(query)}`
  const response = await fetch(address, { headers: { cookie: who.cookie } })
  return { status: response.status, text: await response.text() }
}
const exported = async (kind: string) => (await admin.call(listEvents, { kind, limit: 200 })).body.items
const document = `/partnerships/${partnership.id}/document`

/** What hands out a file, and the event that the ledger then has; or why it has none. */
const known: Readonly<Record<string, string>> = {
  "/portfolio-document": "portfolio.exported",
  "/partnerships/:partnership/document": "partnership.exported",
  "/imports/:import/error-file": "import.errors_exported",
  "/security-events/file": "security_log.exported",
  "/personal-data/:person/export": "personal_data.exported",
  "/own-data/export": "personal_data.exported",
  "/agreement-versions/:agreementVersion/document.docx": "agreement_draft.exported",
  "/agreement-versions/:agreementVersion/document.pdf": "agreement_draft.exported",
  "/agreements/:agreement/document.pdf": "agreement.exported",
  "/verify/authority": "nothing: a certificate that is the same for everybody",
  "/import-templates/:kind": "nothing: an example that is the same for everybody",
  "/applications/:application/files/:applicationFile/content":
    "nothing: what somebody brought is looked at where it lies, like a page",
  "/diligence-rounds/:diligenceRound/files/:evidenceFile/content":
    "nothing: what somebody brought is looked at where it lies, like a page",
  "/files/:file/content": "nothing: what somebody brought is looked at where it lies, like a page",
}

test("of every endpoint that hands out a file it is known what is written down of it", () => {
  const downloads = modules.flatMap(({ actions }) =>
    actions.flatMap(({ endpoint }) => (endpoint.downloads ? [endpoint.path] : [])),
  )
  expect(downloads.toSorted()).toEqual(Object.keys(known).toSorted())
  const events = new Set(modules.flatMap(({ events: brought }) => brought.map(({ kind }) => kind)))
  expect(Object.values(known).filter((said) => !events.has(said) && !said.startsWith("nothing: "))).toEqual([])
})

test("the portfolio in each form is written down with who, form, filter, columns and rows", async () => {
  const { items } = (await manager.call(listPartnerships, { search: "Contoso" })).body
  for (const form of ["pdf", "pptx", "xlsx", "csv"]) {
    const { status } = await download(manager, "/portfolio-document", {
      form,
      search: "Contoso",
      columns: "stage",
      sort: "-name",
      locale: "de",
    })
    expect(status).toBe(200)
    const [latest] = await exported("portfolio.exported")
    expect(latest).toMatchObject({
      actor: { kind: "member", name: "partner_manager of Nordwind" },
      subjectType: "workspace",
      subjectName: "Portfolio 2026-11-23",
      visibility: "host",
      payload: {
        form,
        audience: "host",
        rows: items.length,
        filter: { search: "Contoso", columns: ["stage"], sort: "-name" },
      },
    })
    expect(JSON.stringify(latest?.payload)).not.toContain(partnership.id)
  }
  await download(manager, "/portfolio-document", { form: "csv" })
  expect((await exported("portfolio.exported")).map(({ payload }) => payload["rows"])).toEqual([2, 1, 1, 1, 1])
})

test("a partnership in each form is written down for the side that took it, and for nobody else", async () => {
  const forms = ["pdf", "pptx", "xlsx", "csv", "ics"]
  for (const form of forms) expect((await download(manager, document, { form, audience: "host" })).status).toBe(200)
  const { text } = await download(partner, document, { form: "csv" })
  const rows = text.trim().split("\r\n").length - 1
  const ofHost = await exported("partnership.exported")
  expect(ofHost.map(({ payload }) => payload["form"]).toReversed()).toEqual(forms)
  const counted = Object.fromEntries(ofHost.map(({ payload }) => [payload["form"], payload["rows"]]))
  expect(counted).toMatchObject({ pdf: null, pptx: null, xlsx: rows, csv: rows })
  expect(counted["ics"]).toBeGreaterThan(0)
  for (const { visibility, partnership: about } of ofHost)
    expect([visibility, about?.name]).toEqual(["host", "Contoso"])
  const seenBy = async (who: Caller) =>
    (await who.call(getTimeline, { partnership: partnership.id, limit: 200 })).body.items.flatMap((each) =>
      each.kind === "partnership.exported" ? [each.visibility] : [],
    )
  expect(await seenBy(partner)).toEqual(["partner"])
  expect(await seenBy(manager)).toEqual(forms.map(() => "host"))
})

test("the rows of a file to correct are written down with their number", async () => {
  const content = "partner,country\n,Germany\nGood,Nowhere at all\n"
  const { body: run } = await admin.call(uploadImport, {}, { file: { name: "partners.csv", content } })
  await admin.call(startImport, { import: run.id })
  await expect
    .poll(async () => (await admin.call(getImport, { import: run.id })).body.state, { timeout: 60_000 })
    .toBe("imported")
  const { status, text } = await download(admin, `/imports/${run.id}/error-file`)
  expect(status).toBe(200)
  expect(await exported("import.errors_exported")).toMatchObject([
    {
      subjectType: "import",
      subjectName: "partners - to correct.csv",
      payload: { form: "csv", rows: text.trim().split("\n").length - 1 },
    },
  ])
})

test("what was refused or could not be written down is neither handed out nor in the ledger", async () => {
  const before = [...(await exported("portfolio.exported")), ...(await exported("partnership.exported"))].length
  expect((await download(partner, "/portfolio-document", { form: "csv" })).status).toBe(403)
  expect((await download(partner, document, { form: "csv", audience: "host" })).status).toBe(403)
  expect((await download(manager, "/portfolio-document", { form: "docx" })).status).toBe(422)
  await runAsOwner(keelson.ownerUrl, "revoke insert on event from keelson_app")
  const { status, text } = await download(manager, "/portfolio-document", { form: "csv" })
  await runAsOwner(keelson.ownerUrl, "grant insert on event to keelson_app")
  expect(status).toBe(500)
  expect(text).not.toContain("Contoso")
  expect([...(await exported("portfolio.exported")), ...(await exported("partnership.exported"))]).toHaveLength(before)
  expect((await download(manager, "/portfolio-document", { form: "csv" })).text).toContain("Contoso")
})
