import { Alert, Button, Stack } from "@mantine/core"
import { IconShieldLock } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { Account } from "#acts/Account"
import { paths } from "#client/paths"
import { useSession } from "#client/session"
import { Page } from "#ui/Page"
import { fromAddress, nextPath } from "./address.ts"

/** One's own account, for people of either entrance, and for whoever is asked for a second factor before they may enter. */
export const OwnAccount = () => {
  const { t } = useTranslation(["account", "sign-in"])
  const { workspaces } = useSession()
  const wanted = workspaces.find(({ slug }) => slug === fromAddress("for"))
  return (
    <main>
      <Page
        title={t("account:page.title")}
        answer={t("account:page.answer")}
        width="reading"
        actions={
          <Button component="a" href={nextPath()} variant="default">
            {t("account:page.back")}
          </Button>
        }
      >
        <Stack gap="lg">
          {wanted ? (
            <Alert icon={<IconShieldLock size={18} />} color={wanted.needsFactor ? "yellow" : "teal"} role="status">
              {wanted.needsFactor ? (
                t("account:page.needed", { name: wanted.name })
              ) : (
                <a
                  style={{ color: "inherit" }}
                  href={wanted.side === "host" ? `/w/${wanted.slug}` : paths.portalHome(wanted.slug)}
                >
                  {t("account:page.goOn", { name: wanted.name })}
                </a>
              )}
            </Alert>
          ) : null}
          <Account isFactorFirst={wanted !== undefined} />
        </Stack>
      </Page>
    </main>
  )
}
