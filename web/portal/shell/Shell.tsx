import { IconBuilding } from "@tabler/icons-react"
import { Outlet, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import { type Session, useSession } from "#client/session"
import { FindButton } from "#shell/FindButton"
import { Frame, frame } from "#shell/Frame"
import { Palette } from "#shell/Palette"
import { UserMenu } from "#shell/UserMenu"
import { ForbiddenState } from "#ui/states"
import { ViewerProvider } from "#ui/viewer"
import { PhoneBar } from "./PhoneBar.tsx"
import { Places } from "./Places.tsx"
import { usePortalCommands, usePortalSearch } from "./usePortalCommands.ts"

/** The frame around every page of the portal: one person's vendors, and the page itself. */
export const Shell = () => {
  const { t } = useTranslation("portal")
  const { slug } = useParams({ strict: false })
  const session = useSession()
  const search = usePortalSearch()
  usePortalCommands()
  const vendor = session.workspaces.find((each) => each.slug === slug && each.side === "partner")
  const isKnown = slug === undefined || vendor !== undefined
  return (
    <ViewerProvider side="partner" partyId={vendor?.partyId} hostName={vendor?.name}>
      <Frame sidebar={<Sidebar session={session} />} phone={<PhoneBar session={session} />}>
        {isKnown ? <Outlet /> : <ForbiddenState isPage reason={t("notHere", { slug })} />}
      </Frame>
      <Palette search={search} />
    </ViewerProvider>
  )
}

const Sidebar = ({ session }: { session: Session }) => {
  const { t } = useTranslation(["portal", "shell"])
  const isHost = session.workspaces.some(({ side }) => side === "host")
  return (
    <nav className={frame.sidebar} aria-label={t("shell:navigation")}>
      <FindButton />
      <Places />
      <div className={frame.foot}>
        {isHost ? (
          <a href={paths.root()} className={frame.place}>
            <IconBuilding size={18} stroke={1.7} aria-hidden />
            {t("ownWorkspace")}
          </a>
        ) : null}
        <UserMenu user={session.user} />
      </div>
    </nav>
  )
}
