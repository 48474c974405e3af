import { Link } from "@tanstack/react-router"
import type { Place } from "./areas.tsx"

type PlaceLinkProps = { place: Place; slug: string; className: string | undefined; iconSize: number }

/** One place of the navigation; says to every reader which one is open. */
export const PlaceLink = ({ place: { path, label, Icon }, slug, className, iconSize }: PlaceLinkProps) => {
  return (
    <Link
      to={`/w/${slug}/${path}`}
      className={className}
      activeOptions={{ includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
    >
      <Icon size={iconSize} stroke={1.7} aria-hidden />
      {label}
    </Link>
  )
}
