import { expect, test } from "vitest"
import { judgedOn, tellPacked } from "../packedForTests.ts"
import { openJudging } from "./judging.ts"

const stories = Array.from({ length: 24 }, (_, seed) => tellPacked(seed + 1))

const judgedBy = async (total: number) => {
  const judging = openJudging(total)
  try {
    const market = await judging.marketOf([stories.slice(0, 12), stories.slice(12)], judgedOn)
    const halves = [stories.slice(0, 12), stories.slice(12)]
    const findings = await Promise.all(halves.map((half) => judging.judgeAll(half, { asOf: judgedOn, market })))
    return { market, findings: findings.flat() }
  } finally {
    await judging.close()
  }
}

test("threads say what this thread says, in the order asked", async () => {
  const here = await judgedBy(1)
  expect(await judgedBy(1_000)).toEqual(here)
  expect(here.findings.map(({ partnership }) => partnership)).toEqual(stories.map(({ partnership }) => partnership))
  expect(here.findings.some(({ drifting }) => drifting)).toBe(true)
})
