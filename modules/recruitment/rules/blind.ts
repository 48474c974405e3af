/** Where the answers of somebody who was asked stand. */
export const assessmentStates = ["asked", "sent", "recused"] as const
export type AssessmentState = (typeof assessmentStates)[number]

type Asked = Readonly<{ assessor: string; state: AssessmentState }>

/**
 * Who sees what others have answered. Whoever was asked sees it with their own answers sent, or having stepped aside for good.
 * Whoever was not asked sees it when nobody is still at it, because they could tell somebody who is.
 */
export const maySeeAnswers = (reader: string | undefined, asked: readonly Asked[]): boolean => {
  const own = asked.find(({ assessor }) => assessor === reader)
  return own ? own.state !== "asked" : asked.every(({ state }) => state !== "asked")
}

/** One set of answers that was sent. */
export type Sent = Readonly<{ number: number; afterSeeing: boolean }>

/** Which of somebody's answers count: the last that were sent without knowing those of others, or else the first of all. */
export const countedOf = <S extends Sent>(sent: readonly S[]): S | undefined => {
  const inOrder = [...sent].sort((one, other) => one.number - other.number)
  return inOrder.findLast(({ afterSeeing }) => !afterSeeing) ?? inOrder[0]
}
