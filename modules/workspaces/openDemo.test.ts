import { expect, test } from "vitest"
import { endDemo, getMe } from "#contract/workspaces"
import { startTestKeelson } from "#test/keelson"
import { runAsOwner } from "#test/owner-connection"

test.each([
  ["a demo that only this machine opens is nobody's concern", {}, true, false],
  ["a demo that others can open is said so to its people", { PUBLIC_URL: "https://keelson.example" }, true, true],
  ["what is no demo is none, wherever it is opened", { PUBLIC_URL: "https://keelson.example" }, false, false],
])("%s", async (_, environment, isDemo, isOpenDemo) => {
  const keelson = await startTestKeelson({ environment })
  const owner = await (await keelson.workspace("Nordwind")).as("owner")
  await runAsOwner(keelson.ownerUrl, `update workspace set is_demo = ${isDemo}`)
  expect((await owner.call(getMe)).body.workspaces).toMatchObject([{ isDemo, isOpenDemo }])
})

test("its owner ends the demo's accounts in one act: nobody is or comes in as its people, and who works elsewhere too goes on", async () => {
  const keelson = await startTestKeelson({ environment: { PUBLIC_URL: "https://keelson.example" } })
  const [demo, real] = [await keelson.workspace("Demo"), await keelson.workspace("Real")]
  await runAsOwner(keelson.ownerUrl, `update workspace set is_demo = true where slug = '${demo.slug}'`)
  const [owner, viewer, other] = [await demo.as("owner"), await demo.as("viewer"), await real.as("owner")]
  // The admin of the demo works in the real workspace, too; an address that has a mailbox is nobody of the demo's.
  const admin = await demo.as("admin")
  await runAsOwner(
    keelson.ownerUrl,
    `set session_replication_role = replica; insert into partner_user (workspace_id, id, user_id, name, email, organization_id, role, created_at)
      select w.id, gen_random_uuid(), m.user_id, 'Both', 'b@host.example', gen_random_uuid(), 'partner_admin', '2026-01-01' from workspace w, member m
      where w.slug = '${real.slug}' and m.role = 'admin' and m.workspace_id = (select id from workspace where slug = '${demo.slug}')`,
  )
  const mailbox = await demo.as("executive")
  await runAsOwner(
    keelson.ownerUrl,
    `update identity."user" set "email" = 'ada@keelson.org' where "id" = (select user_id from member where role = 'executive'
      and workspace_id = (select id from workspace where slug = '${demo.slug}'))`,
  )
  const open = async () => (await owner.call(getMe)).body.workspaces[0]
  expect(await open()).toMatchObject({ isOpenDemo: true, abilities: { endDemo: true } })

  expect(await viewer.call(endDemo)).toMatchObject({ status: 403 })
  expect(await other.call(endDemo)).toMatchObject({ status: 409, body: { code: "no-demo" } })
  expect((await viewer.call(getMe)).status).toBe(200)

  expect(await owner.call(endDemo)).toMatchObject({ status: 200, body: { ended: 5 } })
  const status = async (caller: typeof owner) => (await caller.call(getMe)).status
  // Told with the commit; nothing is written by what is remembered until then.
  await expect.poll(async () => [await status(owner), await status(viewer)]).toEqual([401, 401])
  expect([await status(other), await status(admin), await status(mailbox)]).toEqual([200, 200, 200])
  await expect(demo.as("viewer")).rejects.toThrow("401")
  expect((await admin.call(getMe)).body.workspaces.map(({ isOpenDemo }) => isOpenDemo)).toEqual([false, false])
})
