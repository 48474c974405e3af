import { UnstyledButton } from "@mantine/core"
import { useDisclosure } from "@mantine/hooks"
import { IconHome, IconListCheck, IconMenu2 } from "@tabler/icons-react"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { useVendors } from "#client/useVendors"
import { portalHomePath } from "#portal/home"
import { portalPromisesPath } from "#portal/promises"
import { vendorPath } from "#portal/vendor"
import { frame } from "#shell/Frame"
import { PlaceLink } from "#shell/PlaceLink"
import { Initial } from "#ui/Initial"

const AllPlaces = lazy(() => import("./AllPlaces.lazy.tsx"))

const vendorTabs = 2

/** The navigation on a phone: home and the first vendors within a thumb's reach, all of them in a drawer. */
export const PhoneBar = ({ session }: { session: Session }) => {
  const { t } = useTranslation(["shell", "portal"])
  const vendors = useVendors()
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <nav className={frame.phone} aria-label={t("navigation")}>
      <PlaceLink
        to={portalHomePath()}
        label={t("portal:home")}
        icon={<IconHome size={20} stroke={1.7} aria-hidden />}
        className={frame.tab}
        isExact
      />
      {vendors.length > 0 ? (
        <PlaceLink
          to={portalPromisesPath()}
          label={t("portal:promises")}
          icon={<IconListCheck size={20} stroke={1.7} aria-hidden />}
          className={frame.tab}
        />
      ) : null}
      {vendors.slice(0, vendorTabs).map(({ slug, name }) => (
        <PlaceLink key={slug} to={vendorPath(slug)} label={name} icon={<Initial of={name} />} className={frame.tab} />
      ))}
      <UnstyledButton className={frame.tab} onClick={open} aria-expanded={isOpen}>
        <IconMenu2 size={20} stroke={1.7} aria-hidden />
        {t("more")}
      </UnstyledButton>
      <Suspense>{isOpen ? <AllPlaces session={session} onClose={close} /> : null}</Suspense>
    </nav>
  )
}
