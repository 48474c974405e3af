import { Fragment, lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { FindButton } from "#shell/FindButton"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { UserMenu } from "#shell/UserMenu"
import { rest } from "#ui/rest"
import { type Place, usePlaces } from "./areas.tsx"
import { grouped } from "./groups.ts"
import { PlaceGroup } from "./PlaceGroup.tsx"
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx"

// The page is drawn first.
const Pinned = lazy(async () => {
  await rest()
  return import("./Pinned.lazy.tsx")
})

/** The navigation on a wide screen. */
export const Sidebar = ({ session, slug }: { session: Session; slug: string }) => {
  const { t } = useTranslation("shell")
  const { places, at } = usePlaces(slug)
  const items = (shown: readonly Place[]) =>
    shown.map((place) => (
      <li key={place.path}>
        <PlaceLink {...at(place, 17)} className={frame.place} />
      </li>
    ))
  return (
    <nav className={frame.sidebar} aria-label={t("navigation")}>
      <WorkspaceSwitcher session={session} slug={slug} />
      <FindButton />
      <div className={frame.groups}>
        <ul className={frame.places}>{items(places.filter(({ group }) => group === undefined))}</ul>
        {grouped(places, (group) => t(`group.${group}`)).map(({ key, label, places: own }) => (
          <Fragment key={key}>
            {key === "settings" ? (
              <Suspense>
                <Pinned slug={slug} />
              </Suspense>
            ) : null}
            <PlaceGroup group={key} label={label} addresses={own.map((place) => at(place, 17).to)}>
              {items(own)}
            </PlaceGroup>
          </Fragment>
        ))}
      </div>
      <UserMenu user={session.user} />
    </nav>
  )
}
