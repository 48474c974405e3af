import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { usePages } from "#client/usePages"
import { listNotes, type Note, writeNote } from "#contract/partnerships"
import { Form } from "#ui/Form"
import { AreaField, CheckField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { MomentText } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import classes from "./notes/notes.module.css"

/** What people wrote down: private to one's own side unless shared on purpose. */
export const Notes = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("notes")
  const notes = usePages(listNotes, { params: { partnership: partnershipId }, query: { limit: 20 } })
  return (
    <Panel title={t("title")} hint={t("hint")}>
      <WriteNote partnershipId={partnershipId} />
      <Loaded from={{ ...notes, data: notes.first && notes.rows }}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t("empty")}</p>
          ) : (
            <>
              <ol className={classes.notes}>
                {items.map((note) => (
                  <NoteItem key={note.id} note={note} />
                ))}
              </ol>
              {notes.hasMore ? (
                <Button variant="default" size="xs" mt="sm" loading={notes.isMoreLoading} onClick={notes.more}>
                  {t("more")}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

const NoteItem = ({ note }: { note: Note }) => (
  <li className={classes.note} data-private={note.visibility !== "shared" || undefined}>
    <p className={classes.body}>{note.body}</p>
    <p className={classes.meta}>
      {note.authorName} · <MomentText at={note.createdAt} /> <VisibilityLock visibility={note.visibility} />
    </p>
  </li>
)

const WriteNote = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("notes")
  const { form, sending } = useActForm(writeNote, {
    initialValues: { body: "", isPrivate: true },
    validate: { body: (text) => (text.trim() === "" ? t("bodyNeeded") : null) },
    argsOf: (input) => ({ params: { partnership: partnershipId }, input }),
    resets: true,
  })
  return (
    <Form
      {...sending}
      submit={t("submit")}
      aside={
        <CheckField
          label={t("private")}
          description={t(form.values.isPrivate ? "privateHint" : "sharedHint")}
          {...form.getInputProps("isPrivate", { type: "checkbox" })}
        />
      }
    >
      <AreaField label={t("body")} minRows={2} {...form.getInputProps("body")} />
    </Form>
  )
}
