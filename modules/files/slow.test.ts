import { expect, test } from "vitest"
import { getMe } from "#contract/workspaces"
import { formOf, openUploads } from "#test/files"
import { startTestKeelson } from "#test/keelson"
import { recordPartnership } from "#test/promises"

const keelson = await startTestKeelson({ environment: { DATABASE_CONNECTIONS: "2" } })
const workspace = await keelson.workspace("Slow")
const manager = await workspace.as("partner_manager")
const { id: partnership } = await recordPartnership(manager, "Contoso")
const { spool, addressOf, namesFor } = openUploads(keelson, workspace, partnership, manager)

test("uploads that take their time hold no connection: six of them leave two connections to everybody else", async () => {
  const ends: (() => void)[] = []
  const sent = Array.from({ length: 6 }, (_, at) => {
    const slow = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode(`the beginning of ${at}`))
        ends.push(() => {
          stream.enqueue(new TextEncoder().encode(`, and its end\r\n--b--\r\n`))
          stream.close()
        })
      },
    })
    return fetch(addressOf(), {
      method: "POST",
      headers: { cookie: manager.cookie, "content-type": "multipart/form-data; boundary=b" },
      body: formOf(slow),
      duplex: "half",
    } as RequestInit)
  })
  await expect.poll(spool).toHaveLength(6)
  expect((await manager.call(getMe)).status).toBe(200)
  expect(await namesFor(manager)).toEqual([])
  for (const end of ends) end()
  expect((await Promise.all(sent)).map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
  expect(await namesFor(manager)).toHaveLength(6)
})
