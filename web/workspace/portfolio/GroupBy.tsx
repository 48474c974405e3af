import { ActionIcon, Select } from "@mantine/core"
import { IconFold, IconFoldDown } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { portfolioGroups } from "#contract/portfolio"
import type { PortfolioView } from "./view.ts"

type GroupByProps = { view: PortfolioView; onChange: (change: Partial<PortfolioView>) => void }

/** By what the lines are put together, and a press that folds all of it. */
export const GroupBy = ({ view, onChange }: GroupByProps) => {
  const { t } = useTranslation("portfolio")
  const isFolded = view.fold === "all"
  const label = t(isFolded ? "group.unfoldAll" : "group.foldAll")
  return (
    <>
      <Select
        size="xs"
        w={120}
        clearable
        aria-label={t("group.by")}
        placeholder={t("group.by")}
        data={portfolioGroups.map((by) => ({ value: by, label: t(`group.of.${by}`) }))}
        value={view.group ?? null}
        onChange={(by) => onChange({ group: by ?? undefined, fold: undefined, except: undefined })}
      />
      {view.group === undefined ? null : (
        <ActionIcon
          variant="default"
          size={30}
          aria-label={label}
          title={label}
          onClick={() => onChange({ fold: isFolded ? undefined : "all", except: undefined })}
        >
          {isFolded ? <IconFoldDown size={15} aria-hidden /> : <IconFold size={15} aria-hidden />}
        </ActionIcon>
      )}
    </>
  )
}
