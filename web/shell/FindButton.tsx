import { Kbd, UnstyledButton } from "@mantine/core"
import { spotlight } from "@mantine/spotlight"
import { IconSearch } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import frame from "./frame.module.css"

/** Opens the palette for whoever does not know its keys. */
export const FindButton = () => {
  const { t } = useTranslation("shell")
  return (
    <UnstyledButton className={frame.search} onClick={spotlight.open}>
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <span className={frame.grow}>{t("search")}</span>
      <Kbd size="xs">{t("searchKey")}</Kbd>
    </UnstyledButton>
  )
}
