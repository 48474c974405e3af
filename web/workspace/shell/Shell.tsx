import { Button } from "@mantine/core"
import { Outlet, useParams } from "@tanstack/react-router"
import { lazy, Suspense, useEffect } from "react"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import { useSession } from "#client/session"
import { Frame } from "#shell/Frame"
import { Palette } from "#shell/Palette"
import { rest } from "#ui/rest"
import { ForbiddenState } from "#ui/states"
import { ViewerProvider } from "#ui/viewer"
import { rememberWorkspace } from "./landing.ts"
import { PhoneBar } from "./PhoneBar.tsx"
import { Sidebar } from "./Sidebar.tsx"
import { useShellCommands, useShellSearch } from "./useShellCommands.ts"

// Nobody has opened the palette by then: the page is drawn first.
const MoreCommands = lazy(async () => {
  await rest()
  return import("./MoreCommands.lazy.tsx")
})
const OpenDemo = lazy(() => import("./open-demo/OpenDemo.lazy.tsx"))

/** The frame around every page of a workspace: navigation, palette, keys, and the page itself. */
export const Shell = () => {
  const { t } = useTranslation("shell")
  const { slug = "" } = useParams({ strict: false })
  const session = useSession()
  const workspace = session.workspaces.find((each) => each.slug === slug && each.side === "host")
  const search = useShellSearch(slug)
  useShellCommands(slug)
  useEffect(() => {
    if (workspace) rememberWorkspace(workspace.slug)
  }, [workspace])

  return (
    <ViewerProvider side="host">
      <Frame sidebar={<Sidebar session={session} slug={slug} />} phone={<PhoneBar session={session} slug={slug} />}>
        {workspace ? (
          <>
            {workspace.isOpenDemo ? (
              <Suspense>
                <OpenDemo ability={workspace.abilities.endDemo} />
              </Suspense>
            ) : null}
            <Outlet />
          </>
        ) : (
          <ForbiddenState
            isPage
            reason={t("notMember", { slug })}
            action={
              session.workspaces.some(({ side }) => side === "partner") ? (
                <Button component="a" href={paths.portal()} variant="default">
                  {t("vendors")}
                </Button>
              ) : undefined
            }
          />
        )}
      </Frame>
      <Palette search={search} />
      <Suspense>
        <MoreCommands session={session} slug={slug} />
      </Suspense>
    </ViewerProvider>
  )
}
