import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { getTemplate } from "#contract/agreements"
import type { PartnershipType } from "#contract/partnerships"
import { languageOf } from "#core/languages"
import { Panel } from "#ui/Panel"
import { SideBadge } from "#ui/SideBadge"
import { Loaded } from "#ui/states"
import classes from "./NewPartnership.module.css"

/** What the chosen type brings: promises of both sides and goals, offered when the agreement is entered. */
export const TemplatePreview = ({ type }: { type: PartnershipType }) => {
  const { t, i18n } = useTranslation(["new-partnership", "marks"])
  const template = useEndpoint(
    getTemplate,
    { params: { type }, query: { language: languageOf(i18n.language) } },
    { keepsPrevious: true },
  )
  return (
    <Panel
      title={t("new-partnership:brings", { type: t(`marks:type.${type}`) })}
      hint={t("new-partnership:bringsHint")}
    >
      <Loaded from={template}>
        {({ purpose, commitments, objectives, noticeDays }) => (
          <div className={classes.brings}>
            <p>{purpose}</p>
            {(["host", "partner"] as const).map((side) => (
              <section key={side}>
                <h3>
                  <SideBadge side={side} />
                </h3>
                <ul>
                  {commitments
                    .filter(({ owedBy }) => owedBy === side)
                    .map(({ key, title, cadence, withinHours }) => (
                      <li key={key}>
                        {title} (
                        {withinHours
                          ? t("new-partnership:within", { count: withinHours })
                          : t(`new-partnership:cadence.${cadence}`)}
                        )
                      </li>
                    ))}
                </ul>
              </section>
            ))}
            <section>
              <h3>{t("new-partnership:goals")}</h3>
              <ul>
                {objectives.map(({ key, title }) => (
                  <li key={key}>{title}</li>
                ))}
              </ul>
            </section>
            <p>{t("new-partnership:notice", { count: noticeDays })}</p>
          </div>
        )}
      </Loaded>
    </Panel>
  )
}
