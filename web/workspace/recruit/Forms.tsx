import { Anchor } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { listForms } from "#contract/recruitment"
import type { OutputOf } from "#core/endpoint"
import { formPath } from "#paths/recruit"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"

type FormsProps = { forms: { data: OutputOf<typeof listForms> | undefined; error: unknown; refetch: () => unknown } }

/** The forms there are: whether each is open, and what came by it. */
export const Forms = ({ forms }: FormsProps) => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  return (
    <Panel title={t("forms.title")} isFlush>
      <Loaded from={forms}>
        {({ items }) =>
          items.length === 0 ? (
            <RowsNote>{t("forms.none")}</RowsNote>
          ) : (
            <Rows>
              {items.map(({ id, words, profileName, isOpen, applications, suspected, url }) => (
                <Row
                  key={id}
                  name={
                    <Anchor component={Link} to={formPath(slug, id)}>
                      {words[0]?.title}
                    </Anchor>
                  }
                  lines={
                    <RowLine>
                      {[
                        t(isOpen ? "forms.open" : "forms.closed"),
                        profileName,
                        t("forms.came", { count: applications }),
                        ...(suspected === 0 ? [] : [t("forms.held", { count: suspected })]),
                      ].join(" · ")}
                    </RowLine>
                  }
                  end={
                    isOpen ? (
                      <Anchor href={url} target="_blank" rel="noreferrer" size="sm">
                        {t("forms.see")}
                      </Anchor>
                    ) : null
                  }
                />
              ))}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  )
}
