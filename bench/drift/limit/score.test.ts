import { expect, test } from "vitest"
import { falseAlarmsAt, levelFor, medianWait } from "./score.ts"

const over = (weeks: number) => ({ weeks, isOver: true })
const open = (weeks: number) => ({ weeks, isOver: false })

test("the median wait counts who is not seen yet for as long as was looked", () => {
  expect(medianWait([over(1), over(2), over(9)])).toBe(2)
  // Freireich's 21 patients with 6-MP, after which Kaplan-Meier is taught: the median remission is 23 weeks.
  const remissions = [
    ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(over),
    ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(open),
  ]
  expect(medianWait(remissions)).toBe(23)
  expect(medianWait([over(1), open(2), open(3)])).toBeNaN()
})

test("the level keeps to the false alarms allowed, and an alarm that stays is one", () => {
  const trace = (...calm: number[]) => ({ calm, before: 0, since: [] })
  const traces = [trace(1, 5, 6, 2, 5), trace(0, 3, 0, 0, 0)]
  const years = 40 / 52.18
  expect(falseAlarmsAt(4, traces, 4)).toBeCloseTo(2 / years, 9)
  expect(falseAlarmsAt(2.5, traces, 4)).toBeCloseTo(3 / years, 9)
  expect(levelFor(2.1 / years, traces, 4)).toBeCloseTo(3, 1)
  expect(levelFor(0, traces, 4)).toBeCloseTo(6, 1)
})
