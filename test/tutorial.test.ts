import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, onTestFinished, test } from "vitest"
import { getDrift } from "#contract/drift"
import { checkImport, getImport, startImport, uploadImport } from "#contract/imports"
import { listPartnerships } from "#contract/portfolio"
import { type Caller, callerWith, testPassword } from "#test/keelson"
import { openstackNova } from "#test/openstack-nova"
import { productFolder, startProduct, until } from "./reliability/product.ts"
import { somePorts } from "./reliability/visitor.ts"

const tutorial = readFileSync("docs/tutorial.md", "utf8")
/** The tutorial's commands that begin so, without `npx keelson`, as lists of words. */
const commands = (start: string): string[][] =>
  [...tutorial.matchAll(/^ {4}npx keelson (.+)$/gm)]
    .map(([, words = ""]) => words.split(" "))
    .filter((words) => words.join(" ").startsWith(start))

const node = async (words: readonly string[], environment: Record<string, string> = {}): Promise<string> =>
  (
    await promisify(execFile)(process.execPath, words, {
      env: { ...process.env, LOG_LEVEL: "error", ...environment },
      maxBuffer: 64 * 1024 * 1024,
    })
  ).stdout

const keelson = (words: readonly string[], environment?: Record<string, string>): Promise<string> =>
  node(["main.ts", ...words], environment)

/** Companies whose last contribution lies years before the end of the record, and the week after it. */
const left: Readonly<Record<string, string>> = {
  enovance: "2015-06-08",
  "hewlett packard": "2017-09-18",
  rackspace: "2018-01-29",
  ibm: "2020-02-17",
  vmware: "2020-11-30",
}

test("without a server: those who left are drifting, and let go themselves", async () => {
  const [, script = "", signals = ""] = /^ {4}node (\S+) > (\S+)$/m.exec(tutorial) ?? []
  const counted = join(mkdtempSync(join(tmpdir(), "keelson-tutorial-")), signals)
  writeFileSync(counted, await node([script]))
  const [words = []] = commands("drift")
  const said = await keelson([...words.map((word) => (word === signals ? counted : word)), "--format", "json"])
  const found = JSON.parse(said) as Record<string, never>[]
  for (const partnership of Object.keys(left))
    expect(found, partnership).toContainEqual(
      expect.objectContaining({ partnership, drifting: true, firstSide: "partner" }),
    )
}, 300_000)

test("with a workspace: from the printed link to the page of a company that left", async () => {
  const [port = 0] = await somePorts(1)
  const environment = { KEELSON_FOLDER: productFolder(), PORT: String(port), DATABASE_URL: "" }
  const product = await startProduct(["--no-demo"], environment)
  // Whatever an assertion below says, the server ends with the test, and not when the whole file is done.
  onTestFinished(async () => {
    if (product.isRunning()) product.signal("SIGTERM")
    await product.ended
  })
  const owner = await setUp(`http://127.0.0.1:${port}`, /setup\?token=(\S+)/.exec(product.said())?.[1] ?? "")

  const told = []
  for (const words of commands("import")) told.push(await keelson(words, environment))
  expect(told).toHaveLength(2)
  for (const said of told) expect(said).toContain("29 rows of partners read; 0 cannot be taken.")
  expect(told[1]).toContain("Made: 29 partnerships, 29 organizations.")
  await importInBrowser(owner, "activities.csv")

  const portfolio = async () => (await owner.call(listPartnerships, { limit: 200 })).body.items
  const isScanned = async () => (await portfolio()).every(({ drift }) => drift.state !== "not_scored")
  await until(isScanned, 300_000, "the scan that the import sets off")
  for (const { id, name, drift } of await portfolio()) {
    const silentSince = left[name]
    if (silentSince === undefined) continue
    expect(drift, name).toMatchObject({ state: "silent" })
    const { body } = await owner.call(getDrift, { partnership: id })
    expect(body, name).toMatchObject({ drifting: true, silentSince, current: { state: "open" } })
    expect(body.onset && body.onset.date < silentSince, name).toBe(true)
    if (name === "hewlett packard") expectAsQuoted(body.onset)
  }
  const redHat = (await portfolio()).find(({ name }) => name === "red hat")
  expect(
    redHat?.drift.state,
    "at work to the last day of the file, at half of what it was, which nobody accepted",
  ).toBe("drifting")
  product.signal("SIGTERM")
  expect(await product.ended).toBe(0)
}, 900_000)

/** The first form and the sign-in after it, as the browser sends them. */
const setUp = async (address: string, token: string): Promise<Caller> => {
  const owner = { name: "Olga", email: "olga@nova.example", password: testPassword }
  const post = (path: string, body: object): Promise<Response> => {
    const headers = { "content-type": "application/json", origin: address }
    return fetch(address + path, { method: "POST", headers, body: JSON.stringify(body) })
  }
  const place = { workspaceName: "OpenStack Nova", timeZone: "UTC", currency: "EUR" }
  const made = await post("/api/set-up", { token, ...place, ...owner })
  expect(await made.json()).toEqual({ slug: "openstack-nova" })
  const signedIn = await post("/api/auth/sign-in/email", owner)
  const cookies = signedIn.headers.getSetCookie().map((cookie) => cookie.split(";")[0])
  return callerWith(address, "openstack-nova", cookies.join("; "))
}

const importInBrowser = async (owner: Caller, name: string): Promise<void> => {
  const content = readFileSync(`${openstackNova}/${name}`)
  const uploaded = await owner.call(uploadImport, {}, { file: { name, content } })
  const id = { import: uploaded.body.id }
  const reaches = (state: string) =>
    until(async () => (await owner.call(getImport, id)).body.state === state, 180_000, `the import to be ${state}`)
  await owner.call(checkImport, id)
  await reaches("checked")
  await owner.call(startImport, id)
  await reaches("imported")
  expect((await owner.call(getImport, id)).body).toMatchObject({
    rowsFailed: 0,
    summary: { created: { activity: 20_355 } },
  })
}

/** The tutorial's sentence and the answer agree: each date lies in the other's band. Later days add weeks, and may move it a little. */
const expectAsQuoted = (onset: { date: string; low: string; high: string } | null): void => {
  const [, ...days] = /began about (.+?) \(between (.+?) and (.+?)\)/.exec(tutorial) ?? []
  const [date = "", low = "", high = ""] = days.map((day) => new Date(`${day} UTC`).toISOString().slice(0, 10))
  const agrees = onset !== null && onset.low <= date && date <= onset.high && low <= onset.date && onset.date <= high
  expect(agrees, `the tutorial says ${date}, ${low} to ${high}; the page ${JSON.stringify(onset)}`).toBe(true)
}
