import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { FindButton } from "#shell/FindButton"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { UserMenu } from "#shell/UserMenu"
import { usePlaces } from "./areas.tsx"
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx"

/** The navigation on a wide screen. */
export const Sidebar = ({ session, slug }: { session: Session; slug: string }) => {
  const { t } = useTranslation("shell")
  const { places, at } = usePlaces(slug)
  const list = (isFoot: boolean) =>
    places
      .filter((place) => (place.isFoot ?? false) === isFoot)
      .map((place) => (
        <li key={place.path}>
          <PlaceLink {...at(place, 17)} className={frame.place} />
        </li>
      ))
  return (
    <nav className={frame.sidebar} aria-label={t("navigation")}>
      <WorkspaceSwitcher session={session} slug={slug} />
      <FindButton />
      <ul className={frame.places}>{list(false)}</ul>
      <div className={frame.foot}>
        <ul className={frame.places}>{list(true)}</ul>
        <UserMenu user={session.user} />
      </div>
    </nav>
  )
}
