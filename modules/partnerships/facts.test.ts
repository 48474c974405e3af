import { expect, test } from "vitest"
import { openDerive } from "#test/derived"
import { isLiveIn } from "./facts.ts"
import { isLive, stages } from "./rules.ts"

test("SQL says of every stage what the rule says", async () => {
  const derive = await openDerive()
  const rows = stages.map((stage) => ({ stage }))
  expect(await derive("partnership", rows, isLiveIn)).toEqual(stages.map(isLive))
})
