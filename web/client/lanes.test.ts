import { expect, test } from "vitest"
import { makeLanes } from "./lanes.ts"

/** Work that goes on until it is let go, and what of it has begun, in order. */
const start = () => {
  const run = makeLanes()
  const begun: string[] = []
  const ends = new Map<string, (fault?: Error) => void>()
  const ask = (lane: string, name: string, lanes: number) =>
    run(lane, lanes, () => {
      begun.push(name)
      return new Promise<void>((done, fail) => ends.set(name, (fault) => (fault ? fail(fault) : done())))
    })
  const settle = () => new Promise((then) => setTimeout(then))
  return { begun, ask, end: (name: string, fault?: Error) => ends.get(name)?.(fault), settle }
}

test("of twelve workspaces six are asked at once, each once, and the rest as the first answer", async () => {
  const { begun, ask, end, settle } = start()
  for (let vendor = 0; vendor < 12; vendor++)
    for (const read of ["home", "soon"]) void ask(`v${vendor}`, `v${vendor} ${read}`, 12)
  await settle()
  expect(begun).toEqual([0, 1, 2, 3, 4, 5].map((vendor) => `v${vendor} home`))
  end("v3 home")
  await settle()
  expect(begun.slice(6)).toEqual(["v3 soon"])
})

test("five workspaces that never answer keep the others from nothing", async () => {
  const { begun, ask, end, settle } = start()
  for (let vendor = 0; vendor < 12; vendor++)
    for (const read of ["home", "soon"]) void ask(`v${vendor}`, `v${vendor} ${read}`, 12)
  await settle()
  for (let turn = 0; turn < 24; turn++) {
    for (const name of begun) if (Number(name.slice(1).split(" ")[0]) >= 5) end(name)
    await settle()
  }
  expect(begun.filter((name) => Number(name.slice(1).split(" ")[0]) >= 5)).toHaveLength(14)
})

test("one workspace alone is asked for everything at once, and what fails makes room as well", async () => {
  const { begun, ask, end, settle } = start()
  const asked = ["a", "b", "c", "d", "e", "f", "g"].map((name) => ask("only", name, 1))
  await settle()
  expect(begun).toHaveLength(6)
  end("a", new Error("gone"))
  await expect(asked[0]).rejects.toThrow("gone")
  await settle()
  expect(begun).toHaveLength(7)
})
