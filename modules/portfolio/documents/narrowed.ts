import type { Ask } from "#core/endpoint"
import type { Desk } from "#modules/documents"
import { getWorkspace, listPartnerships } from "../contract.ts"
import type { PortfolioView } from "./portfolioRows.ts"

/** The filter in words, as the page's own filters are called: all of it, so that nobody takes a part for the whole. */
export const filterWords = async (ask: Ask, desk: Desk, view: PortfolioView): Promise<string> => {
  const { say, format } = desk
  const { search, type, stage, owner, organization, drifting, silent, health, without } = view
  const { tier, region, program, tag, only } = view
  const named = owner ?? organization
  const [line] = named ? (await ask(listPartnerships, { owner, organization, limit: 1 })).items : []
  return format.commas([
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
    ...(only ? [say("documents:portfolio.chosen", { count: only.split(",").length })] : []),
    ...(await rangeWords(ask, desk, view)),
  ])
}

const ranged = ["value", "keptHost", "keptPartner", "onset", "notice", "end", "due", "contact", "activity"] as const

/** Bounds as signs, which every language reads alike; what is worth money says in which currency it is compared. */
const rangeWords = async (ask: Ask, desk: Desk, view: PortfolioView): Promise<string[]> => {
  const asked = ranged.filter((key) => (view[`${key}From`] ?? view[`${key}To`]) !== undefined)
  const { currency } = asked.includes("value") ? await ask(getWorkspace) : { currency: "" }
  return asked.map((key) => {
    const [from, to] = [view[`${key}From`], view[`${key}To`]]
    const said = (bound: unknown) => boundWords(desk, bound)
    const bounds =
      from === undefined ? `≤ ${said(to)}` : to === undefined ? `≥ ${said(from)}` : `${said(from)} – ${said(to)}`
    return `${desk.say(`portfolio-more:range.${key}`, { currency })} ${bounds}`
  })
}

const boundWords = ({ format }: Desk, bound: unknown): string =>
  typeof bound === "number" ? format.number(bound) : format.date(String(bound))

/** The order in words: by which column, and which way. */
export const sortWords = (desk: Desk, sort: PortfolioView["sort"] = "name"): string => {
  const by = orderWord(desk, sort.replace(/^-/, ""))
  return sort.startsWith("-") ? desk.say("documents:fact.descending", { by }) : by
}

/** Columns that the page does not show have their words elsewhere. */
const elsewhere: Readonly<Record<string, string>> = {
  updatedAt: "documents:portfolio.updatedAt",
  program: "portfolio:group.of.program",
  overdueHost: "documents:portfolio.overdueHost",
  overduePartner: "documents:portfolio.overduePartner",
  end: "partnership:fact.ends",
}

const orderWord = ({ say }: Desk, key: string): string => say(elsewhere[key] ?? `portfolio:column.${key}`)
