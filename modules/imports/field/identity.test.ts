import { expect, test } from "vitest"
import { previewImport } from "#contract/imports"
import { listMarks, listOrganizations, removeMark } from "#contract/organizations"
import { checkFile, fieldFile, importFile, receive } from "#test/imports"
import { startTestKeelson } from "#test/keelson"
import * as contract from "../contract.ts"

const keelson = await startTestKeelson({ worker: true, environment: { LOG_LEVEL: "warn" } })

type File = Parameters<typeof importFile>[1]
type Decided = Parameters<typeof importFile>[2]

const open = async (name: string) => {
  const workspace = await keelson.workspace(name)
  const caller = await workspace.as("admin")
  const companies = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("organization")
        .select(["name", "domains", "externalId"])
        .where("workspaceId", "=", actor.workspaceId)
        .orderBy("id")
        .execute()
      return rows.map(({ name, domains, externalId }) => [name, domains.join(" "), externalId])
    })
  const bring = async (file: File, decided?: Decided) => {
    const run = await importFile(caller, file, decided)
    expect(run).toMatchObject({ state: "imported", rowsFailed: 0 })
    return run
  }
  const activities = () =>
    keelson.platform.transact(workspace.system, async ({ db, actor }) => {
      const rows = await db
        .selectFrom("activity")
        .innerJoin("partnership", (join) =>
          join
            .onRef("partnership.id", "=", "activity.partnershipId")
            .onRef("partnership.workspaceId", "=", "activity.workspaceId"),
        )
        .select("partnership.name")
        .where("activity.workspaceId", "=", actor.workspaceId)
        .orderBy("activity.id")
        .execute()
      return rows.map(({ name }) => name)
    })
  return { caller, companies, bring, activities, viewer: () => workspace.as("viewer") }
}

const told = (run: Awaited<ReturnType<typeof checkFile>>) =>
  (run.summary.remarks ?? []).map(({ key, count, isOpen }) => [key, count, isOpen])

test("four companies are four: other ids and domains beat a like name, a host of many identifies nobody", async () => {
  const { bring, companies } = await open("Same stem")
  const run = await bring(fieldFile("01-same-stem-other-company/partners.csv"))
  expect(run.summary).toMatchObject({ created: { organization: 4, partnership: 4 }, known: 0 })
  expect(told(run)).toEqual([
    ["namesake:name", 1, false],
    ["host-of-many:domains:linkedin.com", 2, false],
  ])
  expect(await companies()).toEqual([
    ["Apex Ltd", "apex-uk.example", "0015g00001AaaAA"],
    ["Apex Inc", "apex-us.example", "0015g00001BbbBB"],
    ["Nimbus Cloud", "", "0015g00001EeeEE"],
    ["Borealis Data", "", "0015g00001FffFF"],
  ])
})

test.each([
  ["ids alone", "Id,Name,Type\n1,Apex Ltd,reseller\n2,Apex Inc,reseller\n"],
  ["the very same name with other ids", "Id,Name,Type\n1,Apex,reseller\n2,Apex,reseller\n"],
  ["domains alone", "Name,Website,Type\nApex Ltd,apex-uk.example,reseller\nApex Inc,apex-us.example,reseller\n"],
  [
    "Facebook, of a country",
    "Name,Website,Type\nOne Co,https://de-de.facebook.com/one,msp\nTwo Co,https://m.facebook.com/two,msp\n",
  ],
  ["a provider of mail", "Name,Domain,Type\nOne Co,gmail.com,msp\nTwo Co,gmail.com,msp\n"],
  ["a shortened address", "Name,Website,Type\nOne Co,https://bit.ly/3abc,msp\nTwo Co,https://bit.ly/9xyz,msp\n"],
  [
    "a builder of sites",
    "Name,Website,Type\nOne Co,https://one.wixsite.com/home,msp\nTwo Co,https://two.wixsite.com/home,msp\n",
  ],
])("two companies are two: %s", async (name, file) => {
  const { bring, companies } = await open(name)
  expect((await bring(file)).summary).toMatchObject({ created: { organization: 2, partnership: 2 }, known: 0 })
  expect(await companies()).toHaveLength(2)
})

test("a like name is one company unless somebody says otherwise, and is told", async () => {
  const file = "Name,Type\nApex Ltd,reseller\nApex Inc,reseller\n"
  const { bring, caller } = await open("Like names")
  expect(told(await checkFile(caller, file))).toEqual([["like-name:name", 1, false]])
  const run = await bring(file, { answers: { "like-name:name": "own" } })
  expect(run.summary).toMatchObject({ created: { organization: 2 } })
  await expect((await open("Like name, usual")).bring(file)).resolves.toMatchObject({
    summary: { created: { organization: 1 }, known: 1 },
  })
})

test("a group on one domain is asked about: companies of their own, or one that is then known by all its ids", async () => {
  const file =
    "Account ID,Name,Website,Type\nA-1,Contoso,contoso.example,reseller\nA-2,Contoso Iberia,https://contoso.example/es,reseller\n"
  const key = "group-on-one-domain:domains:contoso.example"
  const own = await open("Group, own")
  expect(await importFile(own.caller, file)).toMatchObject({
    state: "checked",
    summary: { remarks: [{ key, isOpen: true }] },
  })
  expect(await own.companies()).toEqual([])
  expect((await own.bring(file, { answers: { [key]: "own" } })).summary).toMatchObject({ created: { organization: 2 } })
  // Both are known in the next file, by id or by name, and nothing is asked again.
  const next = file.replace("Type", "Kind")
  expect(told(await checkFile(own.caller, next))).toEqual([])
  const one = await open("Group, one")
  expect((await one.bring(file, { answers: { [key]: "one" } })).summary).toMatchObject({
    created: { organization: 1, organization_mark: 1 },
    known: 1,
  })
  await one.bring("Account ID,Activity,Date\nA-2,call,2026-10-01\nA-1,call,2026-10-02\n", { kind: "activities" })
  expect(await one.activities()).toEqual(["Contoso", "Contoso"])
})

test("15 and 18 characters of Salesforce are one id, in either order; capitals count", async () => {
  const { bring, activities, caller } = await open("Salesforce")
  await bring(fieldFile("26-salesforce-15-and-18/partners.csv"))
  await bring(fieldFile("26-salesforce-15-and-18/activities.csv"), { kind: "activities" })
  expect(await activities()).toEqual(["Quartz Ltd"])
  // The same company comes again under its short id: nothing is made.
  const again = await bring("Account ID,Account Name,Type\n0015g00000AbCdE,Quartz Limited Company,reseller\n")
  expect(again.summary).toMatchObject({ created: {}, known: 1 })
  const other = "Account ID,Activity,Date\n0015g00000abcde,call,2026-10-01\n0015g00000AbCdEAAA,call,2026-10-02\n"
  expect(await importFile(caller, other, { kind: "activities" })).toMatchObject({ rowsFailed: 2 })
  const short = await open("Salesforce, short first")
  await short.bring(
    "Account ID,Account Name,Type\n0015g00000AbCdE,Quartz Ltd,reseller\n001D000000IqhSL,Onyx,reseller\n",
  )
  await short.bring(
    "Account ID,Activity,Date\n0015g00000abcdeaav,call,2026-10-01\n001D000000IqhSLIAZ,call,2026-10-02\n",
    { kind: "activities" },
  )
  expect(await short.activities()).toEqual(["Quartz Ltd", "Onyx"])
})

test("names are kept without marks that cannot be seen, on one line; a second domain is asked about and kept, and goes with the import", async () => {
  const { bring, companies, caller } = await open("Hidden")
  const file = fieldFile("28-hidden-marks-in-names/partners.csv")
  const checked = await checkFile(caller, file)
  expect(told(checked)).toEqual([["second-domain:domains:ZeroWidth AG", 1, true]])
  const run = await bring(file, { answers: { "second-domain:domains:ZeroWidth AG": "one" } })
  expect(run.summary).toMatchObject({ created: { organization: 3, organization_mark: 1 }, known: 1 })
  const before = [
    ["ZeroWidth AG", "zw.example zw2.example", null],
    ["RTL Override Ltd", "rtl.example", null],
    ["Line Break AG", "lb.example", null],
  ]
  expect(await companies()).toEqual(before)
  // Of a company that was here before the difference is shown as any other; a namesake's question is asked once and says it all.
  const longer =
    "name,type,domain\nLine Break AG,reseller,lb.example lb2.example\nRTL Override Ltd,reseller,rtl2.example\n"
  const answers = { "row-differs:domains": "update", "second-domain:domains:RTL Override Ltd": "one" }
  const second = await bring(longer, { answers })
  expect(told(second)).toEqual([
    ["second-domain:domains:RTL Override Ltd", 1, false],
    ["row-differs:domains", 1, false],
  ])
  expect(second.summary).toMatchObject({ created: { organization_mark: 1 }, changed: { organization: 1 }, known: 2 })
  expect((await companies()).slice(1)).toEqual([
    ["RTL Override Ltd", "rtl.example rtl2.example", null],
    ["Line Break AG", "lb.example lb2.example", null],
  ])
  await caller.call(contract.undoImport, { import: second.id })
  await expect.poll(companies).toEqual(before)
})

test("what a company is known by is shown with the import it comes from; a wrong one is taken away, and a later file brings it again", async () => {
  const file =
    "Account ID,Name,Website,Type\nA-1,Contoso,contoso.example,reseller\nA-2,Contoso,contoso2.example,reseller\n"
  const { bring, companies, caller, activities, viewer } = await open("Marks")
  const answers = { "namesake:name": "one", "second-domain:domains:Contoso": "one" }
  const run = await bring(file, { answers })
  const [{ id = "" } = {}] = (await caller.call(listOrganizations, {})).body.items
  const marks = async (as = caller) => (await as.call(listMarks, { organization: id })).body
  const shown = await marks()
  expect(shown.abilities).toEqual({ remove: true })
  expect(shown.items.map(({ kind, value, importId }) => [kind, value, importId === run.id])).toEqual([
    ["external_id", "A-1", true],
    ["domain", "contoso.example", true],
    ["domain", "contoso2.example", true],
    ["external_id", "A-2", true],
  ])
  expect(shown.items.slice(0, 2).map((mark) => mark.id)).toEqual([null, null])
  expect((await marks(await viewer())).abilities).toEqual({ remove: "role-may-not" })
  const remove = async (value: string, as = caller) =>
    as.call(removeMark, { organization: id, mark: shown.items.find((mark) => mark.value === value)?.id ?? "" })
  expect(await remove("A-2", await viewer())).toMatchObject({ status: 403 })
  expect(await remove("A-2")).toMatchObject({ status: 200 })
  expect(await remove("A-2")).toMatchObject({ status: 404 })
  expect(await remove("contoso2.example")).toMatchObject({ status: 200 })
  expect((await marks()).items.map(({ value }) => value)).toEqual(["A-1", "contoso.example"])
  expect(await companies()).toEqual([["Contoso", "contoso.example", "A-1"]])
  const calls = "Account ID,Activity,Date\nA-2,call,2026-10-01\n"
  expect(await importFile(caller, calls, { kind: "activities" })).toMatchObject({ rowsFailed: 1 })
  await bring(`${file}\n`, { answers: { ...answers, "row-differs:domains": "update" } })
  expect((await marks()).items.map(({ value }) => value)).toContain("A-2")
  await bring(`${calls}\n`, { kind: "activities" })
  expect(await activities()).toEqual(["Contoso"])
})

test.each([
  ["a byte order mark", "\ufeffAcme AG", "Acme AG"],
  ["a soft hyphen", "Ac\u00adme AG", "Acme AG"],
  ["spaces that do not break", "Acme\u00a0\u202fAG\u3000", "Acme AG"],
  ["an isolate", "\u2068Acme AG\u2069", "Acme AG"],
  ["a joiner between letters that need none", "Ac\u200dme\u200c AG", "Acme AG"],
  [
    "a joiner that is spelling",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
  ],
])("hidden marks: %s", async (what, written, kept) => {
  const { bring, companies } = await open(`Hidden: ${what}`)
  await bring(`id,name,type\n\u200bK\u00ad-1\u00a0,${written},reseller\n`)
  expect(await companies()).toEqual([[kept, "", "K-1"]])
})

test("a partner list of PartnerStack brings its partners: e-mail addresses are not owners, joined_at is the start", async () => {
  const { bring, companies, caller } = await open("PartnerStack")
  const file = fieldFile("30-partnerstack-export/partners.csv")
  const { body } = await caller.call(previewImport, { import: await receive(caller, file) })
  const byHeader = Object.fromEntries(body.columns.map(({ header, field }) => [header, field]))
  expect(byHeader).toMatchObject({ partner_key: "external_id", email: null, company: "name", joined_at: "started_on" })
  expect((await bring(file)).summary).toMatchObject({ created: { organization: 2, partnership: 2 } })
  expect(await companies()).toEqual([
    ["Fir Media", "", "pk_9a"],
    ["Gum Agency", "", "pk_9b"],
  ])
})

test("a web address in the place of a name tells the company by its domain, is told, and never becomes its name", async () => {
  const { bring, companies, activities, caller } = await open("Addresses")
  const partners = await bring(
    "Company,Type\nhttps://www.acme.example/about,reseller\nLumen Partners,reseller\nwww.acme.example,reseller\n",
  )
  expect(partners.summary).toMatchObject({ created: { organization: 2 }, known: 1 })
  expect(told(partners)).toEqual([["address-as-name:name", 2, false]])
  expect(await companies()).toEqual([
    ["acme.example", "acme.example", null],
    ["Lumen Partners", "", null],
  ])
  const calls =
    "partner,date,activity\nhttps://www.acme.example,2026-10-01,call\nhttps://orbit.example/de,2026-10-02,call\nhttps://www.linkedin.com/company/lumen,2026-10-03,call\n"
  const run = await importFile(caller, calls, { kind: "activities", unknownPartners: "create" })
  expect(run).toMatchObject({ state: "imported", rowsFailed: 1 })
  expect(told(run)).toContainEqual(["address-as-name:partner", 2, false])
  expect(await activities()).toEqual(["acme.example", "orbit.example"])
  expect((await companies()).at(-1)).toEqual(["orbit.example", "orbit.example", null])
  // A name that ends like a domain is a name.
  const named = await bring("Company,Type\nBooking.com,reseller\n")
  expect([told(named), (await companies()).at(-1)]).toEqual([[], ["Booking.com", "", null]])
})

test("an owner who is nobody here is told and costs the row, unless somebody takes the rows without", async () => {
  const file = "Company,Owner,Type\nFir Media,ann@fir.example,reseller\n"
  const { bring, caller } = await open("Owners")
  expect(await importFile(caller, file)).toMatchObject({ rowsFailed: 1, summary: { created: {} } })
  expect(told(await bring(file, { answers: { "owner-not-here:owner_email": "leave" } }))).toEqual([
    ["owner-not-here:owner_email", 1, false],
  ])
})

test("an id is what is shown: zeros in front stay, by number format, as text or as a formula's text, and a column of ids names the partner", async () => {
  const { bring, activities, caller } = await open("Leading zeros")
  await bring(fieldFile("31-ids-with-leading-zeros/partners.csv"))
  const file = fieldFile("31-ids-with-leading-zeros/activities.xlsx")
  const { body } = await caller.call(previewImport, { import: await receive(caller, file) })
  expect(body.columns.map(({ field }) => field)).toEqual(["partner", "occurred_on", "kind"])
  await bring(file)
  await bring('partner,date,activity\n="00042",2026-10-03,call\n00043,2026-10-04,call\n')
  expect(await activities()).toEqual(["Lumen Partners", "Orbit Works", "Lumen Partners", "Orbit Works"])
  // A spreadsheet has dropped the zeros: the partner is proposed, never taken.
  const cut = await checkFile(caller, "partner,date,activity\n42,2026-10-05,call\n")
  expect(cut).toMatchObject({ rowsFailed: 1 })
  const { body: preview } = await caller.call(previewImport, { import: cut.id })
  expect(preview.unknownPartners).toMatchObject([{ name: "42", suggestions: [{ name: "Lumen Partners" }] }])
})
