import type { Id } from "#core/ids"

/** What a file for Word was made of, as it says itself. */
export type MadeOf = Readonly<{
  draftId: Id
  number: number
  /** Undefined where another program lost the file's properties. */
  hash: string | undefined
  locale: string | undefined
  /** SHA-256 of what stands above the clauses. */
  head: string | undefined
  /** It shows changes since an earlier version. */
  isRedline: boolean
}>

const names = {
  draftId: "KeelsonDraft",
  number: "KeelsonVersion",
  hash: "KeelsonHash",
  locale: "KeelsonLocale",
  head: "KeelsonHead",
  since: "KeelsonSince",
} as const

type Said = Readonly<{
  draftId: Id
  number: number
  hash: string
  locale: string
  head: string
  since: number | undefined
}>

export const propertiesOf = ({ draftId, number, hash, locale, head, since }: Said): Record<string, string> => ({
  ...{ [names.draftId]: draftId, [names.number]: `${number}`, [names.hash]: hash, [names.locale]: locale },
  [names.head]: head,
  ...(since === undefined ? {} : { [names.since]: `${since}` }),
})

/** The same, as short as a bookmark's name has to be: what keeps no properties keeps those. */
export const anchorOf = ({ draftId, number, since }: Pick<Said, "draftId" | "number" | "since">): string =>
  `${since === undefined ? "kd" : "kr"}_${draftId.replaceAll("-", "")}_${number.toString(36)}`

const anchor = /^k([dr])_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([0-9a-z]{1,4})$/
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Of which version a file was made; undefined where it says nothing of it, because it was made elsewhere. */
export const versionNamedIn = (
  properties: ReadonlyMap<string, string>,
  bookmarks: readonly string[],
): MadeOf | undefined => {
  const [draftId, number] = [properties.get(names.draftId), Number(properties.get(names.number))]
  if (draftId !== undefined && uuid.test(draftId) && Number.isInteger(number) && number > 0)
    return {
      ...{ draftId, number, hash: properties.get(names.hash), locale: properties.get(names.locale) },
      ...{ head: properties.get(names.head), isRedline: properties.has(names.since) },
    }
  const [, kind, ...parts] = bookmarks.map((name) => anchor.exec(name)).find((found) => found !== null) ?? []
  const last = parts.pop()
  if (last === undefined) return undefined
  return {
    ...{ draftId: parts.join("-"), number: Number.parseInt(last, 36), isRedline: kind === "r" },
    ...{ hash: undefined, locale: undefined, head: undefined },
  }
}
