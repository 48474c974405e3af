import { Button, VisuallyHidden } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { Fragment } from "react"
import { useTranslation } from "react-i18next"
import { Menu, MenuDivider, MenuItem, MenuLabel } from "#ui/Menu"
import { type Export, useTaking } from "./useTaking.ts"

export type { Export }

type ExportMenuProps = {
  /** In groups where it matters for whom a document is. */
  groups: readonly Readonly<{ label?: string; exports: readonly Export[] }>[]
  /** As large as the buttons beside it. */
  size?: "xs" | "sm"
}

/** Documents to take away. */
export const ExportMenu = ({ groups, size = "sm" }: ExportMenuProps) => {
  const { t } = useTranslation("acts")
  const { making, take, said } = useTaking()
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
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
