const hourWords = "h|hrs?|hours?|std|stunden?|heures?|horas?|ore|ora|uur|uren|godz|godziny?|時間"
const minuteWords = "m|mins?|minutes?|minuten?|minutos?|minuti|minuut|minuty?|分"
/** 1h30, 2 Std. 15 min, 1,5 h, 90 min: an hour without its word is none. */
const spokenHours = new RegExp(
  `^(?:(\\d{1,6}(?:[.,]\\d{1,4})?)\\s*(?:${hourWords})\\.?\\s*(?:(\\d{1,2})\\s*(?:${minuteWords})?\\.?)?|(\\d{1,6})\\s*(?:${minuteWords})\\.?)$`,
  "i",
)

/** The hours that words say; undefined of what says none. */
export const hoursSpoken = (text: string): number | undefined => {
  const [whole, hours, minutes = "0", alone] = spokenHours.exec(text) ?? []
  if (whole === undefined) return undefined
  return hours === undefined ? Number(alone) / 60 : Number(hours.replace(",", ".")) + Number(minutes) / 60
}
