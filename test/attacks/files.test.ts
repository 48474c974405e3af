import { describe, expect, test } from "vitest"
import { pdf, zip } from "#test/bytes"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"

/* Files as a way in: names that are paths or headers, bytes that are two things at once, parts and hashes that are asked for. */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Files")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const { send, bytesOf, objects, addressOf } = openUploads(keelson, workspace, partnership, manager)

const names = [
  "../../../../etc/passwd.txt",
  "..\\..\\..\\windows\\win.txt",
  "/etc/passwd.txt",
  "C:\\boot.txt",
  "....//....//a.txt",
  "%2e%2e%2fa.txt",
  "a\r\nset-cookie: x=1\r\n\r\n.txt",
  'a"; filename="evil.html.txt',
  "a.txt; filename*=UTF-8''evil.html",
  "invoice\u202Etxt.exe.txt",
  "a\u0000.html.txt",
  "con.txt",
  `${"x".repeat(400)}.txt`,
  "=cmd|calc.txt",
  "<img src=x onerror=alert(1)>.txt",
]

test.each(names)("the name %j is a name: no path, no header, no page", async (name) => {
  const { status, body } = await send(partner, name, `of ${name}`)
  expect([201, 422]).toContain(status)
  if (status === 422) return
  expect(body.name).not.toMatch(/[/\\\p{Cc}\p{Bidi_Control}]/u)
  const { headers } = await bytesOf(manager, body.id)
  const said = headers.get("content-disposition") ?? ""
  expect(said).toMatch(/^attachment; filename="[^"\\%\p{Cc}]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/u)
  expect(headers.get("set-cookie")).toBeNull()
  // What is stored is named by its hash, whatever it is called.
  for (const stored of objects()) expect(stored).toMatch(/^[0-9a-f]{64}$/)
})

const script = "<script>alert(document.domain)</script>"
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`
const twoThings: readonly (readonly [string, string, string | Uint8Array])[] = [
  ["a picture that is a page", "a.gif", `GIF89a/*${script}*/=1;`],
  ["a PDF that is a page", "a.pdf", Buffer.concat([Buffer.from(pdf("x")), Buffer.from(script)])],
  ["a page that is called a text", "a.txt", `<!doctype html>${script}`],
  ["a drawing that is called a picture", "a.png", svg],
  ["a drawing", "a.svg", svg],
  ["a page", "a.html", `<!doctype html>${script}`],
  ["a page of XML", "a.xml", `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`],
  [
    "a picture with an archive behind it",
    "a.gif",
    Buffer.concat([Buffer.from("GIF89a\u0001\u0000\u0001\u0000"), Buffer.from(zip({ "a.html": script }))]),
  ],
  ["a page in UTF-16", "a.txt", Buffer.from(`\ufeff<html>${script}`, "utf16le")],
]

test.each(twoThings)("%s is not let in, or is saved and never shown", async (_what, name, content) => {
  const { status, body } = await send(partner, name, content)
  expect([201, 415, 422]).toContain(status)
  if (status !== 201) return
  const { headers } = await bytesOf(manager, body.id)
  expect(headers.get("content-disposition")).toMatch(/^attachment;/)
  expect(headers.get("content-type")).not.toMatch(/html|svg|xml|javascript/)
  expect(headers.get("x-content-type-options")).toBe("nosniff")
  expect(headers.get("content-security-policy")).toContain("sandbox")
  expect(headers.get("cross-origin-resource-policy")).toBe("same-origin")
})

describe("parts of a file", () => {
  const content = "0123456789".repeat(100)
  const ranges = [
    "bytes=0-0,0-0",
    `bytes=${Array.from({ length: 2_000 }, (_, at) => `${at}-`).join(",")}`,
    "bytes=-1",
    "bytes=-99999999999999999999",
    "bytes=99999999999999999999-",
    "bytes=5-2",
    "bytes=0-99999999999999999999",
    "bytes=-0",
    "bytes=--1",
    "bytes=1e2-",
    "lines=0-1",
    "bytes=\u00a00-1",
  ]
  test.each(ranges)("%.40s: the whole, one part, or none, and never more bytes than there are", async (range) => {
    const { body } = await send(partner, "a.txt", content)
    const { status, bytes } = await bytesOf(manager, body.id, { range })
    expect([200, 206, 400, 416, 431]).toContain(status)
    if (status === 200 || status === 206) expect(content).toContain(bytes.toString())
    if (status === 200) expect(bytes).toHaveLength(content.length)
  })
})

test("nobody gets bytes by their hash or their place: not in a path, not as an id, not by sending a file that has it", async () => {
  const { body } = await send(manager, "ours.txt", "kept to the host", { private: true })
  const [base] = addressOf().split("?")
  const inPath = [
    body.hash,
    `${body.hash}/content`,
    `..%2f${body.hash}`,
    `${body.id}%2f..%2f${body.hash}`,
    `${body.id}/../../../files`,
  ]
  for (const path of inPath) {
    const answer = await fetch(`${base}/${path}`, { headers: { cookie: partner.cookie } })
    expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true])
    expect(await answer.text()).not.toContain("kept to the host")
  }
  // The same bytes, brought by who may not read them: a file of their own, and nothing that tells of the other one.
  const mine = await send(partner, "mine.txt", "kept to the host")
  const fresh = await send(partner, "fresh.txt", "never seen before")
  const shape = (of: object) => Object.keys(of).sort()
  expect([mine.status, shape(mine.body)]).toEqual([fresh.status, shape(fresh.body)])
  expect(mine.body.id).not.toBe(body.id)
  expect((await bytesOf(partner, body.id)).status).toBe(404)
})
