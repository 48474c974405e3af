import { Drawer } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { UserMenu } from "#shell/UserMenu"
import { usePlaces } from "./areas.tsx"
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx"

/** What the sidebar holds, on a phone. */
const AllPlaces = ({ session, slug, onClose }: { session: Session; slug: string; onClose: () => void }) => {
  const { t } = useTranslation(["shell", "ui"])
  const { places, at } = usePlaces(slug)
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
      <ul className={frame.places}>
        {places.map((place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside has the keys; this only closes the drawer
          <li key={place.path} onClick={onClose}>
            <PlaceLink {...at(place, 18)} className={frame.place} />
          </li>
        ))}
      </ul>
      <UserMenu user={session.user} />
    </Drawer>
  )
}

export default AllPlaces
