import ICAL from "ical.js"
import { extractText, getDocumentProxy } from "unpdf"
import { describe, expect, test } from "vitest"
import { recordActivity } from "#contract/activities"
import { listOccurrences, reDateOccurrence } from "#contract/commitments"
import { createPartnership, writeNote } from "#contract/partnerships"
import type { RequestOf } from "#core/endpoint"
import { unzip } from "#platform/archives/zip"
import { newId } from "#platform/ids"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { enter, monthly, runJob } from "#test/promises"
import { type downloadPartnership, type downloadPortfolio, listPartnerships } from "./contract.ts"

const clock = movableClock("2026-08-03T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { workspaceId } = workspace.system
const hostOnly = ["Zebrafinch reason", "Zebrafinch note", "Zebrafinch meeting"] as const
const name = "Müller & Söhne <東京>"
const { body: partner } = await manager.call(createPartnership, {
  type: "reseller",
  newOrganization: { name },
  reason: hostOnly[0],
})
const partnership = partner.id
await manager.call(createPartnership, { type: "isv", newOrganization: { name: '=HYPERLINK("x") 🚀' } })
const { body: quiet } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Quiet" } })
await manager.call(writeNote, { partnership, body: hostOnly[1] })
await enter(manager, partnership, [
  monthly("host", { title: "We send leads" }),
  monthly("partner", { title: "They send figures" }),
])
clock.moveTo("2026-11-23T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)
await manager.call(recordActivity, { partnership, kind: "meeting", summary: "Shared words", visibility: "shared" })
await manager.call(recordActivity, { partnership, kind: "meeting", summary: hostOnly[2], visibility: "host" })
const onset = { date: "2026-09-07", low: "2026-08-31", high: "2026-09-14", level: 0.9 }
const finding = {
  ...{
    partnership,
    drifting: true,
    scored: true,
    probability: 0.93,
    onset,
    detectedOn: "2026-10-05",
    firstSide: "host",
  },
  ...{
    signals: [],
    market: false,
    reason: null,
    episodes: [],
    firstPartyId: null,
    silentSince: null,
    fromTheStart: false,
  },
  causes: [{ cause: "host_people_loss", probability: 0.8, evidence: [] }],
}
await keelson.platform.transact(workspace.system, (tx) => {
  tx.figuresChanged([partnership])
  return tx.db
    .insertInto("driftFinding")
    .values({
      workspaceId,
      partnershipId: partnership,
      asOf: "2026-11-23",
      computedAt: clock.now(),
      probability: 0.93,
      scored: true,
      drifting: true,
      onsetOn: "2026-09-07",
      firstSide: "host",
      finding: JSON.stringify(finding),
    })
    .execute()
})
const ofPartner = await workspace.asPartner(partner.organizationId)

type Fetched = Readonly<{ status: number; bytes: Buffer; code: string | undefined; headers: Headers }>
const fetched = async (caller: Caller, path: string, query: Record<string, string | undefined>): Promise<Fetched> => {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]): [string, string][] => (value === undefined ? [] : [[key, value]])),
  )
  const response = await fetch(`${keelson.address}/api/w/${workspace.slug}${path}?${search}`, {
    headers: { cookie: caller.cookie },
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  const code = response.ok ? undefined : (JSON.parse(bytes.toString()) as { code: string }).code
  return { status: response.status, bytes, code, headers: response.headers }
}
type Strings<T> = { [K in keyof T]?: string }
const portfolio = (query: Strings<RequestOf<typeof downloadPortfolio>>, caller = manager) =>
  fetched(caller, "/portfolio-document", query)
const one = (query: Omit<Strings<RequestOf<typeof downloadPartnership>>, "partnership">, caller = manager) =>
  fetched(caller, `/partnerships/${partnership}/document`, query)

const pdfText = async ({ bytes }: Fetched) =>
  (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text.replaceAll(/\s+/g, " ")
/** Everything a file says, in its hidden parts too. */
const allText = async (form: string, { bytes, headers }: Fetched): Promise<string> => {
  const head = decodeURIComponent(headers.get("content-disposition") ?? "")
  if (form === "pdf") return head + (await pdfText({ bytes } as Fetched)) + bytes.toString("latin1")
  if (form === "csv" || form === "ics") return head + bytes.toString()
  const open = (archive: Buffer): string =>
    [...unzip(archive)].map(([path, part]) => path + (path.endsWith(".xlsx") ? open(part) : part.toString())).join("\n")
  return head + open(form === "xlsx" ? Buffer.from(bytes) : bytes)
}
const csvRows = ({ bytes }: Fetched) => bytes.toString().trim().split("\r\n").slice(1)

describe("the portfolio", () => {
  test("holds the rows of the page, under the same filter and in the same order", async () => {
    for (const query of [{}, { sort: "-name" }, { drifting: "true" }, { type: "isv", sort: "-updatedAt" }] as const) {
      const { items } = (await manager.call(listPartnerships, query)).body
      const names = items.map((line) => line.name)
      expect(
        csvRows(await portfolio({ ...query, form: "csv" })).map((row) =>
          names.find((each) => row.replaceAll('"', "").includes(each.replaceAll('"', ""))),
        ),
      ).toEqual(names)
      const text = await pdfText(await portfolio({ ...query, form: "pdf" }))
      for (const each of names) expect(text).toContain(each.replace("🚀", "[U+1F680]"))
    }
  })

  test("says the same figures on the page, in the PDF, the workbook and the CSV file", async () => {
    const { items } = (await manager.call(listPartnerships, { drifting: "true" })).body
    const [line] = items
    expect(line?.kept.host.due).toBeGreaterThan(0)
    const { kept, promises } = line ?? ({} as never)
    const [row = ""] = csvRows(await portfolio({ form: "csv", drifting: "true" }))
    expect(row).toContain(
      `,drifting,,host,0.93,2026-09-07,,52,,${kept.host.kept},${kept.host.due},${promises.host.overdue},${kept.partner.kept},${kept.partner.due},${promises.partner.overdue},`,
    )
    const text = await pdfText(await portfolio({ form: "pdf", drifting: "true", locale: "de-AT" }))
    expect(text).toContain(`${kept.host.kept} von ${kept.host.due}`)
    expect(text).toContain("7. Sep. 2026")
    const sheet = await allText("xlsx", await portfolio({ form: "xlsx", drifting: "true", locale: "de" }))
    // 7 September 2026 as spreadsheets count days, and what the rows are.
    for (const said of [
      "<v>46272</v>",
      "<v>0.93</v>",
      "Driftet",
      "Zeilen: 1",
      "Gefiltert nach: Driftet",
      "Zeiten in: Europe/Berlin",
    ])
      expect(sheet).toContain(said)
  })

  test("says between which bounds its figures lie, and in which currency", async () => {
    const query = { valueFrom: "-2000", keptHostTo: "90", noticeFrom: "2026-01-01" }
    const sheet = await allText("xlsx", await portfolio({ form: "xlsx", locale: "en-GB", ...query }))
    expect(sheet).toContain("Value, 12 months (EUR) ≥ -2,000, Kept by us (%) ≤ 90, Next notice ≥ 1 Jan 2026")
  })

  test("takes the columns that the page shows", async () => {
    const { bytes } = await portfolio({ form: "csv", columns: "stage,onset" })
    expect(bytes.toString().split("\r\n")[0]).toBe(
      "\uFEFFname,organization,onset_on,changed_since,stage,partnership_uuid,organization_uuid",
    )
  })

  test("is no formula where it is a CSV file, and text where it is a workbook", async () => {
    expect((await portfolio({ form: "csv", type: "isv" })).bytes.toString()).toContain(`"'=HYPERLINK(""x"") 🚀"`)
    expect(await allText("xlsx", await portfolio({ form: "xlsx", type: "isv" }))).toContain(
      't="inlineStr"><is><t>=HYPERLINK(',
    )
  })

  test("is the host's alone", async () => {
    for (const form of ["pdf", "pptx", "xlsx", "csv"] as const)
      expect(await portfolio({ form }, ofPartner)).toMatchObject({ status: 403, code: "role-may-not" })
  })

  test("too long for paper is told so, with the forms that hold it, and those do", async () => {
    const rows = Array.from({ length: 1_001 }, (_, row) => ({ workspaceId, id: newId(), row }))
    await keelson.platform.transact(workspace.system, async (tx) => {
      await tx.db
        .insertInto("partnership")
        .values(
          rows.map(({ id, row }) => ({
            workspaceId,
            id,
            name: `Bulk ${row}`,
            organizationId: quiet.organizationId,
            type: "referral",
            currency: "EUR",
            createdAt: clock.now(),
            updatedAt: clock.now(),
          })),
        )
        .execute()
      tx.figuresOfNew()
    })
    for (const form of ["pdf", "pptx"] as const)
      expect(await portfolio({ form, type: "referral" })).toMatchObject({ status: 422, code: "too-long-for-paper" })
    expect(csvRows(await portfolio({ form: "csv", type: "referral" }))).toHaveLength(1_001)
    expect(await allText("xlsx", await portfolio({ form: "xlsx", type: "referral" }))).toContain("Rows: 1001")
  })
})

describe("a partnership", () => {
  const forms = ["pdf", "pptx", "xlsx", "csv", "ics"] as const

  test("for both sides holds nothing of the host's own, whoever takes it, in no part of the file", async () => {
    for (const form of forms)
      for (const caller of [manager, ofPartner]) {
        const file = await one({ form, audience: "shared" }, caller)
        expect(file.status).toBe(200)
        const text = await allText(form, file)
        for (const secret of [...hostOnly, "drifting", "0.93", "7 Sep"]) expect(text).not.toContain(secret)
        // The positive control: what both may see is there.
        expect(text).toContain(form === "ics" ? "Shared words" : "They send figures")
      }
  })

  test("says for whom it is, and the host's own is refused to the partner", async () => {
    expect(await pdfText(await one({ audience: "host" }))).toContain("For Nordwind only")
    expect(await pdfText(await one({ audience: "shared" }))).toContain(`For Nordwind and ${name}`)
    expect(await pdfText(await one({ audience: "host" }))).toContain("Drifting since about Sep 7, 2026")
    for (const form of forms)
      expect(await one({ form, audience: "host" }, ofPartner)).toMatchObject({ status: 403, code: "role-may-not" })
  })

  test("is named in the reader's letters, and in plain ones for old readers", async () => {
    const { headers } = await one({ form: "pdf" })
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="M_ller & S_hne ____ 2026-11-23.pdf"; filename*=UTF-8''${encodeURIComponent("Müller & Söhne _東京_ 2026-11-23.pdf")}`,
    )
    const own = await one({ form: "pdf", audience: "host", locale: "de" })
    expect(own.headers.get("content-disposition")).toContain("2026-11-23%20intern.pdf")
    expect(headers.get("content-type")).toBe("application/pdf")
    expect(headers.get("cache-control")).toBe("no-store")
  })

  test("two of one moment are the same bytes", async () => {
    for (const form of ["pdf", "pptx", "ics"] as const)
      expect((await one({ form })).bytes.equals((await one({ form })).bytes)).toBe(true)
  })

  test("holds every promise of the register, as often as it is there", async () => {
    const { items } = (await manager.call(listOccurrences, { partnership, limit: 200 })).body
    const rows = csvRows(await one({ form: "csv" }))
    expect(rows.map((row) => row.split(",").at(-1))).toEqual(items.map(({ id }) => id))
  })

  test("as a calendar knows each day again after it has moved", async () => {
    const read = async () =>
      new Map(
        new ICAL.Component(ICAL.parse((await one({ form: "ics" })).bytes.toString()))
          .getAllSubcomponents("vevent")
          .map((each) => {
            const event = new ICAL.Event(each)
            return [event.uid, { on: event.startDate.toString(), sequence: Number(event.sequence) }]
          }),
      )
    const before = await read()
    // Whoever is owed a promise gives it more time.
    const { items } = (await manager.call(listOccurrences, { partnership, state: "upcoming" })).body
    const open = items.find(({ owedBy }) => owedBy === "partner")
    if (!open) throw new Error("something is still to come")
    await manager.call(reDateOccurrence, { occurrence: open.id, dueOn: "2027-02-11", reason: "agreed" })
    const after = await read()
    const [uid, then] = [...before].find(([key]) => key.startsWith(open.id)) ?? []
    const now = after.get(uid ?? "")
    expect(now?.on).toBe("2027-02-11")
    expect(now?.sequence).toBeGreaterThan(then?.sequence ?? Number.POSITIVE_INFINITY)
    expect(after.size).toBe(before.size)
    // Nor where Keelson has moved to another address.
    expect([...after.keys()].every((key) => /^[0-9a-f-]{36}(-\w+)?@keelson$/.test(key))).toBe(true)
  })

  test("of another partner is not there", async () => {
    const { body: other } = await manager.call(createPartnership, { type: "isv", newOrganization: { name: "Other" } })
    const stranger = await workspace.asPartner(other.organizationId)
    for (const form of forms) expect((await one({ form }, stranger)).status).toBe(404)
  })

  test("whose reader has gone meanwhile is not made any more", async () => {
    const gone = await workspace.as("viewer")
    expect((await one({}, gone)).status).toBe(200)
    await keelson.platform.transact(workspace.system, ({ db }) =>
      db
        .updateTable("member")
        .set({ deactivatedAt: clock.now() })
        .where("workspaceId", "=", workspaceId)
        .where("role", "=", "viewer")
        .execute(),
    )
    // A session is remembered for some seconds.
    await expect.poll(async () => (await one({}, gone)).status).toBe(404)
  })
})
