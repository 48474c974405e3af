import { Button } from "@mantine/core"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useTry } from "#client/useTry"
import { deviceName } from "#core/deviceName"
import { ErrorLine } from "#ui/Form"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { showDone } from "#ui/toast"
import { endOtherSessions, endSessionOf, type OwnSession, ownSessionsQuery, refreshSessions } from "./sessions.ts"

/** Where one is signed in: device, address, last seen; each can be ended, or all others at once. */
export const OwnSessions = () => {
  const { t } = useTranslation("account")
  const sessions = useQuery(ownSessionsQuery)
  const attempt = useTry()
  const end = (act: () => Promise<unknown>, said: string) =>
    attempt.run(async () => {
      await act()
      await refreshSessions()
      showDone(said)
    })
  const hasOthers = (sessions.data?.items.length ?? 0) > 1
  return (
    <Panel
      title={t("sessions.title")}
      hint={t("sessions.hint")}
      isFlush
      aside={
        hasOthers ? (
          <Button
            variant="default"
            loading={attempt.isBusy}
            onClick={() => void end(endOtherSessions, t("sessions.othersEnded"))}
          >
            {t("sessions.endOthers")}
          </Button>
        ) : undefined
      }
    >
      <ErrorLine problem={attempt.problem} />
      <Loaded from={sessions}>
        {({ items }) => (
          <Rows>
            {items.map((session) => (
              <SessionRow
                key={session.id}
                session={session}
                onEnd={() => void end(() => endSessionOf(session.id), t("sessions.ended"))}
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </Panel>
  )
}

const SessionRow = ({ session, onEnd }: { session: OwnSession; onEnd: () => void }) => {
  const { t } = useTranslation("account")
  const format = useFormat()
  const device = deviceName(session.device) || t("sessions.unknown")
  const seen = t("sessions.seen", { at: format.moment(session.seenAt) })
  const from = session.address === "" ? [] : [t("sessions.from", { address: session.address })]
  return (
    <Row
      name={device}
      lines={<RowLine>{format.commas([session.isThis ? t("sessions.this") : seen, ...from])}</RowLine>}
      end={
        session.isThis ? undefined : (
          <Button variant="subtle" size="compact-sm" aria-label={t("sessions.endOf", { device })} onClick={onEnd}>
            {t("sessions.end")}
          </Button>
        )
      }
    />
  )
}
