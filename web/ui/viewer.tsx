import { createContext, type ReactNode, useContext } from "react"
import type { Side } from "#core/actor"

type Reader = Readonly<{
  side: Side
  /** The reader's own party: in a consortium one of several on its side. */
  partyId?: string | undefined
  /** What the host is called to whoever does not work for it. */
  hostName?: string | undefined
}>

const Viewer = createContext<Reader>({ side: "host" })

/** Says from which side, and for which party, this page is read: "ours" and "theirs" follow from it. The shells set it. */
export const ViewerProvider = ({ children, ...reader }: Reader & { children: ReactNode }) => (
  <Viewer value={reader}>{children}</Viewer>
)

/** The side from which this page is read. */
export const useViewerSide = (): Side => useContext(Viewer).side

/** `"ours"` when it is the reader's own: another company of a consortium is on the same side and yet another. */
export const useWhose = (): ((side: Side, partyId?: string | null) => "ours" | "theirs") => {
  const { side: own, partyId: ownParty } = useContext(Viewer)
  return (side, partyId) =>
    side === own && (partyId == null || ownParty === undefined || partyId === ownParty) ? "ours" : "theirs"
}

/** The name of a party where it has one on this page: that of its company, else the host's where that is another's. */
export const useNameOf = (): ((side: Side, partyName?: string | null) => string | undefined) => {
  const { hostName } = useContext(Viewer)
  return (side, partyName) => partyName ?? (side === "host" ? hostName : undefined)
}
