import type { Id } from "#core/ids"
import { field } from "#core/importable/field"
import { type ImportRow, textOf } from "#core/importable/row"
import { sharedHeaders } from "#core/importable/sharedFields"
import { isRefusal } from "#core/refusal"
import { allOrganizations, furtherMarks } from "#modules/organizations"
import { type ImportContext, isRowError, type RowError, rowErrorOf } from "#platform/importable"
import { decidePartyMeant, matchPartner, type PartnerOptions, type UnknownPartner } from "../rules.ts"
import { allFurtherParties, allPartnerships } from "../store.ts"
import { namedBy, tellAddress } from "./addressAsName.ts"
import { type KnownPartnership, openDirectory } from "./directory.ts"
import { makePartner } from "./makePartner.ts"
import { ownerUnsaid } from "./ownerUnsaid.ts"

/** The column that names the partner in files of what belongs to a partnership. */
export const partnerField = field("partner", "Partner", "name", sharedHeaders.partner, { isRequired: true, orId: true })

/** Unknown names that are shown for a decision; more than that is not a list a person works through. */
const mostUnknown = 500
const mostSuggested = 5
/** Unknown names that are counted: a column that holds no names must not fill the memory with its values. */
const mostCounted = 50_000

/** The workspace's partners as a file may name them, read once for a run. */
export const openPartners = async (context: ImportContext) => {
  const companiesOf = await allFurtherParties(context.tx)
  const directory = openDirectory(
    ...([await allOrganizations(context.tx), await allPartnerships(context.tx)] as const),
    companiesOf,
    await furtherMarks(context.tx),
  )
  const options = context.options as PartnerOptions
  const owner = await ownerUnsaid(context)
  const unknown = new Map<string, { rows: number }>()
  /** The partnership a row is about: known, matched by a person, or made on the spot. */
  const partnershipOf = (row: ImportRow): KnownPartnership | "skipped" | RowError => {
    const name = textOf(row, partnerField.key) ?? ""
    const named = namedBy(name)
    const decision = options.partners?.[name]
    if (decision && "skip" in decision) return "skipped"
    const chosen = decision && "use" in decision ? directory.byId(decision.use) : undefined
    const found = chosen ?? directory.partnership(named?.name ?? name)
    if (!isRefusal(found)) {
      if (!chosen) tellAddress(context, partnerField.key, name, found.name)
      return found
    }
    const isMade = (decision && "create" in decision) || options.unknownPartners === "create"
    if (isMade && named && found.refusal === "partner-unknown") {
      const made = makePartner(context, { directory, owner }, { ...named, type: options.partnershipType ?? "reseller" })
      if (isRowError(made) || !("known" in made)) {
        tellAddress(context, partnerField.key, name, named.name)
        return made
      }
    }
    const seen = unknown.get(name)
    if (seen) seen.rows++
    else if (unknown.size < mostCounted) unknown.set(name, { rows: 1 })
    return rowErrorOf(partnerField.key, found)
  }
  /**
   * The party that a cell means: "host", "partner", or a company by name. Where several take part, "partner" means the one that
   * stands in the partner's column; where a column of its own could name it and that one names the partnership only, it is left
   * open, and nobody guesses.
   */
  const partyMeant = (
    row: ImportRow,
    { id, organizationId, name }: KnownPartnership,
    said: string,
    field: string = partnerField.key,
  ): Id | RowError => {
    const companies = [organizationId, ...(companiesOf.get(id) ?? [])]
    const host = context.tx.actor.workspaceId
    const called = (text: string) => companies.find((company) => directory.isCalled(company, text))
    if (said === "host") return host
    const cell = textOf(row, partnerField.key) ?? ""
    const partner = namedBy(cell)?.name ?? cell
    const isTold = companies.length > 1 && (field === partnerField.key || partner !== name)
    const named = said !== "partner" ? called(said) : isTold ? called(partner) : undefined
    if (said !== "partner" && named === undefined) return { field, reason: "company-unknown", params: { name: said } }
    const party = decidePartyMeant({ host, companies }, "partner", named)
    return isRefusal(party) ? rowErrorOf(field, party) : party
  }
  /** Names nobody has, with partners they may mean. */
  const unknownPartners = (): readonly UnknownPartner[] => {
    const index = directory.names()
    return [...unknown]
      .sort(([, left], [, right]) => right.rows - left.rows)
      .slice(0, mostUnknown)
      .map(([name, { rows }]) => {
        const match = matchPartner(name, index)
        // A spreadsheet that takes an id for a number drops its zeros: 42 may be 00042.
        const numbered = directory.withNumber(name).map((found) => ({ ...found, likeness: 0.9 }))
        const named =
          match.match === "close" ? match.ranked : match.match === "exact" ? [{ ...match, likeness: 1 }] : []
        const suggestions = [...numbered, ...named].slice(0, mostSuggested)
        return { name, rows, suggestions: suggestions.map(({ id, name, likeness }) => ({ id, name, likeness })) }
      })
  }
  return { directory, owner, byId: directory.byId, partnershipOf, partyMeant, unknownPartners }
}
