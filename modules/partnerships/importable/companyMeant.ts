import { foreignIdKey } from "#core/foreignId"
import type { About } from "#core/importable/remark"
import { type FurtherMark, organizationMarkTable } from "#modules/organizations"
import { type ImportContext, type RowError, rowErrorOf } from "#platform/importable"
import { type CompanyMarks, isSharedHost, type MarkKind } from "#rules/organizations"
import type { Directory, DirectoryCompany, MeantCompany } from "./directory.ts"

type Sought = Readonly<{ name: string; domains: readonly string[]; externalId?: string | undefined }>
type Doubtful = Extract<MeantCompany, { which: "doubtful" }>

/** The company of a row, where it is here already; whether somebody, or the usual, settled a doubt about it. */
type Meant = Readonly<{ company: DirectoryCompany | undefined; isSettled: boolean }>

/** The company that a row is about; an error while it must be asked. */
export const companyMeant = (
  context: ImportContext,
  directory: Directory,
  { name, domains, externalId }: Sought,
): Meant | RowError => {
  const sought = { names: [name], domains, ids: externalId ? [externalId] : [] }
  const found = directory.organization(sought)
  if (found.which === "new") return { company: undefined, isSettled: false }
  if (found.which === "several") return rowErrorOf("name", { refusal: "partner-ambiguous", detail: { name } })
  return found.which === "known" ? { company: found.company, isSettled: false } : settled(context, found, sought)
}

/** What somebody said about the doubt, or the usual. */
const settled = (
  { remarks }: ImportContext,
  { company, doubt, about }: Doubtful,
  { names: [name = ""], domains, ids }: CompanyMarks,
): Meant | RowError => {
  const isOfDomain = doubt === "group-on-one-domain" || doubt === "second-domain"
  const isOfId = doubt === "id-in-other-capitals"
  const concerns: About = isOfDomain
    ? { field: "domains", value: about }
    : isOfId
      ? { field: "external_id", value: about }
      : { field: "name" }
  const marks = [...ids, ...domains].join(", ")
  remarks.tell(doubt, { ...concerns, text: marks === "" ? name : `${name} (${marks})`, becomes: company.name })
  const answer = remarks.answerTo(doubt, concerns)
  if (answer === "one") return { company, isSettled: true }
  return answer === "own"
    ? { company: undefined, isSettled: true }
    : rowErrorOf(concerns.field ?? "name", { refusal: "company-in-doubt", detail: { name: company.name } })
}

/** By what else the file knows the company: kept, so that the next file finds it by that. */
export const learn = (
  { add, newId }: ImportContext,
  directory: Directory,
  { id, domains: known, ids: knownIds }: DirectoryCompany,
  { domains, ids }: Pick<CompanyMarks, "domains" | "ids">,
): void => {
  const marks = (kind: MarkKind, values: readonly string[]): FurtherMark[] =>
    values.map((value) => ({ organizationId: id, kind, value }))
  const next = [
    ...marks(
      "domain",
      domains.filter((domain) => !isSharedHost(domain) && !known.includes(domain)),
    ),
    ...marks(
      "external_id",
      ids.filter((each) => !knownIds.some((other) => foreignIdKey(other) === foreignIdKey(each))),
    ),
  ]
  for (const mark of next) {
    add(organizationMarkTable, { id: newId(), organization_id: id, kind: mark.kind, value: mark.value })
    directory.mark(mark)
  }
}
