import { expect, test } from "vitest"
import type { Identity, OpenSession } from "./identity.ts"
import { openSessions } from "./session.ts"

const cookie = "keelson.session_token=word"
const session: OpenSession = { id: "s", user: { id: "kim", name: "Kim", email: "kim@host.example", locale: "en" } }

test("while a change could go unheard nothing is remembered, and what was read before a change is not kept after it", async () => {
  let isHeard = true
  let asked = 0
  let meanwhile = (): void => {}
  const identity = {
    sessionOf: async () => {
      asked++
      meanwhile()
      return session
    },
  } as unknown as Identity
  const sessions = openSessions(
    identity,
    async () => undefined,
    () => isHeard,
  )
  const ask = async (): Promise<number> => {
    await sessions.sessionOf(cookie)
    return asked
  }
  expect([await ask(), await ask()]).toEqual([1, 1])
  sessions.forget("lee")
  expect(await ask()).toBe(1)
  sessions.forget("kim")
  expect([await ask(), await ask()]).toEqual([2, 2])
  isHeard = false
  expect([await ask(), await ask()]).toEqual([3, 4])
  isHeard = true
  sessions.forget()
  meanwhile = () => sessions.forget("kim")
  expect([await ask(), await ask()]).toEqual([5, 6])
})
