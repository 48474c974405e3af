import type { Ask, InputOf } from "#core/endpoint"
import { type downloadPortfolio, getWeeklyHealth, listPartnerships, type PartnershipInPortfolio } from "../contract.ts"

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
