import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listErasures } from "#contract/privacy"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { EmptyState, Loaded } from "#ui/states"
import { MomentText } from "#ui/text"
import { markOf } from "./markOf.ts"

/** Who was erased and when, by the mark that stands for them everywhere. */
export const Erasures = () => {
  const { t } = useTranslation("privacy")
  const erasures = useEndpoint(listErasures, { query: { limit: 100 } })
  return (
    <Panel title={t("erasures.title")} hint={t("erasures.hint")} isFlush>
      <Loaded from={erasures}>
        {({ items, next }) =>
          items.length === 0 ? (
            <EmptyState title={t("erasures.empty")}>{t("erasures.emptyText")}</EmptyState>
          ) : (
            <Rows>
              {items.map(({ id, askedAt, doneAt, rows }) => (
                <Row
                  key={id}
                  name={markOf(id)}
                  lines={
                    <RowLine>{doneAt === null ? t("erasures.waits") : t("erasures.done", { count: rows })}</RowLine>
                  }
                  end={<MomentText at={askedAt} />}
                />
              ))}
              {next === null ? null : <Row name={t("erasures.more")} />}
            </Rows>
          )
        }
      </Loaded>
    </Panel>
  )
}
