import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listTimesToValue } from "#contract/onboarding"
import { TypeBadge } from "#marks/TypeBadge"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { Loaded } from "#ui/states"

/** How long partners of each type took from their agreement to their first value; nothing is said of a type with too few. */
export const TimesToValue = () => {
  const { t } = useTranslation("onboarding")
  const found = useEndpoint(listTimesToValue, {})
  return (
    <Panel title={t("times.title")} hint={t("times.hint")}>
      <Loaded from={found}>
        {({ items }) =>
          items.length === 0 ? (
            <RowsNote>{t("times.empty")}</RowsNote>
          ) : (
            <Rows>
              {items.map(({ type, partners, reached, lower, median, upper }) => (
                <Row
                  key={type}
                  name={<TypeBadge type={type} />}
                  lines={
                    <RowLine>
                      {t("times.reached", { count: partners, reached })}
                      {median !== null && lower !== null
                        ? ` ${upper === null ? t("times.quarter", { lower }) : t("times.quarters", { lower, upper })}`
                        : ""}
                    </RowLine>
                  }
                  end={
                    <strong className="numbers">
                      {median === null ? t("times.tooFew") : t("times.median", { count: median })}
                    </strong>
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
