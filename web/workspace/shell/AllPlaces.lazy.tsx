import { Drawer } from "@mantine/core"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { UserMenu } from "#shell/UserMenu"
import { type Place, usePlaces } from "./areas.tsx"
import { grouped } from "./groups.ts"
import { PinnedInDrawer } from "./PinnedInDrawer.tsx"
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx"

/** What the sidebar holds, on a phone. */
const AllPlaces = ({ session, slug, onClose }: { session: Session; slug: string; onClose: () => void }) => {
  const { t } = useTranslation(["shell", "ui"])
  const { places, at } = usePlaces(slug)
  const list = (shown: readonly Place[]) => (
    <ul className={frame.places}>
      {shown.map((place) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside has the keys; this only closes the drawer
        <li key={place.path} onClick={onClose}>
          <PlaceLink {...at(place, 18)} className={frame.place} />
        </li>
      ))}
    </ul>
  )
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t("navigation")}
      closeButtonProps={{ "aria-label": t("ui:close") }}
    >
      <WorkspaceSwitcher session={session} slug={slug} />
      {list(places.filter(({ group }) => group === undefined))}
      {grouped(places, (group) => t(`group.${group}`)).map(({ key, label, places: own }) => (
        <Fragment key={key}>
          {key === "settings" ? <PinnedInDrawer slug={slug} onGo={onClose} /> : null}
          <section className={frame.foldable} aria-labelledby={`places-${key}`}>
            <h3 id={`places-${key}`}>{label}</h3>
            {list(own)}
          </section>
        </Fragment>
      ))}
      <UserMenu user={session.user} />
    </Drawer>
  )
}

export default AllPlaces
