import { useTranslation } from "react-i18next"
import type { listCommitments } from "#contract/commitments"
import type { PartnershipForHost } from "#contract/portfolio"
import type { OutputOf } from "#core/endpoint"
import { SideBadge } from "#ui/SideBadge"
import { DateText, NumberText, Unknown } from "#ui/text"
import classes from "./overview.module.css"
import { figuresByParty } from "./reading.ts"

type FiguresProps = { promises: OutputOf<typeof listCommitments>; partnership: PartnershipForHost }

/** Three numbers for each party: how many promises it kept, how many are overdue, and when the next is due. */
export const Figures = ({ promises, partnership }: FiguresProps) => {
  const { t } = useTranslation(["partnership", "marks"])
  return (
    <table className={classes.figures}>
      <thead>
        <tr>
          <th scope="col">{t("overview.party")}</th>
          <th scope="col">{t("overview.kept")}</th>
          <th scope="col">{t("overview.overdue")}</th>
          <th scope="col">{t("overview.nextDue")}</th>
        </tr>
      </thead>
      <tbody>
        {figuresByParty(promises).map(({ key, side, name, kept, overdue, nextDueOn }) => (
          <tr key={key}>
            <th scope="row">
              <SideBadge side={side} name={name ?? (side === "partner" ? partnership.organizationName : undefined)} />
            </th>
            <td>
              {kept.due === 0 ? (
                <span className={classes.aside}>{t("marks:kept.nothingDue")}</span>
              ) : (
                <>
                  <strong>
                    <NumberText value={kept.kept / kept.due} as="percent" />
                  </strong>{" "}
                  <span className={classes.aside}>{t("marks:kept.of", kept)}</span>
                </>
              )}
            </td>
            <td data-bad={overdue > 0 || undefined}>
              <strong>
                <NumberText value={overdue} />
              </strong>
            </td>
            <td>{nextDueOn ? <DateText on={nextDueOn} /> : <Unknown />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
