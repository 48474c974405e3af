import { Drawer } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { usePlaces } from "./areas.tsx"
import { PlaceLink } from "./PlaceLink.tsx"
import classes from "./Shell.module.css"
import { UserMenu } from "./UserMenu.tsx"
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx"

/** What the sidebar holds, on a phone. */
const AllPlaces = ({ session, slug, onClose }: { session: Session; slug: string; onClose: () => void }) => {
  const { t } = useTranslation(["shell", "ui"])
  const places = usePlaces()
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
      <ul className={classes.places}>
        {places.map((place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the link inside has the keys; this only closes the drawer
          <li key={place.path} onClick={onClose}>
            <PlaceLink place={place} slug={slug} className={classes.place} iconSize={18} />
          </li>
        ))}
      </ul>
      <UserMenu user={session.user} />
    </Drawer>
  )
}

export default AllPlaces
