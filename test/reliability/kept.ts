import pg from "pg"
import { expect } from "vitest"
import type { Acknowledged } from "./load.ts"

/** What was acknowledged is there, once, and nothing else is: neither what was refused nor half of what was cut short. */
export const expectKept = async (
  ownerUrl: string,
  { organizations, edited, invitations }: Acknowledged,
): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const pairs = async (query: string) =>
    new Map((await client.query({ text: query, rowMode: "array" })).rows as [string, unknown][])
  expect(await pairs("select id, name from organization where name like 'Made %'")).toEqual(organizations)
  expect(
    await pairs(
      "select id, jsonb_build_object('name', name, 'version', version) from organization where name like 'Edited %'",
    ),
  ).toEqual(edited)
  expect(await pairs("select id, email from invitation")).toEqual(invitations)
  const eventsPerSubject = await pairs(
    "select subject_id, count(*)::int from event where subject_type in ('organization', 'invitation') group by 1",
  )
  for (const id of [...organizations.keys(), ...invitations.keys()]) expect(eventsPerSubject.get(id)).toBe(1)
  for (const [id, { version }] of edited) expect(eventsPerSubject.get(id)).toBe(version)
  await client.end()
}
