import type { ChartTable } from "#ui/Chart"
import type { Lane } from "./Lane.ts"

/** All lanes side by side, week by week; a column "promised" follows a lane that has one. */
export const laneTable = (lanes: readonly Lane[], week: string): ChartTable => {
  const weeks = [...new Set(lanes.flatMap((lane) => lane.weeks))].sort()
  const columns = lanes.flatMap((lane) => {
    const places = new Map(lane.weeks.map((each, index) => [each, index]))
    const read = (values: readonly (number | null)[]) => weeks.map((each) => values[places.get(each) ?? -1] ?? null)
    const actual = { title: lane.unit ? `${lane.name} (${lane.unit})` : lane.name, values: read(lane.actual) }
    return lane.promised ? [actual, { title: `${lane.name}: promised`, values: read(lane.promised) }] : [actual]
  })
  return {
    columns: [week, ...columns.map((column) => column.title)],
    rows: weeks.map((each, index) => [each, ...columns.map((column) => column.values[index] ?? null)]),
  }
}
