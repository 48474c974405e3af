import type { Id } from "#core/ids"
import { type Refusal, refuse } from "#core/refusal"
import { isLive, type PartnershipType, type Stage } from "#rules/partnerships"

/** That a company takes or took part in a partnership. */
export type Taking = Readonly<{
  organizationId: Id
  id: Id
  name: string
  type: PartnershipType
  program: string | null
  stage: Stage
}>

/** Somebody who signs in for a company, or is invited to. */
type Access = Readonly<{ id: Id; userId: string | null; name: string; organizationId: Id; isOpen: boolean }>

type Companies = Readonly<{ stays: Id; goes: Id }>

/** Somebody whom the merger shows more than they see now, and the partnerships that they do not see yet. */
type SeesMore = Readonly<{ id: Id; name: string; organizationId: Id; partnerships: readonly string[] }>

/** Who signs in for either sees what the other has with the host: whoever merges has to want that of each of them. */
export const whoSeesMore = (
  { stays, goes }: Companies,
  takings: readonly Taking[],
  people: readonly Access[],
): readonly SeesMore[] => {
  const namesOf = (company: Id) =>
    takings.filter(({ organizationId }) => organizationId === company).map(({ name }) => name)
  const others = new Map([
    [stays, namesOf(goes)],
    [goes, namesOf(stays)],
  ])
  const twice = (userId: string | null) =>
    userId !== null && people.filter((each) => each.isOpen && each.userId === userId).length > 1
  return people
    .filter(({ isOpen, userId }) => isOpen && !twice(userId))
    .map(({ id, name, organizationId }) => ({
      id,
      name,
      organizationId,
      partnerships: others.get(organizationId) ?? [],
    }))
    .filter(({ partnerships }) => partnerships.length > 0)
}

type Asked = Companies &
  Readonly<{
    takings: readonly Taking[]
    people: readonly Access[]
    isImporting: boolean
  }>

type MergeRefusal = "import-under-way" | "both-in-one-partnership" | "same-partnership-twice" | "access-ended-for-one"

/** Whether two companies may become one now; what is in the way, by its names. */
export const decideMerge = ({ takings, people, isImporting, ...companies }: Asked): true | Refusal<MergeRefusal> => {
  const [ofOne, ofOther] = [companies.stays, companies.goes].map((company) =>
    takings.filter(({ organizationId }) => organizationId === company),
  ) as [Taking[], Taking[]]
  if (isImporting) return refuse("import-under-way")
  const together = ofOne.filter(({ id }) => ofOther.some((other) => other.id === id))
  if (together.length > 0) return refuse("both-in-one-partnership", { names: namesIn(together) })
  const twice = [...ofOne, ...ofOther].filter((each) => (ofOne.includes(each) ? ofOther : ofOne).some(isTwin(each)))
  if (twice.length > 0) return refuse("same-partnership-twice", { names: namesIn(twice) })
  const isShut = (userId: string) =>
    people.some((each) => each.userId === userId && !each.isOpen && each.organizationId === companies.stays)
  const torn = people.filter(
    ({ isOpen, userId, organizationId }) =>
      isOpen && organizationId === companies.goes && userId !== null && isShut(userId),
  )
  return torn.length === 0 || refuse("access-ended-for-one", { names: namesIn(torn) })
}

/** Nobody sees more whom somebody has not seen named before, and wants to. */
export const decideSeeingMore = (
  more: readonly SeesMore[],
  confirmed: readonly Id[],
): true | Refusal<"access-widens"> => {
  const unseen = more.filter(({ id }) => !confirmed.includes(id))
  return unseen.length === 0 || refuse("access-widens", { names: namesIn(unseen) })
}

/** Of one type in one program, and neither has ended: whose promises are whose would be anybody's guess. */
const isTwin = (one: Taking) => (other: Taking) =>
  isLive(one.stage) &&
  isLive(other.stage) &&
  one.type === other.type &&
  one.type !== "consortium" &&
  one.program === other.program

const mostNamed = 10

const namesIn = (those: readonly Readonly<{ name: string }>[]): readonly string[] => {
  const names = [...new Set(those.map(({ name }) => name))]
  return names.length > mostNamed ? [...names.slice(0, mostNamed), "…"] : names
}
