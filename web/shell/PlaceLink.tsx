import { Link } from "@tanstack/react-router"
import type { ReactNode } from "react"

type PlaceLinkProps = {
  to: string
  label: string
  icon: ReactNode
  className: string | undefined
  /** How much waits there. */
  count?: ReactNode
  /** Only this page itself counts as open, not those below it. */
  isExact?: boolean
}

/** One place of the navigation; says to every reader which one is open. */
export const PlaceLink = ({ to, label, icon, className, count, isExact = false }: PlaceLinkProps) => (
  <Link
    to={to}
    className={className}
    activeOptions={{ includeSearch: false, exact: isExact }}
    activeProps={{ "aria-current": "page" }}
  >
    {icon}
    <span>{label}</span>
    {count}
  </Link>
)
