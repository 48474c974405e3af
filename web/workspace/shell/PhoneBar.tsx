import { UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { spotlight } from "@mantine/spotlight"
import { IconMenu2, IconSearch } from "@tabler/icons-react"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { usePlaces } from "./areas.tsx"

const AllPlaces = lazy(() => import("./AllPlaces.lazy.tsx"))

/** The navigation on a phone: what is opened most and the search within a thumb's reach, all places in a drawer. */
export const PhoneBar = ({ session, slug }: { session: Session; slug: string }) => {
  const { t } = useTranslation("shell")
  const { places, at } = usePlaces(slug)
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <nav className={frame.phone} aria-label={t("navigation")}>
      {places
        .filter(({ isOnPhone }) => isOnPhone)
        .map((place) => (
          <PlaceLink key={place.path} {...at(place, 20)} className={frame.tab} />
        ))}
      <UnstyledButton className={frame.tab} onClick={spotlight.open}>
        <IconSearch size={20} stroke={1.7} aria-hidden />
        {t("find")}
      </UnstyledButton>
      <UnstyledButton className={frame.tab} onClick={open} aria-expanded={isOpen}>
        <IconMenu2 size={20} stroke={1.7} aria-hidden />
        {t("more")}
      </UnstyledButton>
      <Suspense>{isOpen ? <AllPlaces session={session} slug={slug} onClose={close} /> : null}</Suspense>
    </nav>
  )
}
