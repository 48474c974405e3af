import type { CommitmentView } from "#contract/commitments"
import { inReadingOrder } from "#core/readingOrder"

/** From which side the promises are read. A company of a consortium is one of several on its side. */
export type Reader = Readonly<{ side: "host" } | { side: "partner"; partyId: string; hostName: string }>

/** One party and what it promised; the reader's own has no name. */
export type Owing = Readonly<{ key: string; name: string | undefined; promises: readonly CommitmentView[] }>

const isOwn = (reader: Reader, { owedBy, partyId }: CommitmentView): boolean =>
  reader.side === "host" ? owedBy === "host" : partyId === reader.partyId

/**
 * Who owes what: the reader first, then the party across, then the other companies by name. The first two are named even when
 * they promised nothing.
 */
export const owingParties = (
  commitments: readonly CommitmentView[],
  reader: Reader,
  companyName: string,
): readonly Owing[] => {
  const own = commitments.filter((each) => isOwn(reader, each))
  const others = commitments.filter((each) => !isOwn(reader, each))
  const parties = [...Map.groupBy(others, ({ partyId }) => partyId)].map(([key, promises]) => ({
    key,
    side: promises[0]?.owedBy,
    name: (promises[0]?.owedBy === "host" ? hostNameOf(reader) : promises[0]?.partyName) ?? companyName,
    promises,
  }))
  const across = reader.side === "host" ? "partner" : "host"
  if (!parties.some(({ side }) => side === across))
    parties.push({ key: across, side: across, name: hostNameOf(reader) ?? companyName, promises: [] })
  const order = (one: (typeof parties)[number], other: (typeof parties)[number]) =>
    Number(other.side === across) - Number(one.side === across) || inReadingOrder(one.name, other.name)
  return [
    { key: "own", name: undefined, promises: own },
    ...parties.sort(order).map(({ key, name, promises }) => ({ key, name, promises })),
  ]
}

const hostNameOf = (reader: Reader): string | undefined => (reader.side === "partner" ? reader.hostName : undefined)
