/** The local hour from which the daily mail may go out. */
export const digestHour = 7

/** More than this in one mail is not read: it says how many more there are, and the list has them. */
export const mostPerMail = 200
