import { UnstyledButton, VisuallyHidden } from "@mantine/core"
import { IconCheck, IconPlus, IconSelector } from "@tabler/icons-react"
import { useNavigate } from "@tanstack/react-router"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import type { MyWorkspace, Session } from "#client/session"
import { homePath } from "#paths/home"
import { frame } from "#shell/Frame"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"

const NewWorkspace = lazy(() => import("./NewWorkspace.lazy.tsx"))

/** Which workspace is open, and the way to the others; vendors' portals are in the same list. */
export const WorkspaceSwitcher = ({ session, slug }: { session: Session; slug: string }) => {
  const { t } = useTranslation("shell")
  const navigate = useNavigate()
  const [isFounding, setFounding] = useState(false)
  const current = session.workspaces.find((each) => each.slug === slug)
  const hosts = session.workspaces.filter((each) => each.side === "host")
  const vendors = session.workspaces.filter((each) => each.side === "partner")
  const item = (each: MyWorkspace, go: () => void) => (
    <MenuItem
      key={`${each.side} ${each.slug}`}
      onClick={go}
      leftSection={<IconCheck size={14} opacity={each === current ? 1 : 0} aria-hidden />}
    >
      {each.name}
    </MenuItem>
  )
  return (
    <>
      <Menu
        position="bottom-start"
        width={220}
        target={
          <UnstyledButton className={frame.switch}>
            <VisuallyHidden>{t("switch", { name: current?.name ?? slug })}</VisuallyHidden>
            <span className={frame.badge} aria-hidden>
              {(current?.name ?? slug).slice(0, 1).toUpperCase()}
            </span>
            <span className={frame.grow} aria-hidden>
              {current?.name ?? slug}
            </span>
            <IconSelector size={15} aria-hidden />
          </UnstyledButton>
        }
      >
        <MenuLabel>{t("workspaces")}</MenuLabel>
        {hosts.map((each) => item(each, () => void navigate({ to: homePath(each.slug) })))}
        {vendors.length > 0 ? <MenuLabel>{t("vendors")}</MenuLabel> : null}
        {vendors.map((each) => item(each, () => location.assign(paths.portalHome(each.slug))))}
        {session.abilities.foundWorkspace === true ? (
          <>
            <MenuDivider />
            <MenuItem leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setFounding(true)}>
              {t("newWorkspace.title")}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      {isFounding ? (
        <Suspense>
          <NewWorkspace onClose={() => setFounding(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
