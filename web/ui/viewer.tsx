import { createContext, type ReactNode, useContext } from "react"
import type { Side } from "#core/actor"

const ViewerSide = createContext<Side>("host")

/** Says from which side this page is read: "ours" and "theirs" follow from it. The shells set it. */
export const ViewerProvider = ({ side, children }: { side: Side; children: ReactNode }) => (
  <ViewerSide value={side}>{children}</ViewerSide>
)

/** The side from which this page is read. */
export const useViewerSide = (): Side => useContext(ViewerSide)

/** `"ours"` when the side is the reader's own. */
export const useWhose = (): ((side: Side) => "ours" | "theirs") => {
  const viewer = useViewerSide()
  return (side) => (side === viewer ? "ours" : "theirs")
}
