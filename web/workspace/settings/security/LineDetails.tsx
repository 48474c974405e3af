import { Modal } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useSlug } from "#client/workspace"
import { mailedLinksPath, settingsPath, settingsSectionPath } from "#paths/settings"
import { MomentText } from "#ui/text"
import type { Line } from "./lines.ts"
import classes from "./security.module.css"
import { useSecurityWords } from "./useSecurityWords.ts"

/** One line in full: what it means, what can be done, and each time of it. */
export const LineDetails = ({ line, onClose }: { line: Line | undefined; onClose: () => void }) => {
  const { t } = useTranslation("security")
  const words = useSecurityWords()
  return (
    <Modal
      opened={line !== undefined}
      onClose={onClose}
      title={line ? words.kind(line.kind) : ""}
      size="lg"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {line ? (
        <>
          <p className={classes.said}>
            {[words.person(line), line.subjectName, t("times", { count: line.times })].filter(Boolean).join(" · ")}
          </p>
          <h3 className={classes.heading}>{t("means")}</h3>
          <p className={classes.said}>{words.about(line.kind, "means")}</p>
          <h3 className={classes.heading}>{t("do")}</h3>
          <p className={classes.said}>{words.about(line.kind, "do")}</p>
          <WaysOn />
          <Asked line={line} />
          <h3 className={classes.heading}>{t("lines")}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <ul className={classes.lines} tabIndex={0} aria-label={t("lines")}>
            {line.entries.map((entry) => (
              <li key={entry.id}>
                <MomentText at={entry.at} />
                {entry.lastAt === entry.at ? null : (
                  <>
                    {" – "}
                    <MomentText at={entry.lastAt} />
                  </>
                )}{" "}
                <span className={classes.soft}>
                  {[t("times", { count: entry.times }), words.place(entry)].filter(Boolean).join(" · ")}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Modal>
  )
}

/** Of what was refused in the workspace: which kinds of request, each once. */
const Asked = ({ line }: { line: Line }) => {
  const { t } = useTranslation("security")
  const asked = [...new Set(line.entries.flatMap((entry) => entry.asked))]
  if (asked.length === 0) return null
  return (
    <>
      <h3 className={classes.heading}>{t("asked")}</h3>
      <ul className={classes.asked}>
        {asked.map((each) => (
          <li key={each}>
            <code>{each}</code>
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{t("askedHint")}</p>
    </>
  )
}

const WaysOn = () => {
  const { t } = useTranslation("security")
  const slug = useSlug()
  return (
    <p className={classes.ways}>
      <Link to={settingsSectionPath(slug, "members")}>{t("toMembers")}</Link>
      <Link to={settingsPath(slug)}>{t("toFactor")}</Link>
      <Link to={mailedLinksPath(slug)}>{t("toLinks")}</Link>
      <Link to={settingsSectionPath(slug, "account")}>{t("toAccount")}</Link>
    </p>
  )
}
