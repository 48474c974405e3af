import { Kbd, UnstyledButton } from "@mantine/core"
import { spotlight } from "@mantine/spotlight"
import { IconSearch } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { usePlaces } from "./areas.tsx"
import { PlaceLink } from "./PlaceLink.tsx"
import classes from "./Shell.module.css"
import { UserMenu } from "./UserMenu.tsx"
import { WorkspaceSwitcher } from "./WorkspaceSwitcher.tsx"

/** The navigation on a wide screen. */
export const Sidebar = ({ session, slug }: { session: Session; slug: string }) => {
  const { t } = useTranslation("shell")
  const places = usePlaces()
  const list = (isFoot: boolean) =>
    places
      .filter((place) => (place.isFoot ?? false) === isFoot)
      .map((place) => (
        <li key={place.path}>
          <PlaceLink place={place} slug={slug} className={classes.place} iconSize={17} />
        </li>
      ))
  return (
    <nav className={classes.sidebar} aria-label={t("navigation")}>
      <WorkspaceSwitcher session={session} slug={slug} />
      <UnstyledButton className={classes.search} onClick={spotlight.open}>
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span className={classes.grow}>{t("search")}</span>
        <Kbd size="xs">{t("searchKey")}</Kbd>
      </UnstyledButton>
      <ul className={classes.places}>{list(false)}</ul>
      <div className={classes.foot}>
        <ul className={classes.places}>{list(true)}</ul>
        <UserMenu user={session.user} />
      </div>
    </nav>
  )
}
