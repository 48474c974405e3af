import type { Cell, Matrix } from "./matrix.ts"
import type { World } from "./visitors.ts"

const intro = `# Who is told what

Written by \`test/isolation.test.ts\` from the real server's answers. A change of who may do what shows here as a difference, for
a person to decide whether it is right.

- \`yes\`: answered. \`seen\`: may do it, and a rule says that it is not possible now, or no longer.
- \`403\`: \`role-may-not\`, or the reason whose letter stands beside it. \`404\`: there is no such thing for them. \`401\`: sign in first.
- From \`owner\` to \`viewer\`: the host's people. From \`p. admin\` to \`p. exec.\`: people of the leading company of the partnership
  that is asked for. \`second\`: another company that is a party to it. \`left\`: a company that was. \`other\`: a company with a
  partnership of its own in the same workspace. \`ended m.\`, \`ended p.\`: a member, and a user of the leading company, whose access
  was taken away. \`elsewhere\`: another workspace's owner who asks there for what is here. \`stranger\`: the same person asking here.
- A row that says \`private\` asks for a row that only those readers see; a row with another word in brackets, for a link that has
  been spent.
`

const heads: Readonly<Record<string, string>> = {
  partner_manager: "manager",
  contributor: "contrib.",
  executive: "exec.",
  partner_admin: "p. admin",
  "partner seller": "seller",
  "partner marketer": "marketer",
  "partner technical": "technical",
  "partner executive": "p. exec.",
  "ended member": "ended m.",
  "ended partner": "ended p.",
}

/** The matrix as a page: a row per endpoint in the order of their paths, a column per visitor. */
export const matrixPage = ({ rows }: Matrix, { visitors }: World): string => {
  const names = visitors.map(({ name }) => name)
  const head = row(
    "",
    names.map((name) => heads[name] ?? name),
    "",
  )
  const line = ["-".repeat(widest), ...names.map(() => "-".repeat(cellWidth)), "-"]
    .map((dashes) => `|-${dashes}-`)
    .join("")
  const parts = new Map<string, string[]>()
  for (const { question, cells } of rows.toSorted((a, b) =>
    compare(a.question.endpoint.path, b.question.endpoint.path),
  )) {
    const part = question.endpoint.path.split("/")[1] ?? ""
    const { short, reasons } = lettered(names.map((name) => cells[name] ?? ""))
    parts.set(part, [...(parts.get(part) ?? []), row(`\`${question.name}\``, short, reasons)])
  }
  const sections = [...parts].map(([part, lines]) => [`## ${part}\n`, head, `${line}|`, ...lines, ""].join("\n"))
  return [intro, ...sections].join("\n")
}

/** Widths are fixed, so that one row's difference is no difference of its neighbours. */
const widest = 72
const cellWidth = 9

const row = (name: string, cells: readonly string[], reasons: string): string =>
  `| ${name.padEnd(widest)} | ${cells.map((cell) => cell.padEnd(cellWidth)).join(" | ")} | ${reasons} |`

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reasons take a letter each, and stand in words at the end of the row. */
const lettered = (cells: readonly Cell[]): { short: string[]; reasons: string } => {
  const codes = [...new Set(cells.flatMap((cell) => cell.split(" ").slice(1)))]
  const letterOf = (code: string) => "abcdefgh"[codes.indexOf(code)]
  const short = cells.map((cell) => {
    const [status = "", code] = cell.split(" ")
    return code === undefined ? status : `${status} ${letterOf(code)}`
  })
  return { short, reasons: codes.map((code) => `${letterOf(code)}: ${code}`).join(", ") }
}
