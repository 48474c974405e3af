import type { CallOf } from "#client/call"
import type { decideImport, PreviewForHost } from "#contract/imports"

/** The preview as it will be with what was just decided, for as long as the server reads the file again. */
export const withDecided = (shown: PreviewForHost, { input = {} }: CallOf<typeof decideImport>): PreviewForHost => ({
  ...shown,
  options: { ...input },
  columns: shown.columns.map((column, at) => ({
    ...column,
    field: input.mapping ? (input.mapping[at] ?? null) : column.field,
  })),
  questions: shown.questions.map((question) => {
    const own = input.formats?.[question.column]
    return { ...question, answer: (question.kind === "date-order" ? own?.dates : own?.decimals) ?? question.answer }
  }),
})
