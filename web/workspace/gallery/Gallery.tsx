import { ActionIcon } from "@mantine/core"
import { IconLanguage } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { chooseLanguage } from "#client/i18n"
import { languages } from "#core/languages"
import CommandPalette from "#ui/CommandPalette.lazy"
import { LookItems } from "#ui/LookItems"
import { Menu } from "#ui/Menu"
import { Page } from "#ui/Page"
import { Marks } from "./Marks.tsx"
import { Pictures } from "./Pictures.tsx"
import { Pieces } from "./Pieces.tsx"
import { Table } from "./Table.tsx"

/** Every mark and piece with sample data, for those who build and judge Keelson's pages. Its labels are plain English. */
export const Gallery = () => {
  const { t } = useTranslation("gallery")
  return (
    <main>
      <Page
        title={t("title")}
        answer={t("answer")}
        actions={
          <Menu
            target={
              <ActionIcon size="lg" aria-label="Language and theme">
                <IconLanguage size={18} stroke={1.7} />
              </ActionIcon>
            }
          >
            <LookItems languages={languages} onLanguage={chooseLanguage} />
          </Menu>
        }
      >
        <Pictures />
        <Table />
        <Marks />
        <Pieces />
      </Page>
      <CommandPalette />
    </main>
  )
}
