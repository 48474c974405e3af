import { describe, expect, test } from "vitest"
import { office, pdf, program, zip } from "#test/bytes"
import { openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"

const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Files")
const manager = await workspace.as("partner_manager")
const { id: partnership } = await recordPartnership(manager, "Contoso")
const { send, objects, spool, bytesOf, another } = openUploads(keelson, workspace, partnership, manager)

type Content = string | Uint8Array

describe("what is let in", () => {
  test.each<[string, string, Content, string]>([
    ["a renamed program", "offer.pdf", program(), "file-not-what-it-says"],
    ["a page that calls itself a picture", "logo.png", "<html><script>alert(1)</script>", "file-not-what-it-says"],
    ["a program and a PDF in one", "both.pdf", Buffer.concat([program(), pdf()]), "file-not-what-it-says"],
    ["a name that turns its direction", "invoice\u202efdp.exe", program(), "file-type-not-accepted"],
    ["a type that nobody knows", "model.xyz", "who knows", "file-type-not-accepted"],
    ["a type that nobody knows, called a document", "model.docx", Buffer.from([1, 2, 3, 4]), "file-not-what-it-says"],
    ["nothing", "empty.pdf", "", "file-is-empty"],
  ])("%s is refused, and nothing of it kept", async (_what, name, content, code) => {
    const before = objects().length
    const { status, body } = await send(manager, name, content)
    expect([status, body]).toMatchObject([422, { code, title: expect.stringMatching(/\.$/) }])
    expect([objects().length, spool()]).toEqual([before, []])
  })

  test.each(["wordprocessingml.document", "spreadsheetml.sheet", "presentationml.presentation"])(
    "an Office file is known by the kinds of its parts: %s",
    async (kind) => {
      const type = `application/vnd.openxmlformats-officedocument.${kind}`
      const ending = { w: "docx", s: "xlsx", p: "pptx" }[kind[0] ?? ""] ?? ""
      const subject = await another()
      expect((await send(manager, `a.${ending}`, office(type), { subject })).body.mediaType).toBe(type)
      expect((await send(manager, "a.pdf", office(type), { subject })).status).toBe(422)
    },
  )

  test("a PDF that is a ZIP, too, and one with whatever in it, come back as they were: nobody opened them", async () => {
    const subject = await another()
    const odd = [
      Buffer.concat([pdf(), zip({ "evil.js": "alert(1)" })]),
      Buffer.from("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\nno xref, no end"),
    ]
    for (const content of odd) {
      const { body } = await send(manager, "odd.pdf", content, { subject })
      expect(body.mediaType).toBe("application/pdf")
      expect(Buffer.from((await bytesOf(manager, body.id)).bytes).equals(content)).toBe(true)
    }
  })

  test("a ZIP that would unpack to a gigabyte is kept as the few bytes it is", async () => {
    const bomb = zip({ "[Content_Types].xml": Buffer.alloc(200 * 1024 * 1024, "A") })
    const before = process.memoryUsage().rss
    const { body } = await send(manager, "bomb.zip", bomb, { subject: await another() })
    expect(body).toMatchObject({ mediaType: "application/zip", bytes: bomb.length })
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  })

  test("a text may begin like a picture or a program and is sent as text", async () => {
    const subject = await another()
    for (const content of ["BMW: Umsätze im März\n", "MZ is a colour code\n", "\ufeffName;Betrag\nMüller;1\n"])
      expect((await send(manager, "a.csv", content, { subject })).body).toMatchObject({ mediaType: "text/plain" })
  })

  test("names lose their paths and what nobody sees, and keep what they say", async () => {
    const subject = await another()
    const names = ["..\\..\\boot.txt", "C:/x/佐藤 契約 👩‍👩‍👧.txt", `${"ü".repeat(300)}.txt`]
    const kept = []
    for (const name of names) kept.push((await send(manager, name, `at ${name}`, { subject })).body.name)
    expect(kept).toEqual(["boot.txt", "佐藤 契約 👩‍👩‍👧.txt", `${"ü".repeat(196)}.txt`])
  })
})
