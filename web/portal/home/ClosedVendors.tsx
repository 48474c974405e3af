import { Alert, Anchor } from "@mantine/core"
import { IconShieldLock } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { paths } from "#client/paths"
import { useClosedVendors } from "#client/useVendors"

/** Vendors whose things are not shown before one has a second factor, and the way there. */
export const ClosedVendors = () => {
  const { t } = useTranslation("portal/home")
  return useClosedVendors().map(({ slug, name }) => (
    <Alert key={slug} icon={<IconShieldLock size={18} />} color="yellow" mb="md" role="status">
      {t("closed.text", { names: name })}{" "}
      <Anchor href={paths.account(paths.portal(), slug)} underline="always" c="inherit">
        {t("closed.go")}
      </Anchor>
    </Alert>
  ))
}
