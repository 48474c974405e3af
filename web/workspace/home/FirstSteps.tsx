import { Button } from "@mantine/core"
import { IconPlus, IconTableImport } from "@tabler/icons-react"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { importsPath } from "#paths/imports"
import { newPartnershipPath } from "#paths/new-partnership"
import { Panel } from "#ui/Panel"
import classes from "./Home.module.css"

/** The first hour of a new workspace: two ways in, and what each gives. */
export const FirstSteps = ({ slug }: { slug: string }) => {
  const { t } = useTranslation("home")
  return (
    <div className={classes.steps}>
      <Panel title={t("first.import.title")}>
        <p className={classes.step}>{t("first.import.text")}</p>
        <Button component={Link} to={importsPath(slug)} leftSection={<IconTableImport size={16} aria-hidden />}>
          {t("first.import.act")}
        </Button>
      </Panel>
      <Panel title={t("first.add.title")}>
        <p className={classes.step}>{t("first.add.text")}</p>
        <Button
          component={Link}
          to={newPartnershipPath(slug)}
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t("first.add.act")}
        </Button>
      </Panel>
    </div>
  )
}
