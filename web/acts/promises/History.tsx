import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useModuleTexts } from "#client/useModuleTexts"
import { usePages } from "#client/usePages"
import { listCommitmentHistory } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { Timeline } from "#ui/Timeline"
import { useFormat } from "#ui/text"
import { useNameOf, useWhose } from "#ui/viewer"
import classes from "./promises.module.css"

type Act = OutputOf<typeof listCommitmentHistory>["items"][number]

/** Who did what with a promise and when, newest first, with the reasons they gave. */
export const History = ({ commitmentId }: { commitmentId: string }) => {
  const { t } = useTranslation("promises")
  const entryOf = useEntry()
  const acts = usePages(listCommitmentHistory, { params: { commitment: commitmentId } })
  return (
    <Panel title={t("history.title")} hint={t("history.hint")}>
      <Loaded from={{ ...acts, data: acts.first && acts.rows }}>
        {(rows) =>
          rows.length === 0 ? (
            <p className={classes.none}>{t("history.empty")}</p>
          ) : (
            <>
              <Timeline label={t("history.title")} entries={rows.map(entryOf)} />
              {acts.hasMore ? (
                <Button variant="default" size="xs" mt="md" loading={acts.isMoreLoading} onClick={acts.more}>
                  {t("history.more")}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

const useEntry = () => {
  const { t } = useTranslation(["promises", "timeline"])
  const happened = useModuleTexts("events")
  const format = useFormat()
  const whose = useWhose()
  const nameOf = useNameOf()
  const who = ({ kind, actor, side, partyId, partyName, source }: Act): string => {
    if (kind === "commitment.missed") return t("history.keelson")
    const place = nameOf(side, partyName) ?? t(`timeline:side.${whose(side, partyId)}`)
    return format.commas([
      ...(actor.name === null ? [] : [actor.name]),
      place,
      ...(source === "link" ? [t("history.byLink")] : []),
    ])
  }
  return (act: Act) => ({
    id: act.id,
    at: act.occurredAt,
    what: format.commas([
      happened(`kind.${act.kind.replaceAll(".", "_")}`, act.kind),
      ...(act.dueOn === null ? [] : [t("history.due", { date: format.date(act.dueOn) })]),
    ]),
    who: who(act),
    ...(act.reason === null ? {} : { detail: format.quote(act.reason) }),
  })
}
