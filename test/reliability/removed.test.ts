import { setTimeout as pause } from "node:timers/promises"
import { hashPassword } from "better-auth/crypto"
import { expect, test } from "vitest"
import { newId } from "#platform/ids"
import { createTestDatabase } from "#test/database"
import { testPassword } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"
import { productFolder, startProduct, until } from "./product.ts"
import { firstOwner, somePorts } from "./visitor.ts"

const folder = productFolder()
const { ownerUrl } = await createTestDatabase()
const writers = 4

test("after the answer to a removal no server accepts a write of the removed person, however many are under way", async () => {
  const ports = await somePorts(2)
  const start = (port: number) =>
    startProduct(["--only", "web"], { KEELSON_FOLDER: folder, DATABASE_URL: ownerUrl, PORT: String(port) })
  const first = await start(ports[0] as number)
  const owner = await firstOwner(first, ports[0] as number)
  const second = await start(ports[1] as number)
  const { id, cookie, slug } = await newAdmin(`http://127.0.0.1:${ports[0]}`)

  let isOver = false
  const accepted: number[] = []
  const lateAnswers = new Set<number>()
  let answered = Number.POSITIVE_INFINITY
  const writing = async (port: number, writer: number): Promise<void> => {
    for (let count = 0; !isOver; count++) {
      const began = performance.now()
      const response = await fetch(`http://127.0.0.1:${port}/api/w/${slug}/organizations`, {
        method: "POST",
        headers: { cookie, "content-type": "application/json" },
        body: JSON.stringify({ name: `Made ${port} ${writer} ${count}` }),
      })
      await response.text()
      if (response.status === 201) accepted.push(began)
      if (began > answered) lateAnswers.add(response.status)
    }
  }
  const loops = ports.flatMap((port) => Array.from({ length: writers }, (_, writer) => writing(port, writer)))
  await until(() => accepted.length > 40, 60_000, "writes of the person")
  const removal = await owner.send(ports[0] as number, "POST", `/members/${id}/deactivate`)
  answered = performance.now()
  expect(removal.status).toBe(200)
  const stored = () =>
    runAsOwner<{ count: string }>(ownerUrl, "select count(*) from organization where name like 'Made %'")
  const before = await stored()
  await until(() => lateAnswers.size > 0, 60_000, "writes after the removal")
  await pause(500)
  isOver = true
  await Promise.all(loops)
  expect([...lateAnswers]).toEqual([404])
  expect(accepted.filter((began) => began > answered)).toEqual([])
  expect(await stored()).toEqual(before)
  for (const product of [first, second]) product.signal("SIGTERM")
  expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0])
}, 240_000)

/** Somebody who may write, beside the owner. */
const newAdmin = async (address: string) => {
  const [id, userId] = [newId(), newId()]
  const hash = await hashPassword(testPassword)
  await runAsOwner(
    ownerUrl,
    `select make_account('${userId}', 'Ada', 'ada@host.example', 'en', '2026-01-01');
     select keep_password('${userId}', '${hash}', '2026-01-01');
     insert into member (workspace_id, id, user_id, name, email, role, created_at)
       select id, '${id}', '${userId}', 'Ada', 'ada@host.example', 'admin', '2026-01-01' from workspace`,
  )
  const [{ slug } = { slug: "" }] = await runAsOwner<{ slug: string }>(ownerUrl, "select slug from workspace")
  return { id, slug, cookie: await signIn(address) }
}

const signIn = async (address: string): Promise<string> => {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email: "ada@host.example", password: testPassword }),
  })
  return response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
}
