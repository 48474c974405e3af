import { ActionIcon, Anchor } from "@mantine/core"
import { IconHelp } from "@tabler/icons-react"
import { Link, useLocation, useMatches } from "@tanstack/react-router"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"

/** The address of the part of a guide that is about this page, once the page is read; nothing where none is. */
const useHelp = () => {
  const ask = useMatches({ select: (matches) => matches.at(-1)?.staticData?.help })
  const { pathname } = useLocation()
  const [found, setFound] = useState<string>()
  useEffect(() => {
    let isLeft = false
    void Promise.resolve(ask?.(pathname)).then((address) => {
      if (!isLeft) setFound(address)
    })
    return () => {
      isLeft = true
    }
  }, [ask, pathname])
  if (found === undefined) return undefined
  const [to = "", hash] = found.split("#")
  return { to, ...(hash === undefined ? {} : { hash }) }
}

/** A quiet question mark beside a page's title, which opens what the guides say of it. */
export const PageHelp = () => {
  const { t } = useTranslation("ui")
  const help = useHelp()
  return help ? (
    <ActionIcon component={Link} {...help} size="sm" aria-label={t("help.page")} title={t("help.page")} data-acts>
      <IconHelp size={17} stroke={1.6} aria-hidden />
    </ActionIcon>
  ) : null
}

/** The same, said under what is empty yet. */
export const HelpLink = () => {
  const { t } = useTranslation("ui")
  const help = useHelp()
  return help ? (
    <Anchor component={Link} {...help} size="sm">
      {t("help.more")}
    </Anchor>
  ) : null
}
