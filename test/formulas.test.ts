import { globSync, readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import pg from "pg"
import { expect, test } from "vitest"
import { getImport, listImportKinds, startImport, uploadImport } from "#contract/imports"
import { createPartnership } from "#contract/partnerships"
import { modules } from "#modules-list"
import { unzip } from "#platform/archives/zip"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, runJob } from "#test/promises"

/*
 * Whatever a person typed, however it begins: no cell of any file that we hand out is run by a spreadsheet. What to try is read
 * from the contracts and from the sources, so a new export is red here until it is tried, too.
 */
const signs = [
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "＝",
  "＋",
  "－",
  "＠",
  "﹦",
  " =",
  "\u200b+",
  "\ufeff-",
  '"=',
  "\u0001@",
  "\n=",
]
const mark = "typed"
/** Of what a spreadsheet does with the beginning of a cell; not the guard's own words. */
const runs = (cell: string): boolean => {
  const [first = ""] = [...cell.normalize("NFKC").replaceAll(/^[\s"\p{C}]+/gu, "")]
  return ["=", "+", "-", "@"].includes(first) || /^[\t\r\n]/.test(cell)
}
const isNumber = (cell: string): boolean => /^-?\d+(\.\d+)?$/.test(cell)

const clock = movableClock("2026-06-01T09:00:00.000Z")
const keelson = await startTestKeelson({ clock, worker: true })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")

/** One partnership for each sign, with every text that somebody may type about it. */
for (const [index, sign] of signs.entries()) {
  const text = (what: string) => `${mark} ${what} ${index}`
  const { body } = await manager.call(createPartnership, {
    type: "reseller",
    name: text("partnership"),
    newOrganization: { name: text("company"), evenIfSimilar: true },
    ...{ region: text("region"), tier: text("tier"), program: text("program"), reason: text("reason") },
  })
  await enter(manager, body.id, [monthly("host", { title: text("promise"), clause: text("clause") })], {
    title: text("agreement"),
  })
  expect([sign, body.id]).toEqual([sign, expect.any(String)])
}
clock.moveTo("2026-11-23T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)

/** In the database each begins with its sign: what trims a text on its way in is not what is tried here. */
const owner = new pg.Client({ connectionString: keelson.ownerUrl })
await owner.connect()
await owner.query("set session_replication_role = replica")
const { rows: columns } = await owner.query<{ table: string; column: string }>(
  `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = 'text' and c.is_generated = 'NEVER'`,
)
const planted: string[] = []
for (const { table, column } of columns)
  for (const [index, sign] of signs.entries()) {
    const { rowCount } = await owner.query(
      `update "${table}" set "${column}" = $1 || "${column}" where "${column}" like '${mark} %' and "${column}" like $2`,
      [sign, `% ${index}`],
    )
    if (rowCount) planted.push(`${table}.${column}`)
  }
await owner.query("update member set name = '=' || name")
await owner.end()

const admin = await workspace.as("admin")
const get = async (path: string): Promise<Buffer> => {
  const { cookie } = path.startsWith("/security") ? admin : manager
  const response = await fetch(`${keelson.address}/api/w/${workspace.slug}${path}`, { headers: { cookie } })
  expect([path, response.status]).toEqual([path, 200])
  return Buffer.from(await response.arrayBuffer())
}
const partnerships = async (): Promise<string[]> => {
  const { rows } = await (async () => {
    const client = new pg.Client({ connectionString: keelson.ownerUrl })
    await client.connect()
    const found = await client.query<{ id: string }>("select id from partnership")
    await client.end()
    return found
  })()
  return rows.map(({ id }) => id)
}

/** What hands out a table, and how it is asked for; or why it has none. */
const exportsOf: Readonly<Record<string, string | (() => Promise<readonly string[]>)>> = {
  "/portfolio-document": async () => [
    `/portfolio-document?search=${encodeURIComponent(`=${mark}`)}`,
    "/portfolio-document?",
  ],
  "/partnerships/:partnership/document": async () =>
    (await partnerships()).flatMap((id) =>
      ["host", "shared"].map((side) => `/partnerships/${id}/document?audience=${side}`),
    ),
  "/imports/:import/error-file": async () => {
    const head = signs.map((sign) => `"${sign.replaceAll('"', '""')}${mark} head"`).join(",")
    const cells = signs.map((sign) => `"${sign.replaceAll('"', '""')}${mark} cell"`).join(",")
    const content = `partner,country,${head}\n,Germany,${cells}\n`
    const { body } = await manager.call(uploadImport, {}, { file: { name: "partners.csv", content } })
    await manager.call(startImport, { import: body.id })
    const state = async () => (await manager.call(getImport, { import: body.id })).body.state
    await expect.poll(state, { timeout: 60_000 }).toBe("imported")
    return [`/imports/${body.id}/error-file`]
  },
  "/import-templates/:kind": async () =>
    (await manager.call(listImportKinds)).body.items.map(({ kind }) => `/import-templates/${kind}`),
  "/security-events/file": async () => {
    const client = new pg.Client({ connectionString: keelson.ownerUrl })
    await client.connect()
    // A browser calls itself whatever it likes.
    for (const sign of signs)
      await client.query(
        `insert into identity.security_event (id, kind, user_id, address, device, at)
          select gen_random_uuid(), 'sign_in.failed', user_id, $1, $1, created_at from member where role = 'admin'`,
        [`${sign}${mark} device`],
      )
    await client.end()
    return ["/security-events/file"]
  },
  "/applications/:application/files/:applicationFile/content":
    "what somebody brought, byte for byte; a table among them is theirs",
  "/diligence-rounds/:diligenceRound/files/:evidenceFile/content":
    "what somebody brought, byte for byte; a table among them is theirs",
  "/agreement-versions/:agreementVersion/document.pdf": "pages, no table",
  "/agreement-versions/:agreementVersion/document.docx": "pages, no table",
  "/agreements/:agreement/document.pdf": "pages, no table",
  "/files/:file/content": "what somebody brought, byte for byte; a table among them is theirs",
  "/personal-data/:person/export": "one JSON document, no table",
  "/own-data/export": "one JSON document, no table",
  "/verify/authority": "one certificate, no table",
}
const tables = ["csv", "xlsx"]
const noTables = ["pdf", "pptx", "ics"]
const downloads = modules.flatMap(({ actions }) =>
  actions.flatMap(({ endpoint }) => (endpoint.downloads ? [endpoint] : [])),
)

/** The forms an endpoint has, read from its contract; without a choice it hands out a CSV file. */
const formsOf = ({ query }: (typeof downloads)[number]): readonly string[] => {
  const { form } = query.shape as { form?: { unwrap(): { options: readonly string[] } } }
  return form ? form.unwrap().options : ["csv"]
}

test("every text of the trial was planted with its sign, in more places than one", () => {
  const places = new Set(planted)
  expect([...places]).toEqual(
    expect.arrayContaining(["organization.name", "partnership.name", "commitment.title", "agreement.title"]),
  )
  expect(signs.filter((sign) => !runs(`${sign}${mark}`))).toEqual([])
})

test("of every endpoint that hands out a file it is known how its tables are tried, and each form is known", () => {
  expect(downloads.map(({ path }) => path).toSorted()).toEqual(Object.keys(exportsOf).toSorted())
  const forms = new Set(downloads.flatMap(formsOf))
  expect([...forms].filter((form) => ![...tables, ...noTables].includes(form))).toEqual([])
})

test("no cell of a CSV file that we hand out is run", async () => {
  for (const endpoint of downloads) {
    const asked = exportsOf[endpoint.path]
    if (typeof asked !== "function" || !formsOf(endpoint).includes("csv")) continue
    let typed = 0
    for (const path of await asked()) {
      const content = await get(`${path}${path.includes("?") ? "&form=csv" : ""}`)
      const cells = (parse(content, { bom: true, relax_column_count: true }) as string[][]).flat()
      expect({ path, cells: cells.filter((cell) => runs(cell) && !isNumber(cell)) }).toEqual({ path, cells: [] })
      typed += cells.filter((cell) => cell.includes(mark)).length
    }
    if (endpoint.path !== "/import-templates/:kind") expect(typed).toBeGreaterThanOrEqual(signs.length)
  }
})

test("no cell of a workbook that we hand out is a formula, nor is anything beside the cells", async () => {
  for (const endpoint of downloads) {
    const asked = exportsOf[endpoint.path]
    if (typeof asked !== "function" || !formsOf(endpoint).includes("xlsx")) continue
    let typed = 0
    for (const path of await asked()) {
      const parts = unzip(await get(`${path}&form=xlsx`))
      const texts = [...parts].map(([name, content]) => [name, content.toString()] as const)
      expect(texts.filter(([name]) => /externalLink|connections|vba|hyperlink/i.test(name))).toEqual([])
      for (const [name, xml] of texts) {
        expect({ name, found: xml.match(/<(f|hyperlink|definedName|oleLink|ddeLink)[\s>/]/g) }).toEqual({
          name,
          found: null,
        })
        for (const [, sheet = ""] of xml.matchAll(/<sheet [^>]*name="([^"]*)"/g)) expect(runs(sheet)).toBe(false)
        if (!name.startsWith("xl/worksheets/")) continue
        for (const [, attributes = "", inside = ""] of xml.matchAll(/<c ([^>]*[^/>])>(.*?)<\/c>/gs)) {
          const type = /\bt="(\w+)"/.exec(attributes)?.[1]
          if (type === undefined || type === "n") expect(inside).toMatch(/^<v>-?[\d.]+(E-?\d+)?<\/v>$/)
          else expect(["inlineStr", "s"]).toContain(type)
        }
      }
      typed += texts.join("").split(mark).length - 1
    }
    expect(typed).toBeGreaterThanOrEqual(signs.length)
  }
})

test("whatever writes a CSV file, on a server, in a browser or on a command line, writes its cells by the one guard", () => {
  const writers = /csv-stringify|text\/csv|join\(","\)[^\n]*\\r\\n/
  const sources = globSync("{core,platform,modules,web,commands,demo}/**/*.{ts,tsx}").filter(
    (path) => !/\.test\.tsx?$|ForTests/.test(path) && writers.test(readFileSync(path, "utf8")),
  )
  const unguarded = sources.filter((path) => !/#core\/harmless|csvOf/.test(readFileSync(path, "utf8")))
  expect(unguarded.filter((path) => !(path in writesNone))).toEqual([])
  expect(sources.length).toBeGreaterThan(5)
})

/** Sources that name such files and write none. */
const writesNone: Readonly<Record<string, string>> = {
  "modules/imports/contract.ts": "says the media type",
  "modules/documents/made.ts": "says the media type",
  "modules/audit/contract.ts": "says the media type",
}
