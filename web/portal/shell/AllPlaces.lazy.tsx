import { Drawer } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { Session } from "#client/session"
import { FindButton } from "#shell/FindButton"
import { UserMenu } from "#shell/UserMenu"
import { Places } from "./Places.tsx"

/** What the sidebar holds, on a phone. */
const AllPlaces = ({ session, onClose }: { session: Session; onClose: () => void }) => {
  const { t } = useTranslation(["shell", "ui"])
  return (
    <Drawer
      opened
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t("navigation")}
      closeButtonProps={{ "aria-label": t("ui:close") }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the links inside have the keys; this only closes the drawer */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same */}
      <div onClick={onClose}>
        <FindButton />
        <Places />
      </div>
      <UserMenu user={session.user} />
    </Drawer>
  )
}

export default AllPlaces
