/** Names and titles come from people: none of them may begin a new line, in a mail's header or in its text. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
