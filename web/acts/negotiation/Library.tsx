import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getClauseLibrary, type ReadyClauseView } from "#contract/agreements"
import { languageOf } from "#core/languages"
import { Panel } from "#ui/Panel"
import { SelectField } from "#ui/SelectField"
import { Loaded } from "#ui/states"
import { useLanguage } from "#ui/texts"
import type { AgreementText } from "./clauses.ts"
import classes from "./negotiation.module.css"

type LibraryProps = {
  partnershipId: string
  onText: (text: AgreementText) => void
  onClause: (ready: ReadyClauseView) => void
}

/** Ready clauses for a partnership of this type: the whole text to begin with, or one clause more. */
export const Library = ({ partnershipId, onText, onClause }: LibraryProps) => {
  const { t } = useTranslation("negotiation")
  const language = languageOf(useLanguage())
  const [chosen, setChosen] = useState<string | null>(null)
  const found = useEndpoint(getClauseLibrary, { params: { partnership: partnershipId }, query: { language } })
  return (
    <Panel title={t("library.title")} hint={t("library.hint")}>
      <Loaded from={found}>
        {({ text, note, clauses }) => {
          const ready = clauses.find(({ clause }) => clause.key === chosen)
          return (
            <div className={classes.fields}>
              <Button variant="default" size="xs" onClick={() => onText(text)}>
                {t("library.begin")}
              </Button>
              <SelectField
                label={t("library.clause")}
                searchable
                clearable
                data={clauses.map(({ clause }) => ({ value: clause.key, label: clause.heading }))}
                value={chosen}
                onChange={setChosen}
              />
              {ready === undefined ? null : (
                <>
                  <p className={classes.soft}>{ready.purpose}</p>
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => {
                      onClause(ready)
                      setChosen(null)
                    }}
                  >
                    {t("library.add")}
                  </Button>
                </>
              )}
              <p className={classes.soft}>{note}</p>
            </div>
          )
        }}
      </Loaded>
    </Panel>
  )
}
