/**
 * Where rows name a company, said by the module whose rows they are, so that all of them go along when two companies become one or one
 * becomes two. What goes by itself can be chosen; what belongs to a partnership goes where that goes.
 */
export type CompanyRows = CompanyRowsByThemselves | CompanyRowsOfPartnerships

export type CompanyRowsByThemselves = Readonly<{
  goes: "by itself"
  table: string
  column: string
  /** What tells one such row of a company from another. */
  key: string
}>

type CompanyRowsOfPartnerships = Readonly<{
  goes: "with its partnership"
  table: string
  /** Columns that hold a company's id as a party's, or documents in which one may stand. */
  columns: readonly string[]
}>

export const byItself = (table: string, column = "organization_id", key = "id"): CompanyRows => ({
  ...{ goes: "by itself", table, column, key },
})

export const withItsPartnership = (table: string, ...columns: string[]): CompanyRows => ({
  ...{ goes: "with its partnership", table, columns },
})

/** The ledger is every module's own. What happened stays as it was told; whose act it was, and who may see it, follows the company. */
export const ledgerCompanyRows = withItsPartnership("event", "party_id", "private_to")
