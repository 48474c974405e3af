import { Button, VisuallyHidden } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { Fragment, useState } from "react"
import { useTranslation } from "react-i18next"
import type { NamedFile } from "#client/fetchFile"
import { download } from "#ui/files"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"
import { showDone, showProblem } from "#ui/toast"

/** One document that can be taken: what it is called here, and how it is got. */
export type Export = Readonly<{ key: string; label: string; get: () => Promise<NamedFile> }>

type ExportMenuProps = {
  /** In groups where it matters for whom a document is. */
  groups: readonly Readonly<{ label?: string; exports: readonly Export[] }>[]
  /** As large as the buttons beside it. */
  size?: "xs" | "sm"
}

/** Documents to take away. Making one can take a while: the page can be used meanwhile, and says when it is there or why not. */
export const ExportMenu = ({ groups, size = "sm" }: ExportMenuProps) => {
  const { t } = useTranslation("acts")
  const [making, setMaking] = useState<string>()
  const take = async ({ label, get }: Export) => {
    setMaking(label)
    try {
      const { name, content } = await get()
      download(name, content)
      showDone(t("export.done", { name }))
    } catch (problem) {
      showProblem(problem)
    } finally {
      setMaking(undefined)
    }
  }
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal={false}
        target={
          <Button
            size={size}
            variant="default"
            loading={making !== undefined}
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t("export.open")}
          </Button>
        }
      >
        {groups.map(({ label, exports }, index) => (
          <Fragment key={exports[0]?.key ?? label}>
            {index > 0 ? <MenuDivider /> : null}
            {label === undefined ? null : <MenuLabel>{label}</MenuLabel>}
            {exports.map((each) => (
              <MenuItem key={each.key} onClick={() => void take(each)}>
                {each.label}
              </MenuItem>
            ))}
          </Fragment>
        ))}
      </Menu>
      <VisuallyHidden role="status">
        {making === undefined ? "" : t("export.preparing", { name: making })}
      </VisuallyHidden>
    </>
  )
}
