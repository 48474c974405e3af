/** What people are told about, each of which they can turn off or have collected into one mail a day. */
export const notificationKinds = ["commitment_due", "commitment_missed", "drift_case_opened"] as const
export type NotificationKind = (typeof notificationKinds)[number]

export const mailChoices = ["none", "instant", "daily"] as const
export type MailChoice = (typeof mailChoices)[number]

export type Preference = Readonly<{ inApp: boolean; mail: MailChoice }>

/** What holds until someone chooses: drift is told at once, the day's promises once in the morning. */
export const usualPreference: Readonly<Record<NotificationKind, Preference>> = {
  commitment_due: { inApp: true, mail: "daily" },
  commitment_missed: { inApp: true, mail: "daily" },
  drift_case_opened: { inApp: true, mail: "instant" },
}

/** The local hour from which the daily mail may go out. */
export const digestHour = 7

/** What happened, as the person is told it. `dedupeKey` names the fact, so that it is told once however often a job runs. */
export type Notice = Readonly<{
  userId: string
  kind: NotificationKind
  partnershipId: string
  dedupeKey: string
  payload: Readonly<Record<string, unknown>>
}>
