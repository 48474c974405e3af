import { Button } from "@mantine/core"
import { IconMessage } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { listThreads } from "#contract/discussions"
import { useFormat } from "#ui/text"
import classes from "./discussion/discussion.module.css"
import { type SubjectProp, threadKey } from "./discussion/place.ts"
import { readThread } from "./ThreadDrawer.tsx"

type DiscussButtonProps = {
  subject: SubjectProp
  /** What it is called, for whoever does not see where the button stands. */
  name: string
  partnershipId: string
  /** Of what is one party's own one speaks there alone. */
  audience?: "shared" | "own"
}

/** Opens the thread on something, and says how much was said there and how much of it is new. */
export const DiscussButton = ({ subject, name, partnershipId, audience = "shared" }: DiscussButtonProps) => {
  const { t } = useTranslation("discussion")
  const format = useFormat()
  const [, setView] = useView(readThread)
  const threads = useEndpoint(listThreads, { params: { partnership: partnershipId } })
  const about = threads.data?.items.filter(
    ({ subjectKind, subjectId }) => subjectKind === subject.kind && subjectId === subject.id,
  )
  const count = about?.reduce((sum, { comments }) => sum + comments, 0) ?? 0
  const unread = about?.reduce((sum, each) => sum + each.unread, 0) ?? 0
  const said = [...(count > 0 ? [t("count", { count })] : []), ...(unread > 0 ? [t("unread", { count: unread })] : [])]
  return (
    <Button
      size="xs"
      variant="subtle"
      color="gray"
      leftSection={<IconMessage size={14} aria-hidden />}
      aria-label={format.commas([t("discussOf", { name }), ...said])}
      onClick={() =>
        void setView({ thread: threadKey(subject, unreadOwn(about) ? "own" : audience) }, { isStep: true })
      }
    >
      {count > 0 ? count : t("discuss")}
      {unread > 0 ? <span className={classes.unread} title={t("unread", { count: unread })} /> : null}
    </Button>
  )
}

/** Only among one's own is something new: there it opens. */
const unreadOwn = (about: readonly Readonly<{ visibility: string; unread: number }>[] | undefined): boolean =>
  about?.every(({ visibility, unread }) => (visibility === "shared" ? unread === 0 : unread > 0)) === true &&
  about.length > 0
