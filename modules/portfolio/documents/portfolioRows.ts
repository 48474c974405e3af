import type { Ask, InputOf } from "#core/endpoint"
import type { Desk } from "#modules/documents"
import {
  type downloadPortfolio,
  getWeeklyHealth,
  getWorkspace,
  listPartnerships,
  type PartnershipInPortfolio,
} from "../contract.ts"

export type PortfolioView = Omit<InputOf<typeof downloadPortfolio>, "columns" | "form" | "locale">

/** A line of the portfolio as the page has it, with its weeks where the page draws them. */
export type Line = PartnershipInPortfolio & Readonly<{ health?: readonly (number | null)[] }>

const linesAtOnce = 200

/** The page's own list, asked page after page: who asks, and what they may see, is looked up for each. */
export async function* portfolioLines(
  ask: Ask,
  view: PortfolioView,
  hasWeeks = false,
): AsyncGenerator<readonly Line[]> {
  for (let after: string | undefined; ; ) {
    const { items, next } = await ask(listPartnerships, { ...view, limit: linesAtOnce, ...(after ? { after } : {}) })
    yield hasWeeks ? await withWeeks(ask, items) : items
    if (next === null) return
    after = next
  }
}

const withWeeks = async (ask: Ask, lines: readonly PartnershipInPortfolio[]): Promise<readonly Line[]> => {
  if (lines.length === 0) return lines
  const { items } = await ask(getWeeklyHealth, { partnerships: lines.map(({ id }) => id).join(","), weeks: 52 })
  const weeks = new Map(items.map(({ partnershipId, health }) => [partnershipId, health]))
  return lines.map((line) => ({ ...line, health: weeks.get(line.id) ?? [] }))
}

/** The filter in words, as the page's own filters are called. */
export const filterWords = async (ask: Ask, desk: Desk, view: PortfolioView): Promise<string> => {
  const { say, format } = desk
  const { search, type, stage, owner, organization, drifting, silent, health, without, tier, region, program, tag } =
    view
  const named = owner ?? organization
  const [line] = named ? (await ask(listPartnerships, { owner, organization, limit: 1 })).items : []
  const parts = [
    ...(search ? [`${say("portfolio:filter.search")} ${format.quote(search)}`] : []),
    ...(drifting ? [say(drifting === "true" ? "portfolio:filter.drifting" : "portfolio:filter.notDrifting")] : []),
    ...(silent ? [say("portfolio:filter.silent")] : []),
    ...(type ? [say(`marks:type.${type}`)] : []),
    ...(stage ? [say(`marks:stage.${stage}`)] : []),
    ...(owner ? [`${say("portfolio:filter.owner")} ${line?.owner?.name ?? owner}`] : []),
    ...(health ? [say(`marks:health.${health}`)] : []),
    ...[tier, region, program, tag].filter((said) => said !== undefined),
    ...(without?.split(",").map((key) => say(`portfolio-more:group.without.${key}`)) ?? []),
    ...(organization ? [line?.organizationName ?? organization] : []),
    ...(await boundWords(ask, desk, view)),
  ]
  return format.commas(parts)
}

/** Figures between bounds, as the page's own fields are called: whoever holds the document cannot see what it leaves out. */
const boundWords = async (ask: Ask, { say, format }: Desk, view: PortfolioView): Promise<readonly string[]> => {
  const given = view as Readonly<Record<string, string | number | undefined>>
  const figures = ["value", "keptHost", "keptPartner", "onset", "notice", "end", "due", "contact", "activity"]
  const asked = figures.filter((key) => (given[`${key}From`] ?? given[`${key}To`]) !== undefined)
  const { currency } = asked.includes("value") ? await ask(getWorkspace) : { currency: "" }
  const said = (bound: string | number) => (typeof bound === "number" ? format.number(bound) : format.date(bound))
  return asked.map((key) => {
    const [from, to] = [given[`${key}From`], given[`${key}To`]]
    const bounds = [...(from === undefined ? [] : [`≥ ${said(from)}`]), ...(to === undefined ? [] : [`≤ ${said(to)}`])]
    return [say(`portfolio-more:range.${key}`, { currency }), ...bounds].join(" ")
  })
}
