import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { createContact } from "#contract/people"
import { newId } from "#platform/ids"
import { postMail } from "#platform/mail-job"
import { startTestKeelson } from "#test/keelson"
import { plant } from "#test/planting"
import { runQueued } from "#test/promises"
import { runEverything } from "#test/queue"
import * as contract from "./contract.ts"

/* An erasure takes out what is this person's, however it is written, and nothing that is somebody else's. */
const keelson = await startTestKeelson()
const client = new pg.Client({ connectionString: keelson.ownerUrl })
await client.connect()
afterAll(() => client.end())

const workspace = await keelson.workspace("Erasing")
const owner = await workspace.as("owner")
const { workspaceId } = workspace.system
await plant(keelson, workspaceId, { host: newId(), member: newId(), company: newId() })
await client.query("set session_replication_role = replica")

test("who has the very same name and stays keeps it, wherever it stands", async () => {
  const { body: goes } = await owner.call(createContact, { name: "Anna Schmidt", email: "anna@one.example" })
  const { body: stays } = await owner.call(createContact, { name: "Anna Schmidt", email: "anna@two.example" })
  const { rows: activities } = await client.query<{ id: string }>(
    "select id from activity where workspace_id = $1 order by id limit 2",
    [workspaceId],
  )
  for (const [index, { id }] of activities.entries())
    await client.query("update activity set person = 'Anna Schmidt', contact_id = $2, summary = $3 where id = $1", [
      ...[id, [goes.id, stays.id][index], "Anna Schmidt called, anna@one.example"],
    ])
  expect((await owner.call(contract.erasePerson, { person: goes.id, typed: "Anna Schmidt" })).status).toBe(201)
  await runEverything(keelson)
  const { rows } = await client.query("select person, summary from activity where id = any($1) order by id", [
    activities.map(({ id }) => id),
  ])
  const summary = expect.stringMatching(/^Anna Schmidt called, erased-[0-9a-f]{8}@erased[.]invalid$/)
  expect(rows).toEqual([
    { person: expect.stringMatching(/^Erased person/), summary },
    { person: "Anna Schmidt", summary },
  ])
  const { rows: recorded } = await client.query(
    "select payload ->> 'name' as name from event where kind = 'contact.recorded' and subject_id = any($1) order by id",
    [[goes.id, stays.id]],
  )
  expect(recorded).toEqual([{ name: expect.stringMatching(/^Erased person/) }, { name: "Anna Schmidt" }])
})

test("a name is known as files and lists write it, and never within another word", async () => {
  const { body: goes } = await owner.call(createContact, { name: "Nora van Beek", email: "li@short.example" })
  const [forms, others] = [
    [
      "CV_Nora_van_Beek.pdf",
      "nora-van-beek",
      "NORA  VAN\nBEEK",
      "Beek, Nora van",
      "nora.van.beek",
      "Nora\u00a0van Beek",
    ],
    ["Eleonora van Beek", "Nora van Beekman", "Nora vanBeek", "Nora, van Beek", "Liability and polish.example"],
  ]
  const comments = async () =>
    (
      await client.query<{ id: string; body: string; mentions: string[] }>(
        "select id, body, mentions from comment where workspace_id = $1 and removed_at is null order by id limit 1",
        [workspaceId],
      )
    ).rows
  const said = [...forms, ...others].join("; ")
  await client.query("update comment set body = $2, mentions = $3 where id = $1", [
    ...[(await comments())[0]?.id, said, JSON.stringify([said])],
  ])
  expect((await owner.call(contract.erasePerson, { person: goes.id, typed: "Nora van Beek" })).status).toBe(201)
  await runEverything(keelson)
  const [{ body = "", mentions = [] } = {}] = await comments()
  for (const text of [body, mentions[0] ?? ""]) {
    expect(text.match(/Erased person/g)).toHaveLength(forms.length)
    expect(others.filter((other) => !text.includes(other))).toEqual([])
  }
})

test("what other workspaces have to say to the same address is still sent", async () => {
  const other = await keelson.workspace("Elsewhere")
  const to = "both@mail.example"
  const mail = { to, subject: "Hello", text: "Hello" }
  for (const each of [workspace, other])
    await keelson.platform.transact(each.system, (tx) => postMail(tx, mail, "mail.example"))
  const { body: goes } = await owner.call(createContact, { name: "Bo", email: to })
  expect((await owner.call(contract.erasePerson, { person: goes.id, typed: "Bo" })).status).toBe(201)
  await runQueued("privacy.erase", keelson)
  const { rows } = await client.query<{ of: string }>(
    "select payload ->> 'workspaceId' as of from graphile_worker._private_jobs where payload ->> 'to' = $1",
    [to],
  )
  expect(rows).toEqual([{ of: other.system.workspaceId }])
})
