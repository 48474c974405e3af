import { Link, useParams } from "@tanstack/react-router"
import type { ReactNode } from "react"
import type { LaneFocus } from "#marks/DriftLanes"
import { partnershipDriftPath } from "#paths/partnership"
import classes from "./drift.module.css"
import { show } from "./useLane.ts"

type FocusLinkProps = {
  at: LaneFocus
  focus: LaneFocus | undefined
  onFocus: (focus: LaneFocus | undefined) => void
  children: ReactNode
}

/** A clause that leads to its lane or event, from wherever it is read, and lights it while it is pointed at. */
export const FocusLink = ({ at, focus, onFocus, children }: FocusLinkProps) => {
  const { slug = "", partnership = "" } = useParams({ strict: false })
  return (
    <Link
      to={partnershipDriftPath(slug, partnership)}
      search={((kept: object) => ({ ...kept, ...(at.kind === "lane" ? { lane: at.key } : {}) })) as never}
      resetScroll={false}
      className={classes.clause}
      data-lit={(focus?.kind === at.kind && focus.key === at.key) || undefined}
      onClick={() => show(at)}
      onMouseEnter={() => onFocus(at)}
      onMouseLeave={() => onFocus(undefined)}
      onFocus={() => onFocus(at)}
      onBlur={() => onFocus(undefined)}
    >
      {children}
    </Link>
  )
}
