// `node examples/openstack-nova/weekly.mjs > signals.csv`: the record counted by week, as `keelson drift` reads it. Per company
// two signals, what was merged and by how many people, from the week of its first contribution to the last whole week of the
// record; a week without a contribution is a true zero. Plain JavaScript, so that the Node at hand runs it.
import { readFileSync } from "node:fs"

const rowsOf = (name) =>
  readFileSync(new URL(name, import.meta.url), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))

const dayMs = 24 * 60 * 60 * 1000

/** The Monday of a day's week, as milliseconds in UTC. */
const mondayOf = (day) => {
  const at = Date.parse(day)
  return at - ((new Date(at).getUTCDay() + 6) % 7) * dayMs
}

const activities = rowsOf("activities.csv")
const lastWeek = Math.max(...activities.map(([, day]) => mondayOf(day)))

/** Company -> Monday -> who contributed that week, once per contribution. */
const contributors = new Map()
for (const [company, day, , person] of activities) {
  const weeks = contributors.get(company) ?? new Map()
  contributors.set(company, weeks)
  const monday = mondayOf(day)
  weeks.set(monday, [...(weeks.get(monday) ?? []), person])
}

const lines = ["partnership,type,signal,side,week,value,expected,n"]
for (const [company, , type] of rowsOf("partners.csv")) {
  const weeks = contributors.get(company)
  for (let monday = Math.min(...weeks.keys()); monday < lastWeek; monday += 7 * dayMs) {
    const people = weeks.get(monday) ?? []
    const week = new Date(monday).toISOString().slice(0, 10)
    lines.push(`${company},${type},contributions,partner,${week},${people.length},,`)
    lines.push(`${company},${type},active_contacts,partner,${week},${new Set(people).size},,`)
  }
}
process.stdout.write(`${lines.join("\n")}\n`)
